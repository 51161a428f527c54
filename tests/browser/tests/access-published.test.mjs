import { checkWalk } from "../walk.mjs";

await checkWalk("published");
