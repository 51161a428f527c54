// Takes pictures of the hub's pages. `npm run pictures` writes those of the README; with --all, every page of every walk into out/.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { NARROW, WIDE, alive, closeBrowser, open } from "./browser.mjs";
import { ROOT, start } from "./hub.mjs";
import { answer } from "./forms.mjs";
import { firstSignIn } from "./journeys/desk.mjs";
import { begin } from "./journeys/events.mjs";
import { WALKS } from "./kinds.mjs";
import { demonstration, eventsByKind } from "./kinds/public.mjs";
import { shrink } from "./png.mjs";

const README = join(ROOT, "docs/pictures");
const OUT = join(ROOT, "tests/browser/out");

/** One picture: the window's height of a page, or as much as `tall` says. */
async function take(page, path, { size = WIDE, scheme = "light", full = false } = {}) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await alive(page);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => document.activeElement?.blur());
  await page.screenshot({ path, fullPage: full });
}

async function forReadme(hub) {
  await mkdir(README, { recursive: true });
  const window = await open(hub, { signedIn: hub.signedIn });
  const { page } = window;
  const tall = { width: 1280, height: 1250 };
  const long = { width: 390, height: 1400 };
  const picture = async (name, options) => {
    const path = join(README, `${name}.png`);
    await take(page, path, options);
    await shrink(path);
  };
  const week = await demonstration(page);
  await page.goto(`${week}/calendar`);
  await picture("calendar-wide", { size: tall });
  await picture("calendar-narrow", { size: long });
  await picture("calendar-dark", { size: tall, scheme: "dark" });
  const events = await eventsByKind(page, week);
  await page.goto(events["event with places"]);
  await picture("event", { size: tall });
  await page.goto(`${week}/stories`);
  await page.locator('main a[href^="/stories/"]').first().click();
  await picture("story", { size: tall });
  await page.goto("/desk");
  const waiting = await page.locator("main table a").first().getAttribute("href");
  await picture("desk-queue", { size: { width: 1280, height: 800 } });
  await page.goto(waiting);
  await picture("desk-review", { size: tall });
  await begin(page);
  await answer(page, { title: "Cuppa and a question", summary: "Bring a drink and one question about working with services as an equal.", kind: "cafe" });
  await picture("event-form", { size: tall });
  await window.close();
}

async function everyPage(hub) {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  for (const [walk, kinds] of Object.entries(WALKS)) {
    for await (const { name, page } of kinds(hub)) {
      const file = join(OUT, `${walk}-${name.replace(/[^a-z0-9]+/gi, "-")}`);
      await take(page, `${file}-narrow.png`, { size: NARROW, full: true });
      await take(page, `${file}-wide.png`, { size: WIDE, full: true });
    }
  }
}

const hub = await start();
try {
  Object.assign(hub, await firstSignIn(hub));
  await forReadme(hub);
  if (process.argv.includes("--all")) await everyPage(hub);
} finally {
  await closeBrowser();
  await hub.stop();
}
