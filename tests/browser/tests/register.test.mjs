// Getting a place, changing one's mind, waiting for one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WAYS, inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, headed, press, refused, says, saysNothingOf } from "../forms.mjs";
import { hub } from "../given.mjs";
import { publish } from "../journeys/desk.mjs";
import { eventOf, list, publicPage } from "../journeys/events.mjs";
import { linkIn, openMail } from "../journeys/mailbox.mjs";
import { cancel, confirm, fillIn, register, send } from "../journeys/registrations.mjs";

/** A published event with so many places, and its host's window still open. */
async function given(js, name, capacity, act) {
  const host = someone(name);
  const event = eventOf(host);
  event.booking.capacity = String(capacity);
  await inWindow(hub, { js }, async (page) => {
    const state = await list(page, hub, event);
    await inWindow(hub, { js, signedIn: hub.signedIn }, (desk) => publish(desk, host.title));
    await act({ page, state, address: await publicPage(page, state), host });
  });
}

for (const { js, way } of WAYS) {
  test(`a person registers with access needs, the host sees them, and the place can be given back, ${way}`, async () => {
    await given(js, `needs ${way}`, 3, async ({ page: hostPage, state, address }) => {
      const person = someone(`attendee ${way}`);
      await inWindow(hub, { js }, async (page) => {
        const own = await register(page, hub, address, person, ["bsl", "quiet-space"]);
        await says(page, "BSL");
        await says(page, "1 Example Street");
        await hostPage.goto(`${state}/registrations`);
        await says(hostPage, person.name);
        await says(hostPage, person.words);
        await page.goto(address);
        await says(page, "2 places");
        await saysNothingOf(page, person.name);
        await page.goto(own);
        await follow(page, "Change my booking");
        await answer(page, { name: `${person.name} again` });
        await press(page, "Save my changes");
        await says(page, `${person.name} again`);
        await cancel(page, own);
        await says(page, "You cancelled your booking");
        await page.goto(address);
        await says(page, "3 places");
      });
    });
  });

  test(`a person without an email address registers by phone and skips access needs, ${way}`, async () => {
    await given(js, `phone ${way}`, 3, async ({ address }) => {
      const person = someone(`phone attendee ${way}`);
      await inWindow(hub, { js }, async (page) => {
        await fillIn(page, address, { name: person.name, phone: `01632 96${String(person.number(9999)).padStart(4, "0")}` });
        await send(page);
        await headed(page, "You have a place");
        await follow(page, "See, change or cancel your booking");
        await headed(page, "You have a place");
        await says(page, person.name);
      });
    });
  });

  test(`a full event has a waiting list, and a place given back is offered to the first in the queue, ${way}`, async () => {
    await given(js, `waiting ${way}`, 1, async ({ address }) => {
      const [first, second] = [someone(`first ${way}`), someone(`second ${way}`)];
      let own;
      await inWindow(hub, { js }, async (page) => {
        own = await register(page, hub, address, first);
        await inWindow(hub, { js }, async (other) => {
          await fillIn(other, address, second);
          await says(other, "This event is full");
          await send(other, { waiting: true });
          await headed(other, "Check your email");
          await confirm(other, hub, second.email, "You are on the waiting list");
          await says(other, "You are first in the queue");
          const theirs = other.url();
          await cancel(page, own);
          await openMail(other, hub, second.email, /place/i);
          await other.goto(theirs);
          await headed(other, "A place is held for you");
          await press(other, "Take the place");
          await headed(other, "You have a place");
        });
      });
    });
  });

  test(`details that don't fit come back with everything typed, ${way}`, async () => {
    await given(js, `wrong details ${way}`, 3, async ({ address }) => {
      await inWindow(hub, { js }, async (page) => {
        await page.goto(`${address}/register`);
        await answer(page, { name: "Siân", email: "sian at home" });
        await press(page, "Continue");
        await refused(page, "email");
        assert.equal(await page.inputValue("[name=email]"), "sian at home");
        await answer(page, { email: someone(`mended ${way}`).email });
        await press(page, "Continue");
        await headed(page, "What would help you take part?");
        await answer(page, { needs: ["bsl"] });
        await press(page, "Continue");
        assert.equal(await page.locator(".error-summary").count(), 1, "needs are kept only with consent");
        assert.ok(await page.isChecked('[name=needs][value="bsl"]'));
      });
    });
  });

  test(`"send my link again" says the same whether or not the address is known, ${way}`, async () => {
    const seen = [];
    await given(js, `links ${way}`, 3, async ({ host }) => {
      for (const email of [host.email, `nobody-${host.mark}@example.org`]) {
        await inWindow(hub, { js }, async (page) => {
          await page.goto("/links");
          await answer(page, { email });
          await press(page, "Send my links");
          seen.push(await page.locator("main").innerText());
        });
      }
      await inWindow(hub, { js }, async (page) => {
        await openMail(page, hub, host.email, /link/i);
        await page.goto(await linkIn(page, /\/manage\/event\/open\//));
        await press(page, "Open my event");
        await headed(page, host.title);
      });
    });
    assert.equal(seen[0], seen[1]);
  });
}
