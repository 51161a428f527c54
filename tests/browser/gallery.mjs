// The pictures of docs/pictures: a wide and a narrow one of every kind of page, a dark one of the main kinds.

import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { WIDE, alive } from "./browser.mjs";
import { ALIKE, DARK, PICTURED, walkOf } from "./gallery/kinds.mjs";
import { marked, varying } from "./gallery/varies.mjs";
import { ROOT } from "./hub.mjs";
import { apart, markOf, small } from "./png.mjs";

export { PICTURED };
export const PICTURES = join(ROOT, "docs/pictures");
export const PAGES = join(PICTURES, "pages");

/** The windows: as much of a page as somebody sees first. */
const SIZES = { wide: { width: 1280, height: 1100 }, narrow: { width: 390, height: 1200 }, dark: { width: 1280, height: 1100 } };

/** A picture shows the same as another where the words are the same and less than this part differs, beside what is another each day: a hair's breadth. */
const SAME = 0.0005;

/** So few colours make a file a third smaller, and the letters stay smooth. */
const COLOURS = 16;

/** The pictures of a kind of page. */
export const picturesOf = (name) => (DARK.includes(name) ? ["wide", "narrow", "dark"] : ["wide", "narrow"]);

/** The file of one. */
export const fileOf = (name, size) => `${name.replace(/[^a-z0-9]+/gi, "-")}-${size}.png`;

/** Takes what a page shows at a size, and keeps it unless the picture that is there shows the same. */
export async function take(page, path, { size, scheme = "light", colours = COLOURS }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await alive(page);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => document.activeElement?.blur());
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: size.width, height: Math.min(size.height, height) };
  const mark = await marked(page);
  const shown = small(await page.screenshot({ fullPage: true, clip, animations: "disabled" }), colours, mark);
  const before = existsSync(path) ? await readFile(path) : undefined;
  if (before && markOf(before) === mark && apart(before, shown, await varying(page)) < SAME) return;
  await writeFile(path, shown);
}

/** The kinds of page that a walk came to, that have no picture and are like none that has one. */
export const unpictured = (walk, seen) => {
  const { kinds } = PICTURED[walk];
  const alike = (name) => kinds.includes(name) || kinds.includes(`${name}, refused`) || (name.endsWith(", refused") && seen.includes(name.replace(/, refused$/, "")));
  return seen.filter((name) => !alike(name) && !ALIKE.includes(name));
};

/** Takes every picture of a kind of page, if it is one that has pictures. Tells whether it has. */
export async function picture(walk, name, page) {
  if (walkOf(name) !== walk) return false;
  await mkdir(PAGES, { recursive: true });
  for (const size of picturesOf(name)) {
    await take(page, join(PAGES, fileOf(name, size)), { size: SIZES[size], scheme: size === "dark" ? "dark" : "light" });
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
  return true;
}

/** The page that shows them all. */
export function index() {
  const shown = (name, size) => `<a href="pages/${fileOf(name, size)}"><img src="pages/${fileOf(name, size)}" alt="${name}, ${size}" height="320"></a>`;
  const part = ([, { title, kinds }]) => [`## ${title}`, ...kinds.map((name) => [`**${name}**`, picturesOf(name).map((size) => shown(name, size)).join("\n")].join("\n\n"))].join("\n\n");
  const head = "# Every kind of page\n\nWide (1280 px), narrow (390 px), and the main ones dark. `npm run pictures` in `tests/browser` takes them anew\nand leaves alone what shows the same.";
  return `${[head, ...Object.entries(PICTURED).map(part)].join("\n\n")}\n`;
}
