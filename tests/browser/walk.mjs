// One test for each walk: every page on it is looked through.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { everything } from "./checks.mjs";
import { PAGES, PICTURED, fileOf, picturesOf } from "./gallery.mjs";
import { hub } from "./given.mjs";
import { WALKS } from "./kinds.mjs";

/** Checks every page of a walk, and says all that is wrong at the end. */
export async function checkWalk(walk) {
  await test(`every page of the walk “${walk}” can be used by anybody (axe at 320, 768 and 1280 px; light, dark, forced colours; reduced motion)`, async (t) => {
    const wrong = [];
    const seen = [];
    for await (const { name, page } of WALKS[walk](hub)) {
      seen.push(name);
      wrong.push(...(await everything(page)).map((line) => `${name}: ${line}`));
    }
    t.diagnostic(`${seen.length} pages, ${wrong.length} faults`);
    assert.deepEqual(wrong, []);
    const { kinds } = PICTURED[walk];
    assert.deepEqual(kinds.filter((name) => !seen.includes(name)), [], "kinds with pictures that the walk doesn't reach");
    const files = kinds.flatMap((name) => picturesOf(name).map((size) => fileOf(name, size)));
    assert.deepEqual(files.filter((file) => !existsSync(join(PAGES, file))), [], "take the pictures: npm run pictures");
  });
}
