// Registering for an event, as somebody who wants to come.

import { answer, follow, headed, press, says } from "../forms.mjs";
import { pressBehindMail } from "./mailbox.mjs";

/** Goes from the event's page to the answers to check. `needs` are access needs, by their keys. */
export async function fillIn(page, event, person, needs = []) {
  await page.goto(event);
  const full = await page.locator("main").getByRole("link", { name: "Join the waiting list" }).count();
  await follow(page, full ? "Join the waiting list" : "Register for a place");
  await headed(page, "Your details");
  await answer(page, { name: person.name, email: person.email ?? "", phone: person.phone ?? "" });
  if (await page.locator("input[name=way]").count()) await answer(page, { way: person.way ?? "room" });
  await press(page, "Continue");
  await headed(page, "What would help you take part?");
  if (needs.length) {
    await answer(page, { needs, needs_other: person.words, needs_consent: true });
    await press(page, "Continue");
  } else {
    await press(page, "Skip this");
  }
  await headed(page, "Check your answers");
  await says(page, person.name);
}

/** Sends what was checked. */
export async function send(page, { waiting = false } = {}) {
  await press(page, waiting ? "Join the waiting list" : "Send my booking");
}

/** Confirms the address by the button behind the mailed link; the own page comes after it. */
export async function confirm(page, hub, email, heading = "You have a place") {
  await pressBehindMail(page, hub, { to: email, subject: /confirm/i, link: /\/manage\/registration\/confirm\//, button: "Confirm my email address" });
  await headed(page, heading);
}

/** Registers and confirms. Returns the address of the own page. */
export async function register(page, hub, event, person, needs = []) {
  await fillIn(page, event, person, needs);
  await send(page);
  await headed(page, "Check your email");
  await confirm(page, hub, person.email);
  return page.url();
}

/** Cancels from the own page. */
export async function cancel(page, own) {
  await page.goto(own);
  await follow(page, "Cancel my booking");
  await press(page, "Cancel my booking");
}
