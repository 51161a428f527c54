// Text that people type is text: thousands of payloads in every field of a story, on every page that shows one, and nothing runs.
// HUB_PAYLOADS=all puts each of them through each field; without it each goes through the text, and a part of them through the others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWindow } from "../browser.mjs";
import { chance } from "../chance.mjs";
import { hub } from "../given.mjs";
import { demonstration } from "../kinds/public.mjs";
import { PAYLOADS } from "../payloads.mjs";

const STORIES = process.env.HUB_PAYLOADS === "all" ? PAYLOADS.length : 60;

/** What each story's fields hold. */
function stories() {
  const next = chance("which payloads go where");
  const from = Math.floor(next() * PAYLOADS.length);
  const one = (at) => PAYLOADS[(from + at) % PAYLOADS.length];
  const short = (at, most) => [...Array(PAYLOADS.length).keys()].map((n) => one(at * 7 + n)).find((p) => [...p].length <= most);
  const each = Math.ceil(PAYLOADS.length / STORIES);
  return [...Array(STORIES).keys()].map((at) => ({
    title: `${at}: ${short(at, 110)}`,
    shown_name: short(at + 1, 60),
    content_note: short(at + 2, 200),
    short: short(at + 3, 90),
    body: [...Array(each).keys()].map((n) => one(at * each + n)).join("\n\n"),
  }));
}

/** Tells of everything that would run, and of everything that the page's policy had to stop. */
async function watched(window) {
  const told = [];
  await window.context.exposeFunction("fired", () => told.push("a payload ran"));
  await window.context.exposeFunction("stopped", (what) => told.push(`the policy had to stop ${what}`));
  await window.context.addInitScript(() => addEventListener("securitypolicyviolation", (e) => globalThis.stopped(`${e.violatedDirective} ${e.blockedURI}`)));
  window.page.on("dialog", (dialog) => {
    told.push("a dialog opened");
    dialog.dismiss();
  });
  return told;
}

/** What stands on a page that no page of ours has. */
function strange() {
  const allowed = "html head meta title link script body a abbr article aside b blockquote br button code dd del details div dl dt em fieldset figcaption figure footer form g h1 h2 h3 header i input ins label legend li main mark nav ol option p path select section small span strong summary svg circle rect line polyline table tbody td textarea th thead time tr ul use caption symbol defs".split(" ");
  const out = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (!allowed.includes(name)) out.push(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$/i.test(attribute)) out.push(`${name} ${attribute}`);
      if (/^(href|src|action|formaction|xlink:href|data)$/i.test(attribute) && !/^(https?:|mailto:|tel:|[/#?]|$)/.test(value)) out.push(`${name} ${attribute}=${value}`);
    }
    if (name === "script" && (element.textContent.trim() && element.type !== "application/ld+json")) out.push("a script with text");
    if (name === "base" || (name === "meta" && element.httpEquiv === "refresh")) out.push(name);
  }
  return out;
}

/** Fills in every page of the form, and sends it or leaves it: runs in the browser. */
async function share({ story, send }) {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  const key = () => [...crypto.getRandomValues(new Uint8Array(26))].map((n) => letters[n & 31]).join("");
  const read = async (answer) => ({ url: new URL(answer.url).pathname, page: new DOMParser().parseFromString(await answer.text(), "text/html"), status: answer.status });
  const post = async (path, fields) => read(await fetch(path, { method: "POST", body: new URLSearchParams([["form_key", key()], ["website", ""], ...fields]) }));
  const week = (await read(await fetch("/share-your-story"))).page.querySelector('[name="week"][value^="demo/"]').value;
  const begun = await post("/share-your-story", [["week", week]]);
  const home = begun.url.replace(/\/naming$/, "");
  await post(`${home}/naming`, [["naming", "pen-name"], ["shown_name", story.shown_name], ["on_behalf", story.short], ["about", story.title.slice(4, 120)], ["bio", story.content_note]]);
  await post(`${home}/write`, [["kind", "blog"], ["title", story.title], ["body", story.body], ["content_note", story.content_note], ["quote_1", story.title], ["quote_1_as", "role"], ["quote_1_who", story.shown_name], ["quote_1_basis", "mine"], ["link", "https://example.org/film"], ["link_title", story.short], ["link_length", "4 minutes"]]);
  const found = await read(await fetch(`${home}/give-away`));
  await post(`${home}/give-away`, [...found.page.querySelectorAll('[name="keep"]')].map((box) => ["keep", box.value]));
  await post(`${home}/consent`, [["consent_publish", "yes"], ["consent_partners", "yes"], ["adult", "yes"], ["email", ""]]);
  if (!send) return { home };
  const sent = await post(`${home}/check`, []);
  if (!sent.url.endsWith("/sent")) return { home, refused: sent.page.querySelector("main").textContent.slice(0, 600) };
  return { home };
}

/** Publishes a story at the desk: runs in the browser. */
async function publish(home) {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  const key = () => [...crypto.getRandomValues(new Uint8Array(26))].map((n) => letters[n & 31]).join("");
  const path = home.replace("/manage/story/", "/desk/stories/");
  const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
  const version = page.querySelector('form:has([value="publish"]) [name="version"]').value;
  await fetch(path, { method: "POST", body: new URLSearchParams([["form_key", key()], ["website", ""], ["act", "publish"], ["version", version]]) });
  const after = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
  return [...after.querySelectorAll("main a")].find((link) => link.textContent === "See its page")?.getAttribute("href");
}

async function inOrder(items, act) {
  const out = [];
  for (const item of items) out.push(await act(item));
  return out;
}

test(`${PAYLOADS.length} texts that try to become script stay text`, { timeout: 900_000 }, async () => {
  assert.ok(PAYLOADS.length >= 2000, `${PAYLOADS.length}`);
  const written = stories();
  let homes, drafts, pages, list, authors;
  const signedIn = hub.signedIn;
  await inWindow(hub, { signedIn, bypassCSP: true, expected: [/status of 4/] }, async (page, window) => {
    list = `${await demonstration(page)}/stories`;
    await page.goto("/share-your-story");
    homes = await inOrder(written, (story) => page.evaluate(share, { story, send: true }));
    drafts = await inOrder(written.slice(0, 12), (story) => page.evaluate(share, { story, send: false }));
    authors = await window.context.storageState();
    assert.deepEqual(homes.filter((home) => home.refused), [], "each of them is taken");
    pages = await inOrder(homes, ({ home }) => page.evaluate(publish, home));
    assert.ok(pages.every((path) => path?.startsWith("/stories/")), `${pages}`);
  });
  const look = async (page, told, path) => {
    await page.goto(path);
    // Whatever waits for a pointer or for the focus gets it.
    await page.mouse.move(400, 300);
    const found = await page.evaluate(strange);
    assert.deepEqual(found, [], `on ${path}`);
    assert.deepEqual(told, [], `on ${path}`);
  };
  await inWindow(hub, {}, async (page, window) => {
    const told = await watched(window);
    const lists = [...Array(Math.ceil(STORIES / 50) + 1).keys()].map((at) => `${list}?page=${at + 1}`);
    for (const path of [...pages, ...lists, list.replace(/\/stories$/, "")]) await look(page, told, path);
    // Its words, letter by letter, as far as Markdown leaves them alone.
    await page.goto(pages[0]);
    assert.equal(await page.locator("h1").innerText(), written[0].title.replace(/[\u0000\u200b]/g, "").replace(/\s+/g, " "));
  });
  await inWindow(hub, { signedIn }, async (page, window) => {
    const told = await watched(window);
    const some = homes.slice(0, 12).map(({ home }) => home.replace("/manage/story/", "/desk/stories/"));
    for (const path of [...some, "/desk/audit"]) await look(page, told, path);
  });
  await inWindow(hub, { signedIn: authors }, async (page, window) => {
    const told = await watched(window);
    for (const { home } of drafts) for (const step of ["", "/naming", "/write?preview=yes", "/give-away", "/consent", "/check"]) await look(page, told, `${home}${step}`);
    for (const { home } of homes.slice(0, 12)) for (const step of ["", "/agreed", "/withdraw"]) await look(page, told, `${home}${step}`);
  });
});

/** The twin: where text is put on a page raw, the same look sees it. */
test("a page that shows text raw would be seen", async () => {
  await inWindow(hub, { bypassCSP: true, expected: [/./] }, async (page, window) => {
    const told = await watched(window);
    await page.goto("/about");
    await page.setContent(`<main>${PAYLOADS[0]}<img src=x onerror="fired()"><a href="javascript:fired()">k</a></main>`);
    await page.waitForFunction(() => true);
    await page.waitForTimeout(300);
    const found = await page.evaluate(strange);
    assert.ok(told.includes("a payload ran") && found.includes("<img>") && found.some((what) => what.startsWith("a href=javascript")), `${told} ${found}`);
  });
});
