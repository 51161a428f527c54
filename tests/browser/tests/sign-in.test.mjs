// The desk's door.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WAYS, inWindow } from "../browser.mjs";
import { answer, headed, press, refused, says } from "../forms.mjs";
import { hub } from "../given.mjs";
import { askForLink } from "../journeys/desk.mjs";
import { code, period } from "../totp.mjs";

// A code works once, for whoever signs in: each walk takes the next one. One period ahead is taken too.
let used = hub.used;
for (const { js, way } of WAYS) {
  test(`a coordinator signs in by a mailed link, a button and a code, and signs out, ${way}`, async () => {
    await inWindow(hub, { js }, async (page) => {
      await askForLink(page, hub);
      await page.goto("/desk");
      await headed(page, "Enter your code");
      await answer(page, { code: "12" });
      await press(page, "Continue");
      await refused(page, "A code has 6 digits");
      used = Math.max(used + 1, period());
      while (period() < used - 1) await page.waitForTimeout(500);
      await answer(page, { code: code(hub.secret, used) });
      await press(page, "Continue");
      assert.equal(new URL(page.url()).pathname, "/desk");
      await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Sign out" }).click()]);
      await page.goto("/desk");
      assert.equal(new URL(page.url()).pathname, "/desk/sign-in");
      await headed(page, "Sign in to the desk");
    });
  });
}

test("without a session every page of the desk leads to the door", async () => {
  await inWindow(hub, { js: false }, async (page) => {
    for (const path of ["/desk", "/desk/audit", "/desk/people", "/desk/weeks", "/desk/enter-event", "/desk/enter-story", "/desk/enter-registration"]) {
      await page.goto(path);
      await headed(page, "Sign in to the desk");
    }
    await says(page, "The desk is for coordinators");
  });
});
