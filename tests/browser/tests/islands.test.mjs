// What comes alive: filters, the count of words, the places left.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NARROW, alive, inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer } from "../forms.mjs";
import { hub } from "../given.mjs";
import { publish } from "../journeys/desk.mjs";
import { begin, eventOf, list, publicPage } from "../journeys/events.mjs";
import { fillIn, send } from "../journeys/registrations.mjs";
import { demonstration } from "../kinds/public.mjs";

const count = async (page) => Number((await page.locator("#result-count").innerText()).match(/\d+/)?.[0] ?? 0);

/** How many different events there are: one that meets several times has a row on each of its days. */
const different = async (page) => new Set(await page.locator("#results .event h3 a").evaluateAll((all) => all.map((link) => link.href))).size;

test("a tick answers at once: the list, the count, the address and Back follow, and the page is not loaded again", async () => {
  await inWindow(hub, {}, async (page) => {
    const week = await demonstration(page);
    await page.goto(`${week}/calendar`);
    await alive(page);
    await page.evaluate(() => (window.same = true));
    const all = await count(page);
    const shown = await page.locator("#results .event").count();
    await page.check('[name=access][value="bsl"]');
    await page.waitForURL(/access=bsl/);
    await page.waitForFunction((before) => !document.querySelector("#result-count").innerText.includes(before), `${all} events`);
    const some = await count(page);
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    assert.equal(await different(page), some);
    const rows = await page.locator("#results .event").count();
    assert.equal(await page.locator("#result-count").getAttribute("role"), "status", "the count is said aloud");
    assert.ok(await page.evaluate(() => document.activeElement.value === "bsl"), "the focus stays on the box");
    await page.check("[name=free]");
    await page.waitForURL(/free=yes/);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes("free"));
    await page.waitForFunction((n) => document.querySelectorAll("#results .event").length === n, rows);
    assert.ok(!(await page.isChecked("[name=free]")) && (await page.isChecked('[name=access][value="bsl"]')));
    await page.goBack();
    await page.waitForFunction((n) => document.querySelectorAll("#results .event").length === n, shown);
    assert.ok(await page.evaluate(() => window.same), "it is the same page");
    await page.reload();
    assert.equal(await count(page), all);
  });
});

test("typing in the search keeps the focus and every letter", async () => {
  await inWindow(hub, {}, async (page) => {
    await page.goto(`${await demonstration(page)}/calendar`);
    await alive(page);
    const all = await count(page);
    await page.focus("#q");
    for (const letter of "carers") await page.keyboard.type(letter, { delay: 120 });
    await page.waitForURL(/q=carers/);
    await page.waitForFunction((n) => document.querySelectorAll("#results .event").length < n, all);
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    assert.equal(await page.inputValue("#q"), "carers");
    await page.keyboard.type(" zzzz");
    await page.waitForURL(/zzzz/);
    await page.locator("#results").getByText("Nothing matches all of that").waitFor();
    await page.locator("#results").getByRole("link", { name: "See every event" }).click();
    await page.waitForURL(/\/calendar$/);
    assert.equal(await count(page), all);
  });
});

test("what an address asks for and nobody knows is said, and gone with the next tick", async () => {
  await inWindow(hub, {}, async (page) => {
    await page.goto(`${await demonstration(page)}/calendar?access=cake`);
    await alive(page);
    const said = page.locator("#results .notice").getByText("asks for something that we don’t know, under “What you need”");
    await said.waitFor();
    await page.check("[name=free]");
    await page.waitForURL((url) => url.search.includes("free=yes") && !url.search.includes("cake"));
    await said.waitFor({ state: "detached" });
  });
});

test("without JavaScript the same filters answer by a button, and hold the same address", async () => {
  await inWindow(hub, { js: false, size: NARROW }, async (page) => {
    await page.goto(`${await demonstration(page)}/calendar`);
    await page.locator("main summary").first().click();
    await page.check('[name=access][value="bsl"]');
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show results" }).click()]);
    assert.match(page.url(), /access=bsl/);
    assert.equal(await different(page), await count(page));
  });
});

test("the summary's words are counted while it is written", async () => {
  await inWindow(hub, {}, async (page) => {
    await begin(page);
    await alive(page);
    await answer(page, { summary: "One two three" });
    await page.locator(".word-count").getByText("3 of 40 words used").waitFor();
    await answer(page, { summary: Array.from({ length: 42 }, (_, n) => `word${n}`).join(" ") });
    await page.locator(".word-count.over").waitFor();
    await page.locator("[role=status]").getByText(/2 (words )?(too many|over)|too many/).waitFor({ state: "attached" });
  });
});

test("the places left stay true while somebody fills in the form, without loading it again", async () => {
  const [host, person] = [someone("live host"), someone("live person")];
  const event = eventOf(host);
  event.booking.capacity = "4";
  let address;
  await inWindow(hub, {}, async (page) => {
    const state = await list(page, hub, event);
    await inWindow(hub, { signedIn: hub.signedIn }, (desk) => publish(desk, host.title));
    address = await publicPage(page, state);
  });
  await inWindow(hub, {}, async (page) => {
    await page.goto(`${address}/register`);
    await alive(page);
    await page.locator(".live").getByText("4 places").waitFor();
    await inWindow(hub, { js: false }, async (other) => {
      await fillIn(other, address, person);
      await send(other);
    });
    // Back from another tab.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.locator(".live").getByText("3 places").waitFor();
  });
});
