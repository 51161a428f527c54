// Every kind of page that anyone may read, in its states.

import { open } from "../browser.mjs";

const STILL = ["/", "/weeks", "/about", "/help", "/accessibility", "/privacy", "/cookies", "/links", "/embed", "/open-data"];

/** The demonstration week's address, off the first page. */
export async function demonstration(page) {
  await page.goto("/");
  const href = await page.locator('a[href^="/demo/"]').first().getAttribute("href");
  return href.match(/^\/demo\/\d+/)[0];
}

export async function* kinds(hub) {
  const window = await open(hub);
  const { page } = window;
  const at = async (name, path) => {
    await page.goto(path);
    return { name, page };
  };
  try {
    const week = await demonstration(page);
    for (const path of STILL) yield at(path === "/" ? "home" : path.slice(1), path);
    yield at("week", week);
    yield at("past week, without events", "/england/2025");
    yield at("calendar", `${week}/calendar`);
    yield at("calendar, filtered", `${week}/calendar?format=online&access=bsl`);
    yield at("calendar, nothing found", `${week}/calendar?q=zzzzzz`);
    yield at("calendar, asked for what is not known", `${week}/calendar?access=bsl&access=cake`);
    yield at("calendar without events", "/england/2025/calendar");
    yield at("add to calendar", `${week}/add-to-calendar?access=bsl`);
    await page.goto(`${week}/calendar`);
    const some = await page.locator("button[data-event]").evaluateAll((all) => all.slice(0, 4).map((button) => `e=${button.dataset.event}`));
    yield at("my week", `${week}/my-week?${some.join("&")}`);
    yield at("my week, nothing yet", `${week}/my-week`);
    yield at("programme", `${week}/programme`);
    yield at("programme by area, large", `${week}/programme?by=area&size=large`);
    yield at("stories", `${week}/stories`);
    yield at("stories, none yet", "/england/2025/stories");
    yield at("question", `${week}/questions/1`);
    for (const [name, path] of Object.entries(await eventsByKind(page, week))) yield at(name, path);
    await page.goto(`${week}/stories`);
    yield at("story", await page.locator('main a[href^="/stories/"]').first().getAttribute("href"));
    yield at("the embed's frame", `/embed/${week.slice(1)}?access=bsl`);
    yield at("nothing at this address", "/no-such-page");
    yield at("no such event", "/events/no-such-event");
    yield at("no such story", "/stories/no-such-story");
    yield at("a private link that nobody made", "/manage/event/open/no-such-link");
    yield at("private, not opened", "/manage/story/aaaaaaaaaaaaaaaa");
    yield at("mailbox", hub.mailbox);
    if (await page.locator("main li a").count()) {
      yield at("a mail", await page.locator("main li a").first().getAttribute("href"));
    }
  } finally {
    await window.close();
  }
}

/** An event of each kind of booking, by what its row in the calendar says. */
export async function eventsByKind(page, week) {
  await page.goto(`${week}/calendar`);
  const rows = await page.locator(".event").evaluateAll((all) => all.map((row) => [row.innerText, row.querySelector("a").getAttribute("href")]));
  const first = (pattern) => rows.find(([text]) => pattern.test(text))?.[1];
  const found = {
    "event, just come": first(/Just come/),
    "event with places": first(/\d+ places/),
    "event, full": first(/Waiting list/),
    "event, cancelled": first(/Cancelled/),
    "event, any time": first(/Any time/),
    "event, booked elsewhere": first(/on the host/),
  };
  return Object.fromEntries(Object.entries(found).filter(([, path]) => path));
}
