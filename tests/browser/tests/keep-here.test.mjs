// A copy of what somebody writes stays on their device only if they ask for it, and goes with one press.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, headed, press, says } from "../forms.mjs";
import { hub } from "../given.mjs";
import { begin, keepAll, storyOf, withdraw } from "../journeys/stories.mjs";

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

/** Writes a story, has a copy kept on the device, and sends it. Returns the path of its own page. */
async function sentWithCopy(page, story) {
  await begin(page);
  await answer(page, story.naming);
  await press(page, "Save and continue");
  await headed(page, "Your story");
  await page.locator("#keep-here").waitFor({ state: "visible" });
  await page.check("#keep-here-on");
  await answer(page, story.write);
  await page.waitForFunction((title) => JSON.stringify({ ...localStorage }).includes(title), story.write.title);
  await press(page, "Save and continue");
  await keepAll(page);
  await answer(page, story.consent);
  await press(page, "Save and continue");
  await press(page, "Send my story");
  await headed(page, "We have your story");
  return new URL(page.url()).pathname.replace(/\/sent$/, "");
}

test("once a story is sent its pages say that a copy is on this device, and one press clears it", async () => {
  const story = storyOf(someone("kept here and sent"));
  await inWindow(hub, { js: true }, async (page) => {
    const home = await sentWithCopy(page, story);
    assert.match(await stored(page), new RegExp(story.write.title));
    for (const path of ["", "/withdraw", "/sent"]) {
      await page.goto(`${home}${path}`);
      await page.locator("#keep-here-clear").waitFor({ state: "visible" });
      await says(page, "Others who use this device can read it.");
    }
    await page.click("#keep-here-clear");
    assert.equal(await stored(page), "{}");
    await says(page, "Cleared from this device.");
    assert.equal(await page.locator("#keep-here-still").isVisible(), false, "and says no more that there is one");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "keep-here-title", "the keyboard is where the button was");
    await page.goto(home);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    assert.equal(await page.locator("#keep-here").isVisible(), false, "nothing is said where nothing is kept");
  });
});

test("a copy that outlived its story can be cleared where the story was taken back", async () => {
  const story = storyOf(someone("kept here and taken back"));
  await inWindow(hub, { js: true }, async (page) => {
    await withdraw(page, await sentWithCopy(page, story));
    await says(page, "Your story is withdrawn");
    await page.click("#keep-here-clear");
    assert.equal(await stored(page), "{}");
  });
});

test("a copy that nobody came back to is gone after thirty days, whoever's it is, and a newer one is not", async () => {
  const story = storyOf(someone("kept too long"));
  await inWindow(hub, { js: true }, async (page) => {
    const home = await sentWithCopy(page, story);
    await page.evaluate(() => {
      for (const days of [29, 31]) localStorage.setItem(`hub-draft:${days}`, JSON.stringify({ body: `Left ${days} days ago.`, at: Date.now() - days * 86_400_000 }));
    });
    await page.goto(home);
    await page.locator("#keep-here-clear").waitFor({ state: "visible" });
    const left = await stored(page);
    assert.doesNotMatch(left, /Left 31 days ago/);
    assert.match(left, /Left 29 days ago/);
    assert.match(left, new RegExp(story.write.title));
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
