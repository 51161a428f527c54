// One test for each walk: every page on it is looked through.

import assert from "node:assert/strict";
import { test } from "node:test";
import { everything } from "./checks.mjs";
import { hub } from "./given.mjs";
import { WALKS } from "./kinds.mjs";

/** Checks every page of a walk, and says all that is wrong at the end. */
export async function checkWalk(walk) {
  await test(`every page of the walk “${walk}” can be used by anybody (axe at 320, 768 and 1280 px; light, dark, forced colours; reduced motion)`, async (t) => {
    const wrong = [];
    let pages = 0;
    for await (const { name, page } of WALKS[walk](hub)) {
      pages += 1;
      wrong.push(...(await everything(page)).map((line) => `${name}: ${line}`));
    }
    t.diagnostic(`${pages} pages, ${wrong.length} faults`);
    assert.deepEqual(wrong, []);
  });
}
