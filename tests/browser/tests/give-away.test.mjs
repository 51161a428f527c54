// What could give somebody away: marked while a story is written, on this device alone; and by the server where there is no script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NARROW, alive, inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, headed, press, refused, says } from "../forms.mjs";
import { hub } from "../given.mjs";
import { begin, storyOf } from "../journeys/stories.mjs";

const TELLING = "I was on Ward 7 🙂 and I am 42 years old.\n\nRing me on 07700 900123.";

/** Begins a story and goes to the page on which it is written. */
async function atWriting(page, name) {
  const story = storyOf(someone(name));
  await begin(page);
  await answer(page, story.naming);
  await press(page, "Save and continue");
  await headed(page, "Your story");
  return story;
}

test("the page marks while somebody writes, sends nothing for it, and shows where", async (t) => {
  await inWindow(hub, { size: NARROW }, async (page) => {
    const story = await atWriting(page, "marked while writing");
    await alive(page);
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await answer(page, { ...story.write, body: TELLING });
    const marks = page.locator("#give-away mark");
    await marks.nth(2).waitFor();
    assert.deepEqual(await marks.allInnerTexts(), ["Ward 7", "42 years old", "07700 900123"]);
    await page.locator("#give-away-said", { hasText: "3 things in your story could give somebody away" }).waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Show me where: 07700 900123" }).click();
    const chosen = await page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
    assert.equal(chosen, "07700 900123");
    await answer(page, { body: "I was on a ward." });
    await page.locator("#give-away").waitFor({ state: "hidden" });
    assert.deepEqual(asked, [], "what is typed stays in the page");
    const long = `${TELLING} ${"We planned it together and it took us a whole long spring. ".repeat(900)}`;
    const time = await page.evaluate(async (text) => {
      const glue = performance.getEntriesByType("resource").find((entry) => /privacy-app\..*\.js$/.test(entry.name)).name;
      const { marks } = await import(glue);
      marks(text);
      const begun = performance.now();
      marks(text);
      return performance.now() - begun;
    }, long);
    t.diagnostic(`${long.split(" ").length} words are checked in ${time.toFixed(1)} ms`);
  });
});

test("the page marks what its author writes of themselves, and a role, but no name that they chose to show", async () => {
  await inWindow(hub, { size: NARROW }, async (page) => {
    await begin(page);
    await headed(page, "How do you want to be named?");
    await alive(page);
    const marks = page.locator("#give-away mark");
    await answer(page, { naming: "full-name", shown_name: "Karen of Ward 7", bio: "I am 42 years old." });
    await page.locator("#give-away-said", { hasText: "1 thing in your story could give somebody away" }).waitFor({ state: "attached" });
    assert.deepEqual(await marks.allInnerTexts(), ["42 years old"]);
    await answer(page, { naming: "role", shown_name: "A carer on Ward 7" });
    await marks.nth(1).waitFor();
    assert.deepEqual(await marks.allInnerTexts(), ["Ward 7", "42 years old"]);
    await answer(page, { naming: "pen-name" });
    await marks.nth(1).waitFor({ state: "detached" });
    assert.deepEqual(await marks.allInnerTexts(), ["42 years old"]);
  });
});

test("the page marks what somebody who is quoted does or is, and not their name", async () => {
  await inWindow(hub, { size: NARROW }, async (page) => {
    await atWriting(page, "marked in a quote");
    await alive(page);
    const marks = page.locator("#give-away mark");
    await page.getByText("Quote somebody’s words").click();
    await answer(page, { quote_1: "We were asked.", quote_1_as: "role", quote_1_who: "A nurse on Ward 7" });
    await marks.first().waitFor();
    assert.deepEqual(await marks.allInnerTexts(), ["Ward 7"]);
    await answer(page, { quote_1_as: "named" });
    await page.locator("#give-away").waitFor({ state: "hidden" });
  });
});

test("without a script the next page of the form shows the same, and waits for a decision", async () => {
  await inWindow(hub, { js: false }, async (page) => {
    const story = await atWriting(page, "marked by the server");
    await answer(page, { ...story.write, body: TELLING });
    await press(page, "Save and continue");
    await headed(page, "What could give you away");
    assert.deepEqual(await page.locator("main mark").allInnerTexts(), ["Ward 7", "42 years old", "07700 900123"]);
    await press(page, "Save and continue");
    await refused(page, "go back and change your story");
    await follow(page, "Go back and change my story");
    assert.equal(await page.inputValue("[name=body]"), TELLING);
    await answer(page, { body: "I was on Ward 7." });
    await press(page, "Save and continue");
    await page.check("[name=keep]");
    await press(page, "Save and continue");
    await headed(page, "What may we do with it?");
    await says(page, "For how long?");
  });
});
