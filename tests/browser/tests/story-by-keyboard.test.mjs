// A story from its first word to its last: by keyboard alone, on the narrowest screen, with every odd letter as it was typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LEAST, WAYS, inWindow } from "../browser.mjs";
import { chance } from "../chance.mjs";
import { headed, refused, says } from "../forms.mjs";
import { hub } from "../given.mjs";
import { publish } from "../journeys/desk.mjs";
import { choose, enter, reach, tick, typeInto } from "../keys.mjs";

/** Letters alone: nothing in it looks like a postcode. */
const letters = (name) => {
  const next = chance(name);
  return [...Array(9)].map(() => String.fromCharCode(97 + Math.floor(next() * 26))).join("");
};

/**
 * Marks that no single letter holds, scripts from the right, spaces that don't break, letters of many parts, spaces at the end of a line.
 * Letters with marks are in their composed form, as keyboards give them: the hub brings all others into that form.
 */
const ODD = [
  "Tŷ’r Ŵyl. Q\u0323\u030d\u030d lies outside what is composed.",
  "שלום לכולם, and مرحبا بكم again.",
  "Forty\u00a0people\u00a0came \u2013 \u201cso on\u201d & 5 < 6.",
  "👩🏽\u200d🦽\u200d➡️ 👨\u200d👩\u200d👧\u200d👦 🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
  "A line with spaces behind it.   \nAnd the next.",
].join("\n\n");

/** What of a text can be seen: not the spaces at the end of a line. */
const seen = (text) => text.replace(/[ \t]+$/gm, "");

/** No page of a story is wider than its window, and each shows whom to talk to. */
async function looksAfter(page) {
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${page.url()} is ${wide} px too wide`);
  for (const number of ["tel:116123", "sms:85258", "tel:111", "tel:999"]) {
    assert.ok(await page.locator(`.help-lines a[href="${number}"]:visible`).count(), `${number} is not on ${page.url()}`);
  }
}

/** What is ticked on the page. */
const ticked = (page) => page.locator("main input[type=checkbox]:checked").evaluateAll((boxes) => boxes.map((box) => box.name));

for (const { js, way } of WAYS) {
  test(`a story is written, sent, and taken back by keyboard at 320 px, letter by letter as it was typed, ${way}`, async (t) => {
    const title = `Told by hand ${letters(`keyboard ${way}`)}`;
    let link, address;
    let [agreeing, withdrawing] = [0, 0];
    const fresh = async (page) => {
      await looksAfter(page);
      assert.deepEqual(await ticked(page), [], `nothing is ticked on ${page.url()} before somebody ticks it`);
    };
    await inWindow(hub, { js, size: LEAST }, async (page) => {
      await page.goto("/share-your-story");
      await fresh(page);
      const demonstration = await page.locator('main [name="week"][value^="demo/"]').getAttribute("value");
      await choose(page, "week", demonstration);
      await enter(page, "Start my story");
      await fresh(page);
      await choose(page, "naming", "nothing");
      await enter(page, "Save and continue");
      await headed(page, "Your story");
      await fresh(page);
      await choose(page, "kind", "lived-experience");
      await typeInto(page, "title", title);
      await typeInto(page, "body", ODD);
      await tick(page, "content_notes", "hospital");
      await enter(page, "Save and continue");
      await headed(page, "What may we do with it?");
      await fresh(page);
      const here = page.url().replace(/\/consent$/, "");
      await page.goto(`${here}/write`);
      assert.equal(await page.inputValue("[name=body]"), ODD, "kept as it was typed");
      await page.goto(`${here}/consent`);
      await tick(page, "consent_publish");
      await enter(page, "Save and continue");
      await refused(page, "18 or over");
      await looksAfter(page);
      assert.deepEqual(await ticked(page), ["consent_publish"], "after an error, what was ticked and nothing else");
      await tick(page, "adult");
      await enter(page, "Save and continue");
      await headed(page, "Check your answers");
      await looksAfter(page);
      await enter(page, "Send my story");
      await headed(page, "We have your story");
      await looksAfter(page);
      // Two boxes, the page saved, the story sent.
      agreeing = 4;
      link = (await page.locator(".private-link code").innerText()).trim();
    });
    await inWindow(hub, { js, signedIn: hub.signedIn }, async (desk) => {
      await publish(desk, title);
      address = new URL(await desk.locator("main").getByRole("link", { name: "See its page" }).getAttribute("href"), desk.url()).pathname;
    });
    await inWindow(hub, { js, size: LEAST }, async (page) => {
      await page.goto(address);
      await looksAfter(page);
      const paragraphs = await page.locator(".story .prose > p").evaluateAll((all) => all.map((p) => p.textContent));
      assert.deepEqual(Buffer.from(paragraphs.join("\n\n")), Buffer.from(seen(ODD)), `${paragraphs.join("\n\n")}`);
      await page.goto(link);
      const act = async (words) => {
        await looksAfter(page);
        withdrawing += 1;
        await enter(page, words);
      };
      await act("Open my story");
      await act("Withdraw my story");
      await act("Withdraw my story");
      await says(page, "Your story is withdrawn");
      t.diagnostic(`${agreeing} presses to agree, ${withdrawing} to withdraw`);
      assert.ok(withdrawing <= agreeing, "taking it back is no harder than agreeing was");
      assert.equal((await page.goto(address)).status(), 410);
    });
  });
}

test("the other forms around a story tick nothing for anybody", async () => {
  await inWindow(hub, {}, async (page) => {
    for (const path of ["/manage/story/code", "/report-a-concern", "/suggest-a-question"]) {
      await page.goto(path);
      assert.deepEqual(await ticked(page), [], path);
      await looksAfter(page);
    }
    await page.goto("/manage/story/code");
    await reach(page, "main [name=code]");
    await page.keyboard.insertText("no code at all");
    await enter(page, "Open my story");
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.inputValue("[name=code]"), "no code at all");
  });
});
