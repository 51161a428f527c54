// Whether every page that the hub has was looked through: its addresses stand in the functions' routers.

import { appendFile, readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT } from "./hub.mjs";

/** What is asked for by programs. */
const NO_PAGE = /\.(ics|json|atom|xml|txt|js|csv)$|^\/healthz$|^\/events\/\{slug\}\/places$/;

/** Where the walks of one run write down what they saw; each test file is a process of its own. `told` is the file that tells them of the hub. */
const notes = (told) => join(dirname(told), "pages-seen.txt");

/** Writes down that a page was looked through. */
export const saw = (page) => appendFile(notes(process.env.HUB_FOR_TESTS), `${new URL(page.url()).pathname}\n`);

/** The addresses of all pages, as the routers write them, those without gaps first: they win. */
async function pages() {
  const functions = join(ROOT, "functions");
  const routers = await Promise.all((await readdir(functions)).map((name) => readFile(join(functions, name, "src/lib.rs"), "utf8").catch(() => "")));
  const all = routers.flatMap((text) => [...text.matchAll(/\.route\("([^"]+)",\s*get\(/g)].map(([, route]) => route));
  const gaps = (route) => route.split("{").length;
  return all.filter((route) => !NO_PAGE.test(route)).toSorted((a, b) => gaps(a) - gaps(b));
}

const pattern = (route) => new RegExp(`^${route.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "[^/]+")}$`);

/** The pages that no walk of this run came to. */
export async function unseen(told) {
  const all = (await pages()).map((route) => ({ route, fits: pattern(route) }));
  if (all.length < 50) throw new Error(`Only ${all.length} pages were found in the functions' routers.`);
  const paths = (await readFile(notes(told), "utf8")).trim().split("\n");
  const seen = new Set(paths.map((path) => all.find(({ fits }) => fits.test(path))?.route));
  return all.map(({ route }) => route).filter((route) => !seen.has(route));
}
