// How much each page sends. The hub at home sends HTML as it is; what a deployed one sends is that HTML in brotli.

import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { alive, open } from "../browser.mjs";
import { crowd, records } from "../crowd.mjs";
import { hub } from "../given.mjs";
import { demonstration, eventsByKind } from "../kinds/public.mjs";

const KB = 1024;

/** What a list of 2,000 events may weigh: no more than any other calendar (quality-bar F-04). */
const CROWD = { html: 25, raw: 200, all: 150 };

/** Loads a page as a first visit, and adds up what came: bytes by kind. */
async function weigh(path, of = hub) {
  const window = await open(of);
  const { page, context } = window;
  const sent = { html: 0, css: 0, font: 0, script: 0, wasm: 0, other: 0 };
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const kinds = new Map();
  const over = new Map();
  let requests = 0;
  devtools.on("Network.responseReceived", ({ requestId, response, type }) => kinds.set(requestId, kindOf(response, type)));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => over.set(requestId, encodedDataLength));
  devtools.on("Network.requestWillBeSent", () => (requests += 1));
  const response = await page.goto(path, { waitUntil: "networkidle" });
  await alive(page);
  const html = await response.body();
  for (const [id, bytes] of over) sent[kinds.get(id) ?? "other"] += bytes;
  sent.html = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  await window.close();
  const all = Object.values(sent).reduce((sum, bytes) => sum + bytes, 0);
  return { ...sent, raw: html.length, all, requests, text: html.toString() };
}

function kindOf({ mimeType }, type) {
  if (type === "Document") return "html";
  if (mimeType === "application/wasm") return "wasm";
  return { Stylesheet: "css", Font: "font", Script: "script" }[type] ?? "other";
}

/** The calendar of a week with 2,000 events: its days, and one of the pages of them all. */
async function weighCrowd() {
  const from = await records();
  try {
    const full = await crowd(from, { events: 2_000 });
    try {
      const window = await open(full);
      const week = await demonstration(window.page);
      await window.close();
      const pages = { "calendar, 2,000": `${week}/calendar`, "page 20 of them": `${week}/calendar?page=20` };
      const out = [];
      for (const [page, path] of Object.entries(pages)) out.push({ page, ...(await weigh(path, full)) });
      return out;
    } finally {
      await full.stop();
    }
  } finally {
    await from.clear();
  }
}

test("the picture that is shown beside a link is there", async () => {
  const window = await open(hub);
  await window.page.goto("/");
  const picture = await window.page.request.get(await window.page.locator('meta[property="og:image"]').getAttribute("content"));
  assert.equal(picture.headers()["content-type"], "image/png");
  assert.ok((await picture.body()).length < 20 * KB);
  await window.close();
});

test("pages keep to their weights", async (t) => {
  const window = await open(hub);
  const week = await demonstration(window.page);
  const events = await eventsByKind(window.page, week);
  await window.page.goto(`${week}/stories`);
  const story = await window.page.locator('main a[href^="/stories/"]').first().getAttribute("href");
  await window.close();
  const reading = { home: "/", week, stories: `${week}/stories`, story, event: events["event with places"], help: "/help", weeks: "/weeks" };
  const lively = { calendar: `${week}/calendar`, register: `${events["event with places"]}/register` };
  const lines = [];
  for (const [name, path] of Object.entries({ ...reading, ...lively })) {
    const sent = await weigh(path);
    lines.push({ page: name, ...sent });
    const say = `${name}: ${JSON.stringify({ ...sent, text: undefined })}`;
    const reads = name in reading;
    assert.ok(sent.all <= (reads ? 60 : 150) * KB, say);
    if (reads) assert.equal(sent.script + sent.wasm, 0, say);
    assert.ok(sent.wasm <= 100 * KB, say);
    assert.ok(sent.requests <= 8, say);
    assert.ok(sent.script <= 10 * KB, say);
    assert.ok(sent.css <= 15 * KB, say);
    assert.ok(sent.html <= 25 * KB, say);
    assert.doesNotMatch(sent.text, /<[^>]+\sstyle=/i, `a style attribute on ${name}`);
    assert.doesNotMatch(sent.text, /<script(?![^>]*\ssrc=)(?![^>]*ld\+json)/i, `a script inside ${name}`);
  }
  for (const { page, ...sent } of await weighCrowd()) {
    lines.push({ page, ...sent });
    const say = `${page}: ${JSON.stringify({ ...sent, text: undefined })}`;
    for (const [what, budget] of Object.entries(CROWD)) assert.ok(sent[what] <= budget * KB, `${what} of ${say}`);
    assert.ok(sent.requests <= 8, say);
    assert.match(sent.text, /2000 events/, `${page} finds all of them`);
  }
  const kb = (bytes) => (bytes / KB).toFixed(1).padStart(6);
  t.diagnostic("KB, brotli     html   (raw)   css    font   script wasm   all");
  for (const l of lines) t.diagnostic([l.page.padEnd(18), kb(l.html), kb(l.raw), kb(l.css), kb(l.font), kb(l.script), kb(l.wasm), kb(l.all)].join(" "));
});
