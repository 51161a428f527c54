// Every page of listing an event, in its states.

import { open } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, press } from "../forms.mjs";
import { begin, eventOf, firstDay } from "../journeys/events.mjs";
import { linkIn, openMail } from "../journeys/mailbox.mjs";

export async function* kinds(hub) {
  const window = await open(hub);
  const { page } = window;
  const seen = (name) => ({ name, page });
  const host = someone("kinds of host's pages");
  const event = eventOf(host);
  try {
    await page.goto("/list-an-event");
    yield seen("list an event");
    await press(page, "Start");
    yield seen("list an event, refused");
    await begin(page);
    for (const step of ["about", "host", "when", "where", "access", "booking"]) {
      yield seen(`event form: ${step}`);
      await press(page, "Save and continue");
      yield seen(`event form: ${step}, refused`);
      await answer(page, { ...event[step], ...(step === "when" ? await firstDay(page) : {}) });
      if (step === "about") {
        await press(page, "See how the description will look");
        yield seen("event form: about, previewed");
      }
      await press(page, "Save and continue");
    }
    yield seen("event form: more");
    await answer(page, event.more);
    await press(page, "Save and continue");
    yield seen("event form: check");
    const state = page.url().replace(/\/check.*/, "");
    await page.goto(`${state}/link`);
    yield seen("event: private link");
    await page.goto(state);
    yield seen("event: draft");
    await page.goto(`${state}/check`);
    await press(page, "Send my event");
    yield seen("event: sent");
    await openMail(page, hub, host.email, /confirm/i);
    yield seen("mail to confirm");
    await page.goto(await linkIn(page, /\/manage\/event\/confirm\//));
    yield seen("event: confirm");
    await press(page, "Confirm and send my event");
    yield seen("event: with the coordinators");
    await follow(page, "Withdraw this event");
    yield seen("event: withdraw");
    await press(page, "Withdraw my event");
    yield seen("event: withdrawn");
  } finally {
    await window.close();
  }
}
