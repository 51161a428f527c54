// Text that people type is text: thousands of payloads in every field of a story, on every page that shows one, and nothing runs.
// Each goes through the text of a published story, and a part of them through each short field; HUB_PAYLOADS=all puts each through each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWindow } from "../browser.mjs";
import { chance, someone } from "../chance.mjs";
import { hub } from "../given.mjs";
import { reviewer } from "../journeys/desk.mjs";
import { demonstration } from "../kinds/public.mjs";
import { PAYLOADS } from "../payloads.mjs";

/** One network may begin forty stories in an hour, and the other tests begin some too. */
const STORIES = 10;

/** How often the short fields of one draft are filled anew. */
const ROUNDS = process.env.HUB_PAYLOADS === "all" ? PAYLOADS.length : 60;

const from = Math.floor(chance("which payloads go where")() * PAYLOADS.length);

/** The first payload from a place on that fits into a field. */
function fits(at, most) {
  for (let n = 0; ; n++) {
    const payload = PAYLOADS[(from + at + n) % PAYLOADS.length];
    if ([...payload].length <= most) return payload;
  }
}

/** What the short fields hold in a round. */
function fields(at) {
  return {
    title: `${at}: ${fits(at, 110)}`,
    shown_name: fits(at + 11, 60),
    on_behalf: fits(at + 23, 100),
    about: fits(at + 31, 150),
    bio: fits(at + 47, 300),
    content_note: fits(at + 59, 200),
    quote: fits(at + 71, 600),
    link_title: fits(at + 83, 120),
    link_length: fits(at + 89, 40),
    call_words: fits(at + 97, 120),
    transcript: fits(at + 103, 1000),
  };
}

/** What each story's fields hold. */
function stories() {
  const each = Math.ceil(PAYLOADS.length / STORIES);
  return [...Array(STORIES).keys()].map((at) => ({ ...fields(at * each), body: PAYLOADS.slice(at * each, (at + 1) * each).join("\n\n") }));
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
      if (/^(href|src|action|formaction|xlink:href|data)$/i.test(attribute) && !/^(https?:|mailto:|tel:|sms:|[/#?]|$)/.test(value)) out.push(`${name} ${attribute}=${value}`);
    }
    if (name === "script" && (element.textContent.trim() && element.type !== "application/ld+json")) out.push("a script with text");
    if (name === "base" || (name === "meta" && element.httpEquiv === "refresh")) out.push(name);
  }
  return out;
}

/** Fills in the form, anew or a draft that is there, and sends it or leaves it: runs in the browser. */
async function share({ story, draft, send }) {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  const key = () => [...crypto.getRandomValues(new Uint8Array(26))].map((n) => letters[n & 31]).join("");
  const read = async (answer) => ({ url: new URL(answer.url).pathname, page: new DOMParser().parseFromString(await answer.text(), "text/html") });
  const post = async (path, pairs) => read(await fetch(path, { method: "POST", body: new URLSearchParams([["form_key", key()], ["website", ""], ...pairs]) }));
  let home = draft;
  if (!home) {
    const week = (await read(await fetch("/share-your-story"))).page.querySelector('[name="week"][value^="demo/"]').value;
    home = (await post("/share-your-story", [["week", week]])).url.replace(/\/naming$/, "");
  }
  const named = ["shown_name", "on_behalf", "about", "bio"].map((field) => [field, story[field]]);
  await post(`${home}/naming`, [["naming", "pen-name"], ...named]);
  const quote = [["quote_1", story.quote], ["quote_1_as", "role"], ["quote_1_who", story.shown_name], ["quote_1_basis", "mine"]];
  const link = [["link", "https://example.org/film"], ["link_title", story.link_title], ["link_length", story.link_length]];
  const asks = [["call", "read-more"], ["call_words", story.call_words], ["call_link", "https://example.org/more"]];
  const words = ["title", "body", "content_note"].map((field) => [field, story[field]]);
  const transcript = [["transcript", "here"], ["transcript_words", story.transcript]];
  await post(`${home}/write`, [["kind", "film"], ...words, ...quote, ...link, ...transcript, ...asks]);
  if (!send) return { home };
  const found = await read(await fetch(`${home}/give-away`));
  await post(`${home}/give-away`, [...found.page.querySelectorAll('[name="keep"]')].map((box) => ["keep", box.value]));
  await post(`${home}/consent`, [["consent_publish", "yes"], ["consent_partners", "yes"], ["adult", "yes"], ["email", ""]]);
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
  const { signedIn } = hub;
  let homes, draft, pages, list, authors;
  await inWindow(hub, { signedIn, bypassCSP: true }, async (page, window) => {
    list = `${await demonstration(page)}/stories`;
    await page.goto("/share-your-story");
    homes = await inOrder(written, (story) => page.evaluate(share, { story, send: true }));
    assert.deepEqual(homes.filter((home) => home.refused), [], "each of them is taken");
    draft = (await page.evaluate(share, { story: written[0], send: false })).home;
    pages = await inOrder(homes, ({ home }) => page.evaluate(publish, home));
    assert.ok(pages.every((path) => path?.startsWith("/stories/")), `${pages}`);
    authors = await window.context.storageState();
  });
  const look = async (page, told, path) => {
    await page.goto(path);
    // Whatever waits for a pointer gets it.
    await page.mouse.move(400, 300);
    assert.deepEqual(await page.evaluate(strange), [], `on ${path}`);
    assert.deepEqual(told, [], `on ${path}`);
  };
  await inWindow(hub, {}, async (page, window) => {
    const told = await watched(window);
    for (const path of [...pages, list, list.replace(/\/stories$/, "")]) await look(page, told, path);
    // Its title, letter by letter.
    await page.goto(pages[0]);
    assert.equal(await page.locator("h1").innerText(), written[0].title.replace(/[\u0000\u200b]/g, "").replace(/\s+/g, " ").trim());
  });
  await inWindow(hub, { signedIn: authors }, async (page, window) => {
    const told = await watched(window);
    for (const { home } of homes) {
      await look(page, told, home.replace("/manage/story/", "/desk/stories/"));
      for (const step of ["", "/agreed", "/withdraw"]) await look(page, told, `${home}${step}`);
    }
    for (const step of ["", "/give-away", "/consent", "/check"]) await look(page, told, `${draft}${step}`);
    for (const path of ["/desk", "/desk/audit"]) await look(page, told, path);
    for (let round = 0; round < ROUNDS; round++) {
      const story = { ...fields(round * 7), body: PAYLOADS[round] };
      await page.evaluate(share, { story, draft, send: false });
      for (const step of ["/naming", "/write?preview=yes"]) await look(page, told, `${draft}${step}`);
    }
  });
});

/** As many payloads as fit, one under the other, from a place on. */
function chunk(at, most = 900) {
  const lines = [];
  for (let n = 0; lines.join("\n\n").length < most; n++) lines.push(PAYLOADS[(from + at + n) % PAYLOADS.length]);
  return lines.slice(0, -1).join("\n\n");
}

/** Fills in one form of a page and sends it: runs in the browser. What went wrong, or nothing. */
async function fill({ path, form, pairs }) {
  const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
  const found = page.querySelector(form ?? "main form[method=post i]");
  if (!found) return `${form} is not on ${path}: ${page.querySelector("main").textContent.slice(0, 300)}`;
  const body = new URLSearchParams(new FormData(found));
  for (const [name, value] of pairs) body.set(name, value);
  const answer = await fetch(found.getAttribute("action"), { method: "POST", body });
  return answer.ok ? "" : `${answer.status} at ${path}`;
}

test("what the desk and an author say to each other, and what is added to a story, stays text", { timeout: 900_000 }, async () => {
  const act = (value) => `form:has([name="act"][value="${value}"])`;
  let talked, live, address, state;
  await inWindow(hub, { signedIn: hub.signedIn, bypassCSP: true }, async (page, window) => {
    await page.goto("/share-your-story");
    const story = { ...fields(500), body: "We planned it." };
    talked = (await page.evaluate(share, { story, send: true })).home;
    live = (await page.evaluate(share, { story, send: true })).home;
    address = await page.evaluate(publish, live);
    state = await window.context.storageState();
  });
  const rounds = process.env.HUB_PAYLOADS === "all" ? 10 : 1;
  await inWindow(hub, { signedIn: state }, async (page, window) => {
    const told = await watched(window);
    await page.goto("/");
    const look = async (path) => {
      await page.goto(path);
      await page.mouse.move(400, 300);
      assert.deepEqual(await page.evaluate(strange), [], `on ${path}`);
      assert.deepEqual(told, [], `on ${path}`);
    };
    const says = async (path, form, pairs) => assert.equal(await page.evaluate(fill, { path, form, pairs }), "");
    const [desk, atDesk] = [talked, live].map((home) => home.replace("/manage/story/", "/desk/stories/"));

    await says(desk, act("ask-for-change"), [["words", chunk(100)]]);
    for (const path of [talked, `${talked}/write`, desk]) await look(path);
    await says(`${talked}/check`, undefined, []);

    await inWindow(hub, {}, async (reader) => {
      await reviewer(page, reader, hub, someone("reader of what tries to become script").email);
      const found = [["recognised", "yes"], ["words", chunk(150)]];
      assert.equal(await reader.evaluate(fill, { path: `${desk}/second-reading`, form: 'main form[action$="/second-reading"]', pairs: found }), "");
    });
    for (const path of [desk, "/desk", "/desk/audit"]) await look(path);

    // Each round another part of all payloads; without HUB_PAYLOADS=all one part.
    const each = Math.ceil(PAYLOADS.length / 10);
    for (let round = 0; round < rounds; round++) {
      const body = PAYLOADS.slice(round * each, (round + 1) * each).join("\n\n");
      await says(`${desk}/edit`, undefined, [["title", `${round}: ${fits(200 + round, 110)}`], ["body", body], ["content_note", fits(300 + round, 200)], ["words", chunk(400 + round * 9)]]);
      for (const path of [talked, `${talked}/edits`, desk]) await look(path);
      await says(`${talked}/edits`, 'form:has([name="do"][value="no"])', [["reply", chunk(600 + round * 9)]]);
      for (const path of [talked, desk]) await look(path);
    }
    await says(desk, act("decline"), [["reason", chunk(700)]]);
    for (const path of [talked, desk, "/desk", "/desk/audit"]) await look(path);

    for (const [place, decided] of [[800, "show"], [900, "decline"]]) {
      await says(`${live}/update`, undefined, [["update", chunk(place)], ["sure", "yes"]]);
      for (const path of [`${live}/update`, `${atDesk}/update`]) await look(path);
      await says(`${atDesk}/update`, act(decided), decided === "decline" ? [["reason", chunk(place + 50)]] : []);
      for (const path of [address, `${live}/update`, atDesk]) await look(path);
    }
    assert.equal(await page.goto(address).then(() => page.locator(".updates .as-typed").count()), 1, "one update is shown");
    await says(`${atDesk}/take-down`, undefined, [["reason", chunk(1_000)]]);
    for (const path of [live, atDesk, "/desk/audit"]) await look(path);

    const week = await demonstration(page);
    const { mark } = someone("worry that tries to become script");
    const worry = [["about", "other"], ["words", `${mark}\n\n${chunk(1_100)}`], ["reach", fits(1_150, 120)]];
    await says(`/report-a-concern?page=${address}&week=${week.slice(1)}`, 'main form[action="/report-a-concern"]', worry);
    for (const path of ["/desk", "/desk/concerns"]) await look(path);
    const own = page.locator("main section").filter({ hasText: mark });
    assert.equal(await own.count(), 1, "the worry is there to be read");
    await Promise.all([page.waitForEvent("load"), own.getByRole("button").click()]);

    await says(`/suggest-a-question?week=${week.slice(1)}`, 'main form[action="/suggest-a-question"]', [["question", fits(1_200, 300)]]);
    await look(`/desk/weeks${week}/suggested-questions`);
    assert.ok((await page.locator("main section form").count()) > 0, "the question is there to be read");
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
