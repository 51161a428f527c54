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
    const week = await page.locator('main a[href^="/desk/weeks/"]').first().getAttribute("href");
    await page.goto(week);
    yield seen("desk: a week's settings");
  } finally {
    await window.close();
  }
}
