// What somebody does who has a keyboard and nothing else.

import assert from "node:assert/strict";

/** Presses Tab until what fits has the focus. */
export async function reach(page, selector, words) {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      ([selector, words]) => {
        const at = document.activeElement;
        return at.matches(selector) && (!words || at.innerText.trim() === words);
      },
      [selector, words],
    );
    if (there) return;
  }
  assert.fail(`Tab never reaches ${selector} ${words ?? ""} on ${page.url()}`);
}

/** Goes to a field and types. */
export async function typeInto(page, name, text) {
  await reach(page, `main [name="${name}"]`);
  await page.keyboard.insertText(text);
}

/** Goes to a group of radio buttons or a list, and down to a value. */
export async function choose(page, name, value) {
  await reach(page, `main [name="${name}"]`);
  const chosen = () => page.evaluate(() => (document.activeElement.type === "radio" && !document.activeElement.checked ? null : document.activeElement.value));
  if ((await chosen()) === null) await page.keyboard.press("Space");
  for (let presses = 0; (await chosen()) !== value; presses++) {
    assert.ok(presses < 40, `no arrow key leads to ${value} of ${name}`);
    await page.keyboard.press("ArrowDown");
  }
}

/** Goes to a box and ticks it. */
export async function tick(page, name, value = "yes") {
  await reach(page, `main [name="${name}"][value="${value}"]`);
  await page.keyboard.press("Space");
}

/** Goes to a button or a link and presses it. */
export async function enter(page, words) {
  await reach(page, "main button, main a", words);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}
