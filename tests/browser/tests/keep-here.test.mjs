// A copy of what somebody writes stays on their device only if they ask for it, and goes with one press.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, headed, press } from "../forms.mjs";
import { hub } from "../given.mjs";
import { begin, storyOf } from "../journeys/stories.mjs";

const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

test("nothing is kept on the device unasked, what was asked for comes back, and one press clears it", async () => {
  const story = storyOf(someone("kept here"));
  await inWindow(hub, { js: true }, async (page) => {
    await begin(page);
    await answer(page, story.naming);
    await press(page, "Save and continue");
    await headed(page, "Your story");
    await page.locator("#keep-here").waitFor({ state: "visible" });
    await page.fill("#body", "Typed and not kept.");
    await page.waitForTimeout(900);
    assert.equal(await stored(page), "{}", "nothing is kept before its author asks");
    await page.check("#keep-here-on");
    await page.fill("#body", "Typed and kept.");
    await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("Typed and kept."));
    await page.locator("#transcript_words").evaluate((field) => field.closest("details").setAttribute("open", ""));
    await page.fill("#transcript_words", "A nurse: Sit down.");
    await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("A nurse: Sit down."));
    assert.doesNotMatch(await stored(page), /kind|naming|Wren/, "the long texts and the title, and nothing else");
    await page.reload();
    assert.equal(await page.inputValue("#body"), "", "nothing is put into the form unasked");
    await page.click("#keep-here-back");
    assert.equal(await page.inputValue("#body"), "Typed and kept.");
    assert.equal(await page.inputValue("#transcript_words"), "A nurse: Sit down.");
    await page.click("#keep-here-clear");
    assert.equal(await stored(page), "{}");
    assert.equal(await page.isChecked("#keep-here-on"), false);
    await page.fill("#body", "Typed after that.");
    await page.waitForTimeout(900);
    assert.equal(await stored(page), "{}", "cleared stays cleared");
  });
});

test("without script nothing is offered and nothing is kept", async () => {
  const story = storyOf(someone("kept nowhere"));
  await inWindow(hub, { js: false }, async (page) => {
    await begin(page);
    await answer(page, story.naming);
    await press(page, "Save and continue");
    assert.equal(await page.locator("#keep-here").isVisible(), false);
  });
});
