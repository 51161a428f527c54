import { checkWalk } from "../walk.mjs";

await checkWalk("aside");
