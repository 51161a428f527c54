// From an empty form to an event in the calendar, as host and as coordinator.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WAYS, inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, headed, press, refused, says, saysNothingOf } from "../forms.mjs";
import { hub } from "../given.mjs";
import { askForChange, publish, review } from "../journeys/desk.mjs";
import { begin, confirm, eventOf, fillIn, list, publicPage } from "../journeys/events.mjs";
import { openMail } from "../journeys/mailbox.mjs";
import { demonstration } from "../kinds/public.mjs";

for (const { js, way } of WAYS) {
  test(`a host lists an event, a coordinator publishes it, and it is in the calendar, ${way}`, async () => {
    const host = someone(`list ${way}`);
    const event = eventOf(host);
    await inWindow(hub, { js }, async (page) => {
      const state = await list(page, hub, event);
      await inWindow(hub, { js, signedIn: hub.signedIn }, async (desk) => {
        await review(desk, host.title);
        await says(desk, host.words.slice(0, 30));
        await publish(desk, host.title);
      });
      const address = await publicPage(page, state);
      await page.goto(address);
      await headed(page, host.title);
      await says(page, `Example Group ${host.mark}`);
      await says(page, event.about.summary);
      await saysNothingOf(page, host.email);
      await page.goto(`${await demonstration(page)}/calendar?q=${host.mark}`);
      const rows = page.locator("#results").getByRole("link", { name: host.title });
      assert.equal(await rows.count(), 1, await page.locator("main").innerText());
    });
  });

  test(`a draft is kept, comes back by its private link on another device, and is changed when the desk asks, ${way}`, async () => {
    const host = someone(`change ${way}`);
    const event = eventOf(host);
    let link;
    await inWindow(hub, { js }, async (page) => {
      await begin(page);
      await answer(page, event.about);
      await press(page, "Save and come back later");
      link = (await page.locator("main code").first().innerText()).trim();
    });
    await inWindow(hub, { js }, async (page) => {
      await page.goto(link);
      await press(page, "Open my event");
      await headed(page, host.title);
      const home = page.url();
      await follow(page, "Go on with it");
      await headed(page, "Who is holding it?");
      await page.goto(`${home}/about`);
      assert.equal(await page.inputValue("[name=title]"), host.title, "what was typed is there");
      await fillIn(page, event);
      await press(page, "Send my event");
      await confirm(page, hub, host.email);
      const state = page.url();
      await inWindow(hub, { js, signedIn: hub.signedIn }, (desk) => askForChange(desk, host.title, `Say which room. ${host.mark}`));
      await openMail(page, hub, host.email, /change/i);
      await says(page, `Say which room. ${host.mark}`);
      await page.goto(state);
      await says(page, `Say which room. ${host.mark}`);
      await page.goto(`${state}/where?from=check`);
      await answer(page, { venue: "Room 2, Example Hall" });
      await press(page, "Save and continue");
      await headed(page, "Check your answers");
      await press(page, "Send my event");
      await inWindow(hub, { js, signedIn: hub.signedIn }, (desk) => publish(desk, host.title));
      const address = await publicPage(page, state);
      await page.goto(address);
      await says(page, "Room 2, Example Hall");
    });
  });

  test(`a refused page comes back with everything typed and the focus on what is wrong, ${way}`, async () => {
    const host = someone(`refused ${way}`);
    await inWindow(hub, { js }, async (page) => {
      await begin(page);
      const long = Array.from({ length: 41 }, (_, n) => `word${n}`).join(" ");
      const typed = { summary: long, description: `</textarea><script>alert(1)</script> ${host.words}` };
      await answer(page, typed);
      await press(page, "Save and continue");
      await refused(page, "Enter a title");
      for (const [name, value] of Object.entries(typed)) assert.equal(await page.inputValue(`[name=${name}]`), value);
      await page.locator(".error-summary a").first().click();
      assert.equal(await page.evaluate(() => document.activeElement.id), "title");
    });
  });
}
