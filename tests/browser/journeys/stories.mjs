// Sharing a story, as its author.

import { answer, headed, press } from "../forms.mjs";

/** Begins a story for the demonstration week. */
export async function begin(page) {
  await page.goto("/share-your-story");
  await page.check('main [name="week"][value^="demo/"]');
  await press(page, "Start my story");
}

/** Fills in every page up to the answers to check. */
export async function fillIn(page, story) {
  await headed(page, "How do you want to be named?");
  await answer(page, story.naming);
  await press(page, "Save and continue");
  await headed(page, "Your story");
  await answer(page, story.write);
  await press(page, "Save and continue");
  await keepAll(page);
  await headed(page, "What may we do with it?");
  await answer(page, story.consent);
  await press(page, "Save and continue");
  await headed(page, "Check your answers");
}

/** Keeps every word that could give somebody away, where any was found: random words may look like a postcode. */
export async function keepAll(page) {
  if ((await page.locator("h1").first().innerText()).trim() !== "What could give you away") return;
  for (const box of await page.locator('main [name="keep"]').all()) await box.check();
  await press(page, "Save and continue");
}

/** What an author writes. */
export function storyOf(author, email = "") {
  return {
    naming: { naming: "pen-name", shown_name: `Wren ${author.mark}` },
    write: { kind: "lived-experience", title: author.title, body: `${author.words}\n\n> We planned it *together*.`, content_note: "This story mentions a hospital." },
    consent: { consent_publish: true, consent_round_up: true, adult: true, email },
  };
}

/** Shares a story up to the queue. Returns its private link and the address of its state. */
export async function share(page, story) {
  await begin(page);
  await fillIn(page, story);
  await press(page, "Send my story");
  await headed(page, "We have your story");
  const link = (await page.locator(".private-link code").innerText()).trim();
  const state = new URL(await page.getByRole("link", { name: "See where your story stands" }).getAttribute("href"), page.url()).pathname;
  return { link, state };
}

/** Opens a story by its private link, in a browser that knows nothing. */
export async function openByLink(page, link) {
  await page.goto(link);
  await press(page, "Open my story");
}

/** Withdraws from the state's page. */
export async function withdraw(page, state) {
  await page.goto(state);
  await page.locator("main").getByRole("link", { name: "Withdraw my story" }).click();
  await press(page, /Withdraw|Take/);
}
