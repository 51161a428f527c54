// The coordinators' side.

import { open } from "../browser.mjs";
import { answer, follow, headed, press, says } from "../forms.mjs";
import { code, period } from "../totp.mjs";
import { linkIn, mails, openMail } from "./mailbox.mjs";

export const COORDINATOR = "coordinator@example.org";

/** The first sign-in: the printed link, a button, the key of the page typed into an app, a code. */
export async function setUp(page, hub) {
  await page.goto(hub.signIn);
  await press(page, "Sign in");
  return secondStep(page);
}

/** Sets up the second step, from its page to the queue. */
export async function secondStep(page) {
  await headed(page, "Set up your second step");
  const secret = (await page.locator("main span.code").innerText()).trim();
  const used = period();
  await answer(page, { code: code(secret, used) });
  await press(page, "Finish and go to the desk");
  await page.waitForURL(/\/desk$/);
  return { secret, used };
}

/** The same in a window of its own. Returns the app's secret, the period of the code it used, and what signs a window in. */
export async function firstSignIn(hub) {
  const window = await open(hub, { js: false });
  const app = await setUp(window.page, hub);
  const signedIn = await window.context.storageState();
  await window.close();
  return { ...app, signedIn };
}

/** Invites a reviewer from the desk, and signs a window in as them by the link in their mail. */
export async function reviewer(desk, page, hub, email) {
  await invited(desk, page, hub, email);
  await secondStep(page);
}

/** The same up to the page on which they set up their second step. */
export async function invited(desk, page, hub, email) {
  await desk.goto("/desk/people");
  await answer(desk, { name: "A reader", email, role: "reviewer" });
  await press(desk, "Invite");
  await page.goto("/desk/sign-in");
  await answer(page, { email });
  await press(page, "Send me a link");
  await openMail(page, hub, email, /sign in/i);
  await page.goto(await linkIn(page, /\/desk\/sign-in\//));
  await press(page, "Sign in");
}

/** Asks for a link, opens the mail in the same browser, presses, and stops before the code. */
export async function askForLink(page, hub, email = COORDINATOR) {
  const before = await mails(page, hub, email, /sign in/i);
  await page.goto("/desk/sign-in");
  await answer(page, { email });
  await press(page, "Send me a link");
  await headed(page, "Check your email");
  await openMail(page, hub, email, /sign in/i, before);
  await page.goto(await linkIn(page, /\/desk\/sign-in\//));
  await press(page, "Sign in");
  await headed(page, "Enter your code");
}

/** Opens from the queue what waits under this title. */
export async function review(page, title) {
  await page.goto("/desk");
  await follow(page, title);
  await headed(page, title);
}

/** Publishes what waits under this title. */
export async function publish(page, title) {
  await review(page, title);
  await press(page, "Publish");
  await says(page, title);
}

/** Asks for a change. */
export async function askForChange(page, title, words) {
  await review(page, title);
  await answer(page, { words });
  await press(page, "Ask for a change");
}
