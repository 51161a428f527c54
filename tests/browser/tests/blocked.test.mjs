// The script or its module never arrives: everything works as without it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { headed } from "../forms.mjs";
import { hub } from "../given.mjs";
import { fillIn, send } from "../journeys/registrations.mjs";
import { demonstration, eventsByKind } from "../kinds/public.mjs";

const EXPECTED = [/ERR_FAILED/, /works without its extras/];

for (const [blocked, what] of [["**/*.wasm", "the module"], ["**/*.js", "every script"]]) {
  test(`with ${what} lost on the way, the calendar filters and a place is booked`, async () => {
    await inWindow(hub, { expected: EXPECTED }, async (page) => {
      let lost = 0;
      await page.route(blocked, (route) => {
        lost += 1;
        return route.abort();
      });
      const week = await demonstration(page);
      await page.goto(`${week}/calendar`);
      await page.waitForTimeout(1_500);
      const all = await page.locator("#results .event").count();
      await page.check('[name=access][value="bsl"]');
      await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show results" }).click()]);
      const some = await page.locator("#results .event").count();
      assert.ok(some > 0 && some < all, `${some} of ${all}`);
      const events = await eventsByKind(page, week);
      const person = someone(`blocked ${what}`);
      await fillIn(page, events["event with places"], person, ["captions"]);
      await send(page);
      await headed(page, "Check your email");
      assert.ok(lost > 0, "something was blocked");
    });
  });
}
