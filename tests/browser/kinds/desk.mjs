// Every page of the desk, in its states.

import { open } from "../browser.mjs";
import { answer, press } from "../forms.mjs";

export async function* kinds(hub) {
  const outside = await open(hub);
  try {
    await outside.page.goto("/desk/sign-in");
    yield { name: "desk: sign in", page: outside.page };
    await press(outside.page, "Send me a link");
    yield { name: "desk: sign in, refused", page: outside.page };
    await answer(outside.page, { email: "nobody@example.org" });
    await press(outside.page, "Send me a link");
    yield { name: "desk: link sent", page: outside.page };
    await outside.page.goto("/desk/sign-in/no-such-link");
    yield { name: "desk: link over", page: outside.page };
  } finally {
    await outside.close();
  }
  const window = await open(hub, { signedIn: hub.signedIn });
  const { page } = window;
  const seen = (name) => ({ name, page });
  try {
    await page.goto("/desk");
    yield seen("desk: queue");
    const waiting = await page.locator("main table a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    for (const what of ["events", "stories"]) {
      const path = waiting.find((href) => href.includes(`/${what}/`));
      if (!path) continue;
      await page.goto(path);
      yield seen(`desk: review of ${what}`);
      await press(page, "Ask for a change");
      yield seen(`desk: review of ${what}, refused`);
    }
    for (const path of ["audit", "people", "weeks", "enter-event", "enter-story", "enter-registration"]) {
      await page.goto(`/desk/${path}`);
      yield seen(`desk: ${path}`);
    }
    await page.goto("/desk/weeks");
    const week = await page.locator('main a[href^="/desk/weeks/"]:not([href$="/suggested-questions"])').first().getAttribute("href");
    await page.goto(week);
    yield seen("desk: a week's settings");
    // A week without days takes questions.
    await page.goto("/desk/weeks");
    await answer(page, { nation: "wales", year: "2031", name: "A week to come", organiser: "Example" });
    await press(page, "Open the week");
    const asks = "/suggest-a-question?week=wales/2031";
    await page.goto(asks);
    await press(page, "Send my question");
    yield seen("suggest a question, refused");
    await answer(page, { question: "Who is not in the room?" });
    await press(page, "Send my question");
    yield seen("suggest a question, sent");
    const box = "/desk/weeks/wales/2031/suggested-questions";
    await page.goto(box);
    yield seen("desk: suggested questions");
    await press(page, "Add it to the week");
    yield seen("desk: no suggested questions");
    await page.goto(asks);
    yield seen("suggest a question, another");
  } finally {
    await window.close();
  }
}
