// Lighthouse's scores of home, calendar, event and story: mobile, the median of several runs. Prints; fails where one is below the bar.

import { spawnSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeBrowser, open } from "./browser.mjs";
import { start } from "./hub.mjs";
import { demonstration, eventsByKind } from "./kinds/public.mjs";

const VERSION = "12.8.2";
const RUNS = Number(process.env.LIGHTHOUSE_RUNS ?? 5);
const BAR = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

/** One run: the scores, the figures behind the first, and what was found wanting. */
async function once(url) {
  const file = join(tmpdir(), `lighthouse-${process.pid}.json`);
  const flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update";
  const args = ["--yes", `lighthouse@${VERSION}`, url, "--quiet", "--output=json", `--output-path=${file}`, "--form-factor=mobile", `--chrome-flags=${flags}`];
  const run = spawnSync("npx", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" } });
  if (run.status !== 0) throw new Error(`Lighthouse ended with ${run.status}.`);
  const report = JSON.parse(await readFile(file, "utf8"));
  await rm(file);
  const scores = Object.fromEntries(Object.keys(BAR).map((name) => [name, Math.round(report.categories[name].score * 100)]));
  const refs = Object.values(report.categories).flatMap((category) => category.auditRefs.filter((ref) => ref.weight > 0).map((ref) => ref.id));
  const wanting = refs.filter((id) => report.audits[id].score !== null && report.audits[id].score < 0.9).map((id) => report.audits[id].title);
  const figure = (id) => report.audits[id].displayValue;
  return { scores, wanting, figures: `LCP ${figure("largest-contentful-paint")}, TBT ${figure("total-blocking-time")}, CLS ${figure("cumulative-layout-shift")}` };
}

const hub = await start();
let below = 0;
try {
  const window = await open(hub);
  const week = await demonstration(window.page);
  const events = await eventsByKind(window.page, week);
  await window.page.goto(`${week}/stories`);
  const story = await window.page.locator('main a[href^="/stories/"]').first().getAttribute("href");
  await window.close();
  await closeBrowser();
  console.log(`Lighthouse ${VERSION}, mobile, median of ${RUNS}: ${Object.keys(BAR).join(" / ")}`);
  for (const [name, path] of Object.entries({ home: "/", calendar: `${week}/calendar`, event: events["event with places"], story })) {
    const runs = [];
    for (let n = 0; n < RUNS; n += 1) runs.push(await once(`${hub.origin}${path}`));
    const scores = Object.keys(BAR).map((score) => median(runs.map((run) => run.scores[score])));
    below += scores.filter((score, n) => score < Object.values(BAR)[n]).length;
    console.log(`${name.padEnd(10)} ${scores.join(" / ")}   ${runs[0].figures}`);
    for (const title of new Set(runs.flatMap((run) => run.wanting))) console.log(`           ${title}`);
  }
} finally {
  await closeBrowser();
  await hub.stop();
}
process.exit(below ? 1 : 0);
