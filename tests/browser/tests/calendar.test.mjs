// How the calendar tells what it shows, to eyes and to ears.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NARROW, WIDE, inWindow } from "../browser.mjs";
import { press } from "../forms.mjs";
import { hub } from "../given.mjs";
import { demonstration } from "../kinds/public.mjs";

test("every event of the calendar is a heading with a link and a time for machines, and its state is in words", async () => {
  await inWindow(hub, { js: false }, async (page) => {
    await page.goto(`${await demonstration(page)}/calendar`);
    const rows = await page.locator("#results .event").evaluateAll((all) =>
      all.map((row) => ({
        is: row.tagName,
        title: row.querySelector("h3 > a[href]")?.innerText.trim(),
        headings: row.querySelectorAll("h1, h2, h3, h4").length,
        time: row.querySelector("time[datetime]")?.getAttribute("datetime") ?? row.querySelector(".time")?.innerText.trim(),
        cancelled: row.classList.contains("cancelled"),
        words: row.innerText,
        moves: row.querySelectorAll("[draggable]").length,
      })),
    );
    assert.ok(rows.length > 30, `${rows.length} rows`);
    for (const row of rows) {
      assert.equal(row.is, "ARTICLE", row.title);
      assert.ok(row.title && row.headings === 1, `a heading with a link: ${row.words}`);
      assert.match(row.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d|^Any time/, row.title);
      assert.equal(row.moves, 0, "nothing is dragged");
      if (row.cancelled) assert.match(row.words, /Cancelled/, row.title);
    }
    assert.ok(rows.some((row) => row.cancelled), "one of the week's events is cancelled");
    const days = await page.locator("#days li").evaluateAll((all) => all.map((day) => day.innerText));
    assert.ok(days.length >= 5 && days.every((day) => /\d+ event|No events/.test(day)), "how full a day is stands in words");
  });
});

test("the days of a week stand side by side where there is room, and one below the other on a phone", async () => {
  for (const [size, along, across] of [
    [WIDE, "left", "top"],
    [NARROW, "top", "left"],
  ]) {
    await inWindow(hub, { js: false, size }, async (page) => {
      await page.goto(`${await demonstration(page)}/calendar`);
      const places = await page.locator("#days li").evaluateAll((all) => all.map((day) => day.getBoundingClientRect().toJSON()));
      const whole = (side) => places.map((place) => Math.round(place[side]));
      assert.ok(places.length >= 5, `${places.length} days`);
      assert.equal(new Set(whole(across)).size, 1, `${size.width} px, ${across}: ${whole(across)}`);
      assert.deepEqual(whole(along), [...new Set(whole(along))].toSorted((a, b) => a - b), `${size.width} px, ${along}: one after the other, none over another`);
    });
  }
});

test("what is read aloud names the count, the list of each day and the filters", async () => {
  await inWindow(hub, {}, async (page, { context }) => {
    await page.goto(`${await demonstration(page)}/calendar`);
    const devtools = await context.newCDPSession(page);
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const said = nodes.filter((node) => !node.ignored).map((node) => ({ role: node.role?.value, name: node.name?.value ?? "" }));
    const of = (role) => said.filter((node) => node.role === role).map((node) => node.name);
    assert.equal(of("main").length, 1);
    assert.equal(of("status").length >= 1, true, "the count is a status");
    assert.ok(of("heading").some((name) => /^Monday \d+ /.test(name)), "a heading for a day");
    assert.ok(of("checkbox").length > 20 && of("checkbox").every(Boolean), "every box has a name");
    assert.ok(of("link").every(Boolean) && of("button").every(Boolean), "every link and button has a name");
  });
});

test("filters are a form that asks, their address is the state, Back works without a script, and nothing found says what to do", async () => {
  await inWindow(hub, { js: false }, async (page) => {
    const week = await demonstration(page);
    await page.goto(`${week}/calendar`);
    assert.equal(await page.locator("main form:has([name=access])").first().evaluate((form) => form.method), "get");
    await page.check('main [name=access][value="bsl"]');
    await press(page, "Show results");
    const there = page.url();
    assert.match(there, /access=bsl/);
    await page.fill("main [name=q]", "zzzzzz");
    await press(page, "Show results");
    await page.locator(".empty").getByText("Nothing matches all of that").waitFor();
    await page.goBack();
    assert.equal(page.url(), there);
    assert.ok(await page.isChecked('main [name=access][value="bsl"]'));
    await page.goto(`${week}/calendar?q=zzzzzz`);
    await Promise.all([page.waitForEvent("load"), page.locator(".empty").getByRole("link", { name: "See every event" }).click()]);
    assert.ok((await page.locator("#results .event").count()) > 30);
  });
});

test("the dark colours are there from the first moment, without a script", async () => {
  for (const scheme of ["light", "dark"]) {
    await inWindow(hub, { js: false, scheme }, async (page) => {
      await page.goto("/", { waitUntil: "commit" });
      // The page is read before its style sheet is there; it must not be shown before.
      while (!(await page.evaluate(() => performance.getEntriesByName("first-paint").length))) await page.waitForTimeout(20);
      const { paper, root, blocks } = await page.evaluate(() => ({
        paper: getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number),
        root: getComputedStyle(document.documentElement).colorScheme,
        blocks: document.querySelector("head link[rel=stylesheet]")?.media ?? "none",
      }));
      const dark = paper.every((part) => part < 60);
      assert.equal(dark, scheme === "dark", `${scheme}: ${paper}`);
      assert.equal(root, "light dark", "the browser's own parts follow too");
      assert.equal(blocks, "", "the style sheet comes before the first picture of the page");
    });
  }
});
