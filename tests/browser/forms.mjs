// Filling in forms as people do.

import assert from "node:assert/strict";

/**
 * Answers fields by their names: text is typed, true ticks a box, false takes the tick out, a list ticks several,
 * a radio button or a list takes its value.
 */
export async function answer(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    const fields = page.locator(`main [name="${name}"]:not([type=hidden])`);
    assert.ok(await fields.count(), `there is no field “${name}” on ${page.url()}`);
    const first = fields.first();
    const kind = await first.evaluate((field) => (field.tagName === "SELECT" ? "select" : field.type));
    if (kind === "radio") await page.check(`main [name="${name}"][value="${value}"]`);
    else if (kind === "select") await first.selectOption(value);
    else if (kind === "checkbox" && Array.isArray(value)) for (const one of value) await page.check(`main [name="${name}"][value="${one}"]`);
    else if (kind === "checkbox") await first.setChecked(value);
    else await first.fill(String(value));
  }
}

/** Presses a button and waits for the page it leads to. */
export async function press(page, label) {
  const button = page.locator("main").getByRole("button", { name: label, exact: true });
  await leads(page, () => button.click());
}

/** Follows a link of the page's main part and waits for the page it leads to. */
export async function follow(page, label) {
  const link = page.locator("main").getByRole("link", { name: label, exact: true }).first();
  await leads(page, () => link.click());
}

async function leads(page, act) {
  await Promise.all([page.waitForEvent("load"), act()]);
}

/** The page's heading is this. */
export async function headed(page, heading) {
  const seen = (await page.locator("h1").first().innerText()).trim();
  assert.equal(seen, heading, `on ${page.url()}:\n${(await page.locator("main").innerText()).slice(0, 600)}`);
}

/** The page says this somewhere in its main part. */
export async function says(page, words) {
  const text = await page.locator("main").innerText();
  assert.ok(text.includes(words), `“${words}” is not on ${page.url()}:\n${text.slice(0, 1500)}`);
}

/** The page says this nowhere. */
export async function saysNothingOf(page, words) {
  const text = await page.locator("body").innerText();
  assert.ok(!text.includes(words), `“${words}” is on ${page.url()}`);
}

/** A form came back: its title says so, the summary has the focus, and each of its links leads to a field. */
export async function refused(page, ...sentences) {
  assert.match(await page.title(), /^Error: /);
  const summary = page.locator(".error-summary");
  assert.equal(await summary.count(), 1);
  for (const sentence of sentences) assert.ok((await summary.innerText()).includes(sentence), `“${sentence}” in: ${await summary.innerText()}`);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "error-summary", "the summary has the focus");
  const lost = await summary.locator("a").evaluateAll((links) => links.map((a) => a.getAttribute("href")).filter((href) => !document.querySelector(href)));
  assert.deepEqual(lost, [], "every line leads to its field");
}
