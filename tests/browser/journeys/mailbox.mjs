// Reading mail, as whoever it is for.

import assert from "node:assert/strict";
import { press } from "../forms.mjs";

/** How many mails to an address there are whose subject fits. */
export async function mails(page, hub, to, subject = /./) {
  await page.goto(hub.mailbox);
  return line(page, to, subject).count();
}

/**
 * Opens the newest mail to an address whose subject fits, in the same window. Waits for it for a while; with `after`, until
 * there are more than so many.
 */
export async function openMail(page, hub, to, subject = /./, after = 0) {
  const until = Date.now() + 20_000;
  while ((await mails(page, hub, to, subject)) <= after) {
    assert.ok(Date.now() < until, `no mail to ${to} with ${subject} came:\n${(await page.locator("main").innerText()).slice(0, 1000)}`);
    await page.waitForTimeout(250);
  }
  await line(page, to, subject).first().getByRole("link").click();
  await page.waitForURL(/\/mailbox\/\d+$/);
}

function line(page, to, subject) {
  return page.locator("main li").filter({ hasText: to }).filter({ has: page.getByRole("link", { name: subject }) });
}

/** The first link of the open mail that fits. */
export async function linkIn(page, pattern) {
  const links = await page.locator(".mail a").evaluateAll((all) => all.map((a) => a.href));
  const link = links.find((href) => pattern.test(href));
  assert.ok(link, `no link like ${pattern} in:\n${await page.locator("main").innerText()}`);
  return link;
}

/** Opens the mail, follows its link and presses the button behind it. */
export async function pressBehindMail(page, hub, { to, subject, link, button }) {
  await openMail(page, hub, to, subject);
  await page.goto(await linkIn(page, link));
  await press(page, button);
}
