// Pages beside the main ways: an offered place, what is held about somebody, a list on paper, a story that can be stopped, a second
// step, a goodbye at the desk.

import { open } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, press } from "../forms.mjs";
import { askForLink, invited, publish, secondStep } from "../journeys/desk.mjs";
import { eventOf, list, publicPage } from "../journeys/events.mjs";
import { linkIn, openMail } from "../journeys/mailbox.mjs";
import { confirm, cancel, fillIn, register, send } from "../journeys/registrations.mjs";
import { fillIn as write, storyOf } from "../journeys/stories.mjs";

/** A place that is given back is offered to the first who waits. */
async function* offers(hub, desk) {
  const window = await open(hub);
  const { page } = window;
  const seen = (name) => ({ name, page });
  const [host, first, second] = ["host", "first", "second"].map((who) => someone(`kinds of pages aside: ${who}`));
  const event = eventOf(host);
  event.booking.capacity = "1";
  try {
    const state = await list(page, hub, event);
    await publish(desk, host.title);
    const address = await publicPage(page, state);
    await page.goto(`${state}/amend`);
    yield seen("event: change it");
    const own = await register(page, hub, address, first);
    await page.goto(`${own}/held`);
    yield seen("registration: what is held");
    await page.goto(`${state}/registrations/paper`);
    yield seen("host's list on paper");
    await openMail(page, hub, first.email, /place/i);
    await page.goto(await linkIn(page, /\/manage\/registration\/open\//));
    yield seen("registration: open by its link");
    await fillIn(page, address, second);
    await send(page, { waiting: true });
    await confirm(page, hub, second.email, "You are on the waiting list");
    yield seen("registration: on the waiting list");
    const theirs = page.url();
    await cancel(page, own);
    await openMail(page, hub, second.email, /place/i);
    const [accept, decline] = [await linkIn(page, /\/registration\/accept\//), await linkIn(page, /\/registration\/decline\//)];
    await page.goto(theirs);
    yield seen("registration: a place is held");
    await page.goto(accept);
    yield seen("registration: take the place");
    await page.goto(decline);
    yield seen("registration: turn the place down");
  } finally {
    await window.close();
  }
}

/** A story of a week that gives its authors a day's notice. */
async function* notice(hub, desk) {
  const week = { nation: "northern-ireland", year: "2032" };
  await desk.goto("/desk/weeks");
  await answer(desk, { ...week, name: "A week with notice", organiser: "Example", notice: true });
  await press(desk, "Open the week");
  const window = await open(hub);
  const { page } = window;
  const author = someone("kinds of pages aside: author");
  try {
    await page.goto("/share-your-story");
    await page.check(`main [name="week"][value="${week.nation}/${week.year}"]`);
    await press(page, "Start my story");
    await write(page, storyOf(author));
    await press(page, "Send my story");
    const state = page.url().replace(/\/sent.*/, "");
    await page.goto(`${state}/code`);
    yield { name: "story: its code", page };
    await publish(desk, author.title);
    await page.goto(state);
    yield { name: "story: goes live tomorrow", page };
    await page.goto(`${state}/stop`);
    yield { name: "story: stop it", page };
  } finally {
    await window.close();
  }
}

/** Somebody new at the desk: their second step, again at the next sign-in, and how their sessions and account end. */
async function* somebodyNew(hub, desk) {
  const window = await open(hub);
  const { page } = window;
  const { email } = someone("kinds of pages aside: somebody new at the desk");
  try {
    await invited(desk, page, hub, email);
    yield { name: "desk: second step, set up", page };
    await answer(page, { code: "12" });
    await press(page, "Finish and go to the desk");
    yield { name: "desk: second step, refused", page };
    await secondStep(page);
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Sign out" }).click()]);
    yield { name: "desk: signed out", page };
    await askForLink(page, hub, email);
    yield { name: "desk: second step", page };
    await desk.goto("/desk/people");
    const row = desk.locator("main tr").filter({ hasText: email });
    const [end, remove] = await row.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const [name, path] of Object.entries({ "desk: end sessions": end, "desk: remove somebody": remove })) {
      await desk.goto(path);
      yield { name, page: desk };
    }
  } finally {
    await window.close();
  }
}

export async function* kinds(hub) {
  const window = await open(hub, { signedIn: hub.signedIn });
  try {
    for (const part of [offers, notice, somebodyNew]) yield* part(hub, window.page);
  } finally {
    await window.close();
  }
}
