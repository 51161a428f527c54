// The pages of a published event for its host: postponed, over, listed again; and the host whom the desk trusts.

import { open } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, press } from "../forms.mjs";
import { publish } from "../journeys/desk.mjs";
import { eventOf, fillIn, list, publicPage } from "../journeys/events.mjs";

export async function* kinds(hub) {
  const [own, desk] = [await open(hub), await open(hub, { signedIn: hub.signedIn })];
  const seen = (name, { page }) => ({ name, page });
  try {
    const event = eventOf(someone("kinds of a published event's pages"));
    const home = await list(own.page, hub, event);
    await publish(desk.page, event.about.title);
    const address = await publicPage(own.page, home);
    yield seen("event: published", own);
    await own.page.goto(`${home}/postpone`);
    yield seen("event: postpone", own);
    await answer(own.page, { words: "Our cook is ill." });
    await press(own.page, "Postpone the event");
    yield seen("event: postponed", own);
    await own.page.goto(address);
    yield seen("event page, postponed", own);
    await own.page.goto(`${home}/postpone`);
    yield seen("event: goes ahead", own);
    await desk.page.goto(`/desk/events/${home.split("/").pop()}/trust`);
    yield seen("desk: trust a host", desk);
    await press(desk.page, "Trust this host");
    yield seen("desk: trusted hosts", desk);
    await press(desk.page, "Take it back");
    yield seen("desk: no trusted hosts", desk);
    await desk.page.goto("/desk/bring-in");
    yield seen("desk: bring in a table", desk);
    await answer(desk.page, { week: "england/2025", agreed: "by email on 3 November", table: "title,kind\nTea and talk,cafe\nA film,dance\n" });
    await press(desk.page, "Check it and bring it in");
    yield seen("desk: bring in a table, refused", desk);
    yield* afterwards(desk);
  } finally {
    await own.close();
    await desk.close();
  }
}

/** An event of a past week, entered at the desk: what happened is told, and it is listed again. */
async function* afterwards(desk) {
  const { page } = desk;
  const seen = (name) => ({ name, page });
  const event = eventOf(someone("kinds of a past event's pages"));
  await page.goto("/desk/enter-event");
  await answer(page, { week: "england/2025", agreed: "by phone on 3 November" });
  await press(page, "Continue to the form");
  await fillIn(page, event);
  await press(page, "Send my event");
  const home = page.url();
  await publish(page, event.about.title);
  await page.goto(home);
  yield seen("event: over");
  await page.goto(`${home}/happened`);
  yield seen("event: what happened");
  await answer(page, { happened: `Forty people came.\n\n${"word ".repeat(2_001)}` });
  await press(page, "Continue");
  yield seen("event: what happened, refused");
  await answer(page, { happened: "Forty people **came**." });
  await press(page, "Continue");
  await press(page, "Send my change");
  await page.goto("/desk");
  await follow(page, `Change to: ${event.about.title}`);
  yield seen("desk: review of what happened");
  await press(page, "Publish");
  await page.goto(await publicPage(page, home));
  yield seen("event page, with what happened");
  await page.goto(`${home}/again`);
  yield seen("event: list it again");
}
