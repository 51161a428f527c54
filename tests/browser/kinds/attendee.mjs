// Every page of registering, in its states, and the host's list.

import { open } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, press } from "../forms.mjs";
import { publish } from "../journeys/desk.mjs";
import { eventOf, list, publicPage } from "../journeys/events.mjs";
import { linkIn, openMail } from "../journeys/mailbox.mjs";
import { fillIn, send } from "../journeys/registrations.mjs";

export async function* kinds(hub) {
  const window = await open(hub, { signedIn: hub.signedIn });
  const { page } = window;
  const seen = (name) => ({ name, page });
  const [host, person, other] = ["host", "person", "other"].map((who) => someone(`kinds of attendee's pages: ${who}`));
  const event = eventOf(host);
  event.booking.capacity = "1";
  try {
    const state = await list(page, hub, event);
    await publish(page, host.title);
    yield seen("desk: queue, just published");
    await page.goto(state);
    yield seen("event: published, as its host sees it");
    const address = await publicPage(page, state);
    await page.goto(`${state}/registrations`);
    yield seen("host's list, nobody yet");
    await page.goto(`${address}/register`);
    yield seen("register: details");
    await press(page, "Continue");
    yield seen("register: details, refused");
    await answer(page, { name: person.name, email: person.email });
    await press(page, "Continue");
    yield seen("register: access needs");
    await answer(page, { needs: ["bsl"] });
    await press(page, "Continue");
    yield seen("register: access needs, refused");
    await answer(page, { needs_consent: true });
    await press(page, "Continue");
    yield seen("register: check");
    await send(page);
    yield seen("register: sent");
    await openMail(page, hub, person.email, /confirm/i);
    await page.goto(await linkIn(page, /\/manage\/registration\/confirm\//));
    yield seen("registration: confirm");
    await press(page, /^Confirm/);
    yield seen("registration: has a place");
    const own = page.url();
    await page.goto(address);
    yield seen("event, full, waiting list");
    await fillIn(page, address, other);
    yield seen("register: check, full");
    await send(page, { waiting: true });
    yield seen("register: sent, full");
    await page.goto(`${state}/registrations`);
    yield seen("host's list");
    await page.goto(`${own}/change`);
    yield seen("registration: change");
    await page.goto(`${own}/cancel`);
    yield seen("registration: cancel");
    await press(page, "Cancel my booking");
    yield seen("registration: cancelled");
    await page.goto(`${state}/cancel`);
    yield seen("event: cancel");
    await press(page, "Cancel the event");
    yield seen("event: cancelled, as its host sees it");
    await page.goto(`${address}/register`);
    yield seen("register: the event is cancelled");
    await page.goto("/links");
    await press(page, "Send my links");
    yield seen("links, refused");
    await answer(page, { email: host.email });
    await press(page, "Send my links");
    yield seen("links, sent");
  } finally {
    await window.close();
  }
}
