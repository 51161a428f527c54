// A browser that notices what people would not: console errors, page errors, refused scripts and styles, other origins.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };
export const MIDDLE = { width: 768, height: 1024 };
export const LEAST = { width: 320, height: 640 };

/** Both ways every journey is walked. */
export const WAYS = [
  { js: true, way: "with JavaScript" },
  { js: false, way: "without JavaScript" },
];

let browser;

/** The browser of this process. */
export async function chromiumHere() {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return browser;
}

/** Ends the browser of this process. */
export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/**
 * Opens a window of its own: own cookies, nothing remembered. `hub` is where relative addresses lead.
 * `signedIn` is what `context.storageState()` gave before.
 * `expected` are patterns of complaints that belong to the test.
 */
export async function open(hub, { js = true, size = WIDE, scheme = "light", signedIn, expected = [], ...more } = {}) {
  const context = await (await chromiumHere()).newContext({
    baseURL: hub.origin,
    javaScriptEnabled: js,
    viewport: size,
    colorScheme: scheme,
    locale: "en-GB",
    timezoneId: "Europe/London",
    storageState: signedIn,
    ...more,
  });
  context.setDefaultTimeout(20_000);
  const faults = [];
  context.on("page", (page) => watch(page, hub, faults));
  const page = await context.newPage();
  return {
    page,
    context,
    faults,
    /** Closes the window. Whatever it noticed fails the test. */
    async close() {
      await context.close();
      const unexpected = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      assert.deepEqual(unexpected, [], "the browser complained");
    },
  };
}

/** Opens a window, does something in it, closes it, and fails if it complained. */
export async function inWindow(hub, options, act) {
  const window = await open(hub, options);
  try {
    await act(window.page, window);
  } catch (error) {
    error.message += `\n  at ${window.page.url()}${window.faults.length ? `\n  the browser complained: ${window.faults.join(" | ")}` : ""}`;
    await window.context.close();
    throw error;
  }
  await window.close();
}

function watch(page, hub, faults) {
  // A page that answers 404 or 422 on purpose is reported as an error too.
  const pages = new Set();
  page.on("request", (request) => {
    if (request.isNavigationRequest()) pages.add(request.url());
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== hub.origin) faults.push(`asked another origin: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() !== "error" && !(message.type() === "warning" && /extras/.test(message.text()))) return;
    const isAnswer = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
    if (isAnswer && pages.has(message.location().url)) return;
    faults.push(`${message.type()} on ${new URL(page.url()).pathname}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => faults.push(`${error.message} on ${page.url()}`));
  page.on("crash", () => faults.push(`${page.url()} crashed`));
}

/** Waits until the islands of a page are alive. Does nothing where there is no script. */
export async function alive(page) {
  if (await page.locator("script[src]").count()) await page.waitForSelector("html[data-ready]", { state: "attached" });
}
