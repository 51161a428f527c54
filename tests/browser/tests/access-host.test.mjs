import { checkWalk } from "../walk.mjs";

await checkWalk("host");
