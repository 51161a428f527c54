// The hub that run.mjs started, for one test file.

import { readFile } from "node:fs/promises";
import { after } from "node:test";
import { closeBrowser } from "./browser.mjs";

if (!process.env.HUB_FOR_TESTS) throw new Error("Run the browser tests with tests/browser/run, or one file with: tests/browser/run register");

/** Its address, its mailbox, and what signs a coordinator in. */
export const hub = JSON.parse(await readFile(process.env.HUB_FOR_TESTS, "utf8"));

after(closeBrowser);
