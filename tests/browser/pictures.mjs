// Takes pictures of the hub's pages: those of the README, and docs/pictures/pages with an index. `npm run pictures` does it with words that
// are the same each time. With --all every page of every walk goes into out/ besides, whole.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { NARROW, WIDE, closeBrowser, open } from "./browser.mjs";
import { answer } from "./forms.mjs";
import { PICTURES, index, picture, take, unpictured } from "./gallery.mjs";
import { ROOT, start } from "./hub.mjs";
import { firstSignIn } from "./journeys/desk.mjs";
import { begin } from "./journeys/events.mjs";
import { WALKS } from "./kinds.mjs";
import { demonstration } from "./kinds/public.mjs";

const OUT = join(ROOT, "tests/browser/out");

/** A whole page. */
async function whole(page, path, size) {
  await page.setViewportSize(size);
  await page.screenshot({ path, fullPage: true });
}

async function forReadme(hub) {
  await mkdir(PICTURES, { recursive: true });
  const window = await open(hub, { signedIn: hub.signedIn });
  const { page } = window;
  const tall = { width: 1280, height: 1250 };
  const shown = (name) => take(page, join(PICTURES, `${name}.png`), { colours: 128, size: tall });
  await page.goto(`${await demonstration(page)}/calendar`);
  await shown("calendar-wide");
  await page.goto("/desk");
  const waiting = await page.locator("main table a").first().getAttribute("href");
  await page.goto(waiting);
  await shown("desk-review");
  await begin(page);
  await answer(page, { title: "Cuppa and a question", summary: "Bring a drink and one question about working with services as an equal.", kind: "cafe" });
  await shown("event-form");
  await window.close();
}

/** Goes through every walk. Says at the end which kinds of page it came to that have no picture. */
async function everyPage(hub, all) {
  if (all) await rm(OUT, { recursive: true, force: true });
  if (all) await mkdir(OUT, { recursive: true });
  const without = [];
  for (const [walk, kinds] of Object.entries(WALKS)) {
    const seen = [];
    for await (const { name, page } of kinds(hub)) {
      seen.push(name);
      await picture(walk, name, page);
      if (!all) continue;
      const file = join(OUT, `${walk}-${name.replace(/[^a-z0-9]+/gi, "-")}`);
      await whole(page, `${file}-narrow.png`, NARROW);
      await whole(page, `${file}-wide.png`, WIDE);
    }
    without.push(...unpictured(walk, seen));
  }
  await writeFile(join(PICTURES, "README.md"), index());
  if (without.length) throw new Error(`These kinds of page have no picture. Name them in gallery/kinds.mjs: ${without.join("; ")}`);
}

const hub = await start();
try {
  Object.assign(hub, await firstSignIn(hub));
  await forReadme(hub);
  await everyPage(hub, process.argv.includes("--all"));
} finally {
  await closeBrowser();
  await hub.stop();
}
