// A week with no event yet, with one, with two thousand, and with the longest titles. Each is a hub of its own.

import { open } from "../browser.mjs";
import { crowd, records } from "../crowd.mjs";
import { firstSignIn } from "../journeys/desk.mjs";
import { demonstration } from "./public.mjs";

/** As long as a title may be, with one word of sixty letters. */
const LONG = ["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochai and everybody who has ever had to spell it", "Who-decides-who-decides-who-decides-who-decides-who-decides-and-who-decided-that-they-decide-it-at-all"];
const title = (n) => LONG[n % LONG.length].slice(0, 100);

/** Goes through the pages of a hub that is there for as long as that takes. */
async function* inHub(from, given, pages) {
  const hub = await crowd(from, given);
  try {
    const signedIn = given.queue === false ? (await firstSignIn(hub)).signedIn : undefined;
    const window = await open(hub, { signedIn });
    try {
      const { page } = window;
      const week = await demonstration(page);
      for (const [name, path] of Object.entries(pages(week))) {
        await page.goto(path);
        if (name === "event with a long title") await page.goto(await page.locator(".event h3 a").first().getAttribute("href"));
        yield { name, page };
      }
    } finally {
      await window.close();
    }
  } finally {
    await hub.stop();
  }
}

export async function* kinds() {
  const from = await records();
  try {
    yield* inHub(from, { events: 0 }, (week) => ({ "calendar before the first event": `${week}/calendar`, "week before the first event": week }));
    yield* inHub(from, { events: 1, queue: false }, (week) => ({ "calendar with one event": `${week}/calendar`, "desk: nothing waits": "/desk" }));
    yield* inHub(from, { events: 2_000 }, (week) => ({
      "calendar with 2,000 events": `${week}/calendar`,
      "calendar with 2,000 events, filtered": `${week}/calendar?format=online&access=bsl`,
    }));
    yield* inHub(from, { events: 6, title }, (week) => ({
      "calendar with long titles": `${week}/calendar`,
      "event with a long title": `${week}/calendar`,
      "programme with long titles": `${week}/programme`,
    }));
  } finally {
    await from.clear();
  }
}
