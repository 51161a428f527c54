// The keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LEAST, WIDE, alive, inWindow } from "../browser.mjs";
import { headed } from "../forms.mjs";
import { hub } from "../given.mjs";
import { demonstration, eventsByKind } from "../kinds/public.mjs";

/** Presses Tab through a whole page. Each stop: who has the focus, whether it is in sight, whether its ring is. */
async function stops(page, key = "Tab", most = 400) {
  const seen = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body || e === document.documentElement) return null;
      e.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
      const box = e.getBoundingClientRect();
      const middle = document.elementFromPoint(Math.min(Math.max(box.x + Math.min(box.width, 40) / 2, 0), innerWidth - 1), box.y + box.height / 2);
      // A tick or radio is drawn by what stands before it.
      const look = getComputedStyle(e, ["checkbox", "radio"].includes(e.type) ? "::before" : null);
      const label = e.labels?.[0];
      return {
        at: e.dataset.stop,
        what: `${e.tagName.toLowerCase()} ${(e.innerText || e.name || e.id || "").trim().slice(0, 40)}`,
        hidden: !(middle && (e.contains(middle) || middle.contains(e) || label?.contains(middle))),
        ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
      };
    });
    if (!stop || seen.some((earlier) => earlier.at === stop.at)) return seen;
    seen.push(stop);
    assert.ok(seen.length < most, "the end of the page is never reached");
  }
}

function inSight(seen) {
  assert.deepEqual(seen.filter((stop) => stop.hidden).map((stop) => stop.what), [], "hidden while they have the focus");
  assert.deepEqual(seen.filter((stop) => !stop.ring).map((stop) => stop.what), [], "no ring while they have the focus");
}

for (const size of [WIDE, LEAST]) {
  test(`Tab crosses the calendar from the skip link to the footer, ${size.width} px wide`, async () => {
    await inWindow(hub, { size }, async (page) => {
      await page.goto(`${await demonstration(page)}/calendar`);
      await alive(page);
      const seen = await stops(page);
      assert.match(seen[0].what, /Skip to the main content/);
      assert.match(seen.at(-1).what, /^a Desk/, "the last stop is the footer's last link");
      assert.ok(seen.length > 40, `${seen.length} stops`);
      inSight(seen);
    });
  });

  test(`Tab crosses the form to register, and back, ${size.width} px wide`, async () => {
    await inWindow(hub, { js: false, size }, async (page) => {
      const events = await eventsByKind(page, await demonstration(page));
      await page.goto(`${events["event with places"]}/register`);
      const there = await stops(page);
      inSight(there);
      assert.ok(there.some((stop) => /^button Continue/.test(stop.what)));
    });
  });
}

test("the skip link leads to the main part", async () => {
  await inWindow(hub, { js: false }, async (page) => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => location.hash), "#main");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  });
});

for (const js of [true, false]) {
  test(`a form is filled in and sent by the keyboard alone, ${js ? "with" : "without"} JavaScript`, async () => {
    await inWindow(hub, { js }, async (page) => {
      const events = await eventsByKind(page, await demonstration(page));
      await page.goto(`${events["event with places"]}/register`);
      await page.focus("[name=name]");
      await page.keyboard.type("Zoë Keys");
      await page.keyboard.press("Tab");
      await page.keyboard.type("zoe at home");
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      assert.equal(await page.evaluate(() => document.activeElement.id), "error-summary");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "email");
      await page.keyboard.press("Control+A");
      await page.keyboard.type("zoe@example.org");
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
      await headed(page, "What would help you take part?");
      await page.focus('[name=needs][value="bsl"]');
      await page.keyboard.press("Space");
      assert.ok(await page.isChecked('[name=needs][value="bsl"]'));
    });
  });
}
