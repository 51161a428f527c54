// How a story is set: lines that the eye can follow, letters large enough, room between them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WIDE, inWindow } from "../browser.mjs";
import { hub } from "../given.mjs";
import { demonstration } from "../kinds/public.mjs";

/** How many characters stand in each line of a story's paragraphs that is followed by another: runs in the browser. */
function lines() {
  const out = [];
  for (const paragraph of document.querySelectorAll(".story .prose > p")) {
    const all = new Map();
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (let at = 0; at < texts.currentNode.length; at++) {
        const range = document.createRange();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + 1);
        const box = range.getClientRects()[0];
        if (box?.width) all.set(Math.round(box.bottom), (all.get(Math.round(box.bottom)) ?? 0) + 1);
      }
    }
    out.push(...[...all.values()].slice(0, -1));
  }
  return out;
}

test("a story has lines of 45 to 80 characters, letters of 18 px or more, and room between its lines", async (t) => {
  await inWindow(hub, { size: WIDE }, async (page) => {
    await page.goto(`${await demonstration(page)}/stories`);
    const addresses = await page.locator('main h3 a[href^="/stories/"]').evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.ok(addresses.length > 0);
    const all = [];
    for (const address of addresses) {
      await page.goto(address);
      await page.evaluate(() => document.fonts.ready);
      all.push(...(await page.evaluate(lines)));
      const { letters, between } = await page.locator(".story .prose").evaluate((prose) => {
        const { fontSize, lineHeight } = getComputedStyle(prose);
        return { letters: parseFloat(fontSize), between: parseFloat(lineHeight) / parseFloat(fontSize) };
      });
      assert.ok(letters >= 18, `${address}: letters of ${letters} px`);
      assert.ok(between >= 1.4, `${address}: lines ${between} letters apart`);
    }
    assert.ok(all.length >= 10, `${all.length} lines are too few to say anything`);
    const middle = all.reduce((sum, one) => sum + one, 0) / all.length;
    t.diagnostic(`${all.length} lines of ${Math.min(...all)} to ${Math.max(...all)} characters, ${middle.toFixed(1)} on average`);
    assert.ok(middle >= 45 && middle <= 80, `lines of ${middle} characters on average`);
  });
});
