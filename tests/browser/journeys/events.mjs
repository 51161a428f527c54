// Listing an event, as its host.

import { answer, headed, press } from "../forms.mjs";
import { pressBehindMail } from "./mailbox.mjs";

const ALWAYS = ["bsl", "captions", "easy-read", "breaks", "support-worker"];
const IN_A_ROOM = ["step-free", "toilet", "hearing-loop", "quiet-space"];
const ON_A_SCREEN = ["camera-off"];

/** The access facts that a host is asked for. */
function asked(format) {
  const more = { "in-person": IN_A_ROOM, online: ON_A_SCREEN, hybrid: [...IN_A_ROOM, ...ON_A_SCREEN], "on-demand": [] };
  return [...ALWAYS, ...more[format]];
}

/** What a host answers. `more` replaces answers by name. */
export function eventOf(host, more = {}) {
  const where = more.where ?? { format: "in-person", venue: "Example Hall", address: "1 Example Street\nAnytown", postcode: "ZZ1 1ZZ" };
  const facts = Object.fromEntries(asked(where.format).map((fact) => [`access_${fact}`, host.pick(["yes", "no", "not-sure"])]));
  if (facts.access_bsl === "yes") facts.bsl_how = "booked";
  return {
    about: { title: host.title, summary: `Bring a drink and one question. ${host.mark}`, description: `We sit **in a circle**.\n\n- ${host.words}`, kind: "workshop" },
    host: { host: `Example Group ${host.mark}`, nation: "wales", contact_name: host.name, contact_email: host.email, enquiries: "Reception", enquiries_phone: "01632 960 001" },
    when: { timing: "timed", start: "10:00", end: "2.30pm" },
    where,
    access: facts,
    booking: { booking: "required", capacity: "12", cost: "free" },
    more: { audience: ["carers", "staff"], languages: ["welsh"], recording: "no", content_note: `We talk about ${host.mark}` },
    ...more,
  };
}

/** Starts a draft in the demonstration week, and returns the week's first day as the form's example says it. */
export async function begin(page) {
  await page.goto("/list-an-event");
  const weeks = page.locator('main [name="week"][type=radio]');
  if (await weeks.count()) await page.check('main [name="week"][value^="demo/"]');
  await press(page, "Start");
  await headed(page, "What is your event?");
}

/** The week's first day, off the page that asks for the day. */
export async function firstDay(page) {
  const words = await page.locator("#day-hint, main .hint").filter({ hasText: "For example," }).first().innerText();
  const [, day, month, year] = words.match(/For example, (\d+) (\d+) (\d+)/);
  return { day, month, year };
}

/** Fills in every page up to the answers to check. */
export async function fillIn(page, event) {
  await answer(page, event.about);
  await press(page, "Save and continue");
  await answer(page, event.host);
  await press(page, "Save and continue");
  await answer(page, { ...event.when, ...(event.when.timing === "timed" ? await firstDay(page) : {}) });
  await press(page, "Save and continue");
  await answer(page, event.where);
  await press(page, "Save and continue");
  await answer(page, event.access);
  await press(page, "Save and continue");
  await answer(page, event.booking);
  await press(page, "Save and continue");
  await answer(page, event.more);
  await press(page, "Save and continue");
  await headed(page, "Check your answers");
}

/** Lists an event from the first page to the coordinators' queue. Returns the address of its state. */
export async function list(page, hub, event) {
  await begin(page);
  await fillIn(page, event);
  await press(page, "Send my event");
  await headed(page, "Check your email");
  const state = page.url();
  await confirm(page, hub, event.host.contact_email);
  return state;
}

/** Confirms the host's address by the button behind the mailed link. */
export async function confirm(page, hub, email) {
  await pressBehindMail(page, hub, { to: email, subject: /confirm/i, link: /\/manage\/event\/confirm\//, button: "Confirm and send my event" });
  await headed(page, "Thank you. Your event is with the coordinators");
}

/** The public address of a published event, from its host's page. */
export async function publicPage(page, state) {
  await page.goto(state);
  return new URL(await page.getByRole("link", { name: "See your event as everyone sees it" }).getAttribute("href"), page.url()).pathname;
}
