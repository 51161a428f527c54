// Collecting events: on the device, in the address, as a file, and gone with one button.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alive, inWindow } from "../browser.mjs";
import { hub } from "../given.mjs";
import { demonstration } from "../kinds/public.mjs";

const add = (page, nth) => page.locator("#results button[data-event]").nth(nth);
const link = (page) => page.locator("#my-week a");

test("events are collected on the device, survive filters and a reload, and are gone with one button", async () => {
  await inWindow(hub, {}, async (page) => {
    const week = await demonstration(page);
    await page.goto(`${week}/calendar`);
    await alive(page);
    const titles = await page.locator("#results article h3").allInnerTexts();
    await add(page, 0).click();
    await add(page, 2).click();
    await page.locator("#my-week [role=status]").getByText("My week has 2 events.").waitFor({ state: "attached" });
    assert.match(await add(page, 0).innerText(), /Take out of my week/);
    assert.equal(await link(page).innerText(), "My week (2)");
    await page.check("[name=free]");
    await page.waitForURL(/free=yes/);
    await page.goBack();
    await page.waitForFunction((n) => document.querySelectorAll("#results .event").length === n, titles.length);
    assert.match(await add(page, 2).innerText(), /Take out of my week/, "rows that came back say so too");
    await page.reload();
    await alive(page);
    assert.equal(await link(page).innerText(), "My week (2)");
    assert.deepEqual(await page.context().cookies(), [], "no cookie");

    await link(page).click();
    await page.waitForURL(/my-week\?e=/);
    await alive(page);
    assert.deepEqual((await page.locator("main article h3").allInnerTexts()).sort(), [titles[0], titles[2]].sort());
    const file = await page.request.get(await page.getByRole("link", { name: "Download as a calendar file" }).getAttribute("href"));
    assert.equal((await file.text()).match(/BEGIN:VEVENT/g).length, 2);
    await page.goto(`${week}/my-week`);
    await page.waitForURL(/my-week\?e=/, { timeout: 5_000 });
    await alive(page);
    await page.locator("main article button[data-event]").first().click();
    await page.waitForFunction(() => document.querySelectorAll("main article").length === 1);
    await alive(page);
    await page.getByRole("button", { name: "Clear my week" }).click();
    await page.getByText("Nothing here yet").waitFor();
    assert.equal(await page.evaluate(() => localStorage.length), 0, "nothing is left on the device");
  });
});

test("an address that somebody sent shows their events, and keeps them only when asked", async () => {
  await inWindow(hub, {}, async (page) => {
    const week = await demonstration(page);
    await page.goto(`${week}/calendar`);
    const event = await add(page, 1).getAttribute("data-event");
    await page.goto(`${week}/my-week?e=${event}`);
    await alive(page);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.ok(await page.getByRole("button", { name: "Clear my week" }).isHidden(), "there is nothing to clear yet");
    await page.getByRole("button", { name: "Keep these on this device" }).click();
    await page.getByRole("button", { name: "Clear my week" }).waitFor();
    assert.equal(await page.evaluate(() => localStorage.length), 1);
  });
});

test("without JavaScript the address works, and the page says what collecting needs", async () => {
  await inWindow(hub, { js: false }, async (page) => {
    const week = await demonstration(page);
    await page.goto(`${week}/calendar`);
    assert.equal(await page.locator("button[data-event]:visible").count(), 0);
    const event = await add(page, 1).getAttribute("data-event");
    await page.goto(`${week}/my-week`);
    await page.getByText("This needs JavaScript").waitFor();
    assert.equal(await page.locator("#my-week button:visible").count(), 0, "no button that does nothing");
    await page.goto(`${week}/my-week?e=${event}&e=nonsense`);
    assert.equal(await page.locator("main article").count(), 1);
  });
});
