// The keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WIDE, alive, inWindow } from "../browser.mjs";
import { contrast } from "../contrast.mjs";
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
      // Where it stands in the page: with Tab each stop comes after the one before.
      const order = [...document.querySelectorAll("*")].indexOf(e);
      const box = e.getBoundingClientRect();
      // The middle of what the window shows of it: a table may be taller than the window.
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const middle = top < bottom && document.elementFromPoint(Math.min(Math.max(box.x + Math.min(box.width, 40) / 2, 0), innerWidth - 1), (top + bottom) / 2);
      // A tick or radio is drawn by what stands before it.
      const look = getComputedStyle(e, ["checkbox", "radio"].includes(e.type) ? "::before" : null);
      const label = e.labels?.[0];
      // What the ring lies on: what has the focus where it is drawn inside, or the first ground around.
      const clear = (at) => Number(getComputedStyle(at).backgroundColor.match(/[\d.]+/g)[3]) === 0;
      let ground = parseFloat(look.outlineOffset) < 0 ? e : e.parentElement;
      while (ground && clear(ground)) ground = ground.parentElement;
      return {
        at: e.dataset.stop,
        order,
        what: `${e.tagName.toLowerCase()} ${(e.innerText || e.name || e.id || "").trim().slice(0, 40)}`,
        hidden: !(middle && (e.contains(middle) || middle.contains(e) || label?.contains(middle))),
        ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
        colour: look.outlineColor,
        ground: ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)",
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
  const faint = seen.filter(({ colour, ground }) => contrast(colour, ground) < 3);
  assert.deepEqual(faint.map(({ what, colour, ground }) => `${what}: ${colour} on ${ground}`), [], "a ring that stands out less than 3 to 1 (WCAG 1.4.11)");
}

/** Tab goes through the page in its own order, and Shift+Tab goes back over the same stops. */
async function thereAndBack(page) {
  await page.evaluate(() => document.activeElement?.blur());
  const there = await stops(page);
  inSight(there);
  const orders = there.map((stop) => stop.order);
  assert.deepEqual(orders, orders.toSorted((a, b) => a - b), "the focus goes in the order of the page");
  await page.focus(`[data-stop="${there.at(-1).at}"]`);
  const back = await stops(page, "Shift+Tab");
  inSight(back);
  // From the first stop it may lead on to the last, from which it began.
  const before = back.filter((stop) => stop.at !== there.at(-1).at);
  assert.deepEqual(before.map((stop) => stop.at), there.map((stop) => stop.at).toReversed().slice(1), "Shift+Tab leads back over the same stops");
  return there;
}

/** What anyone may read: home, a week, its programme, a question, its stories, one of them, and what stands in a partner's frame. */
async function reading(page) {
  const week = await demonstration(page);
  await page.goto(`${week}/stories`);
  const story = await page.locator('main a[href^="/stories/"]').first().getAttribute("href");
  return ["/", week, `${week}/programme`, `${week}/questions/1`, `${week}/stories`, story, `/embed${week}`];
}

/** As low as a window is when the page is four times as large. */
const LOW = { width: 320, height: 256 };

for (const size of [WIDE, LOW]) {
  const at = `${size.width} by ${size.height} px`;

  test(`Tab crosses the calendar from the skip link to the footer, and back, ${at}`, async () => {
    await inWindow(hub, { size }, async (page) => {
      await page.goto(`${await demonstration(page)}/calendar`);
      await alive(page);
      const seen = await thereAndBack(page);
      assert.match(seen[0].what, /Skip to the main content/);
      assert.match(seen.at(-1).what, /^a Desk/, "the last stop is the footer's last link");
      assert.ok(seen.length > 40, `${seen.length} stops`);
    });
  });

  test(`Tab crosses what a visitor, a host and an author fill in, and back, ${at}`, async () => {
    await inWindow(hub, { js: false, size }, async (page) => {
      const week = await demonstration(page);
      const events = await eventsByKind(page, week);
      for (const path of [events["event with places"], `${events["event with places"]}/register`, "/list-an-event", "/share-your-story", "/links"]) {
        await page.goto(path);
        const there = await thereAndBack(page);
        if (path.endsWith("/register")) assert.ok(there.some((stop) => /^button Continue/.test(stop.what)));
      }
    });
  });

  test(`Tab crosses what anyone may read, and back, ${at}`, async () => {
    await inWindow(hub, { js: false, size }, async (page) => {
      for (const path of await reading(page)) {
        await page.goto(path);
        assert.ok((await thereAndBack(page)).length > 2, path);
      }
    });
  });

  test(`Tab crosses one's own week, and back, ${at}`, async () => {
    await inWindow(hub, { size }, async (page) => {
      const week = await demonstration(page);
      await page.goto(`${week}/calendar`);
      const some = await page.locator("button[data-event]").evaluateAll((all) => all.slice(0, 3).map((button) => `e=${button.dataset.event}`));
      await page.goto(`${week}/my-week?${some.join("&")}`);
      await alive(page);
      const there = await thereAndBack(page);
      assert.ok(there.some((stop) => /^button Keep these/.test(stop.what)));
    });
  });

  test(`Tab crosses the desk, and back, ${at}`, async () => {
    await inWindow(hub, { size, signedIn: hub.signedIn }, async (page) => {
      await page.goto("/desk");
      const waiting = await page.locator("main table a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const review = ["events", "stories"].map((what) => waiting.find((href) => href.includes(`/${what}/`))).filter(Boolean);
      for (const path of ["/desk", ...review, "/desk/people", "/desk/weeks", "/desk/bring-in"]) {
        await page.goto(path);
        await alive(page);
        const there = await thereAndBack(page);
        assert.ok(there.some((stop) => /^button Sign out/.test(stop.what)), path);
      }
    });
  });
}

test("in the dark the ring stands out as well", async () => {
  await inWindow(hub, { js: false, scheme: "dark" }, async (page) => {
    const week = await demonstration(page);
    const events = await eventsByKind(page, week);
    const filledIn = [`${week}/calendar`, events["event with places"], `${events["event with places"]}/register`, "/list-an-event", "/share-your-story", "/links"];
    for (const path of [...(await reading(page)), ...filledIn]) {
      await page.goto(path);
      const seen = await stops(page);
      assert.ok(seen.length > 2, path);
      inSight(seen);
    }
  });
});

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
