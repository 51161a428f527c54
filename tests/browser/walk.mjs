// One test for each walk: every page on it is looked through.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checked } from "./checker.mjs";
import { doubts, everything } from "./checks.mjs";
import { PAGES, PICTURED, fileOf, picturesOf } from "./gallery.mjs";
import { hub } from "./given.mjs";
import { helpLines, isAboutAStory } from "./help-lines.mjs";
import { WALKS } from "./kinds.mjs";
import { saw } from "./routes.mjs";
import { valid } from "./valid.mjs";

/** Keeps what each page came as: a form's answer can't be asked for again. */
function listen() {
  const last = new WeakMap();
  return async (page) => {
    if (!last.has(page)) {
      last.set(page, (await page.request.get(page.url())).text());
      page.on("response", (response) => {
        const request = response.request();
        if (request.isNavigationRequest() && request.frame() === page.mainFrame() && response.status() !== 303) last.set(page, response.text().catch(() => undefined));
      });
    }
    return last.get(page);
  };
}

/** Checks every page of a walk, and says all that is wrong at the end. */
export async function checkWalk(walk) {
  await test(`every page of the walk “${walk}” can be used by anybody (axe at 320, 768 and 1280 px; light, dark, forced colours; reduced motion), and is valid`, async (t) => {
    const wrong = [];
    const seen = [];
    const source = listen();
    for await (const { name, page } of WALKS[walk](hub)) {
      seen.push(name);
      await saw(page);
      const html = await source(page);
      wrong.push(...(await everything(page)).map((line) => `${name}: ${line}`));
      if (isAboutAStory(name)) wrong.push(...(await helpLines(page)).map((line) => `${name}: ${line}`));
      if (html) wrong.push(...[...(await valid(page, html)), ...(await checked(html))].map((line) => `${name}: ${line}`));
    }
    t.diagnostic(`${seen.length} pages, ${wrong.length} faults`);
    for (const [what, { times, example }] of doubts()) t.diagnostic(`axe can't tell, and it was looked at: ${what}, ${times} times, as ${example}`);
    assert.deepEqual(wrong, []);
    const { kinds } = PICTURED[walk];
    assert.deepEqual(kinds.filter((name) => !seen.includes(name)), [], "kinds with pictures that the walk doesn't reach");
    const files = kinds.flatMap((name) => picturesOf(name).map((size) => fileOf(name, size)));
    assert.deepEqual(files.filter((file) => !existsSync(join(PAGES, file))), [], "take the pictures: npm run pictures");
  });
}
