// The look at colours reads one text of each look: one text among many alike that is painted otherwise is still found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alive, inWindow } from "../browser.mjs";
import { axeColours } from "../checks.mjs";
import { hub } from "../given.mjs";

test("one pale text among many of the same kind is found, in the dark as well", async () => {
  await inWindow(hub, { scheme: "dark", reducedMotion: "reduce" }, async (page) => {
    await page.goto("/demo/2026/calendar");
    await alive(page);
    assert.deepEqual(await axeColours(page), [], "nothing is pale by itself");
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("@media (prefers-color-scheme: dark) { [data-pale] { color: #5a5a5a !important; background: #4a4a4a !important } }");
      document.adoptedStyleSheets = [sheet];
      const times = document.querySelectorAll("main time");
      times[Math.floor(times.length / 2)].dataset.pale = "";
    });
    const found = await axeColours(page);
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0], /^color-contrast: .*insufficient color contrast/);
    await page.emulateMedia({ colorScheme: "light" });
    assert.deepEqual(await axeColours(page), [], "only the dark one is pale");
  });
});

test("what axe can't tell and nobody has looked at is found too", async () => {
  await inWindow(hub, { reducedMotion: "reduce" }, async (page) => {
    await page.goto("/about");
    assert.deepEqual(await axeColours(page), [], "nothing is in doubt by itself");
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("main p { background-image: linear-gradient(to right, black, white) !important }");
      document.adoptedStyleSheets = [sheet];
    });
    const found = await axeColours(page);
    assert.ok(found.some((line) => line.startsWith("axe can't tell: color-contrast, bgGradient: ")), found.join("\n"));
  });
});
