// What comes out of a printer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alive, inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, press } from "../forms.mjs";
import { hub } from "../given.mjs";
import { publish } from "../journeys/desk.mjs";
import { eventOf, list, publicPage } from "../journeys/events.mjs";
import { register } from "../journeys/registrations.mjs";
import { share, storyOf } from "../journeys/stories.mjs";
import { demonstration, eventsByKind } from "../kinds/public.mjs";

/** How many pages a document of Chromium's has. */
const pages = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

/** The size of the smallest letters of all that a selector finds, in points. */
const points = (page, css) => page.locator(css).evaluateAll((all) => Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * 0.75)));

test("an event is on at most two pages, with its address and a code for a camera", async (t) => {
  await inWindow(hub, {}, async (page) => {
    const week = await demonstration(page);
    for (const [kind, path] of Object.entries(await eventsByKind(page, week))) {
      await page.goto(path);
      const many = pages(await page.pdf({ format: "A4" }));
      t.diagnostic(`${kind}: ${many}`);
      assert.ok(many >= 1 && many <= 2, `${kind}: ${many} pages`);
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator("svg.qr").isVisible(), "a code");
      assert.ok(await page.getByText(`This page: ${hub.origin}${path}`).isVisible(), "the address in words");
      for (const what of ["When", "Where"]) {
        const fact = page.locator(".key-facts > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${what}$`) }) });
        assert.equal(await fact.count(), 1, `${kind}: ${what}`);
        assert.ok((await fact.locator("dt").isVisible()) && (await fact.locator("dd").first().isVisible()), `${kind}: ${what} is on paper`);
      }
      const access = page.locator(".event-page .access > div");
      assert.ok((await access.count()) > 0 && (await access.count()) === (await page.locator(".event-page .access > div:visible").count()), `${kind}: what is told of access is on paper`);
      assert.equal(await page.locator("header.site nav:visible, form:visible, .button:visible").count(), 0, "nothing to press");
      await page.emulateMedia({ media: null });
    }
  });
});

test("an event with as long a description as there may be is on at most two pages, and says where the rest is", async (t) => {
  const host = someone("host with much to say");
  const paragraphs = Array.from({ length: 99 }, (_, n) => `Part ${n + 1} of what we will do ${"together ".repeat(8)}`.slice(0, 97).padEnd(97, "."));
  const event = eventOf(host);
  event.about.description = paragraphs.join("\n\n");
  await inWindow(hub, { signedIn: hub.signedIn }, async (page) => {
    const state = await list(page, hub, event);
    await publish(page, host.title);
    const path = await publicPage(page, state);
    await page.goto(path);
    const rest = page.getByText("This text goes on.");
    assert.ok((await page.getByText("Part 99 of what we will do").isVisible()) && (await rest.isHidden()), "on a screen all of it stands");
    const many = pages(await page.pdf({ format: "A4" }));
    t.diagnostic(`${event.about.description.length} characters: ${many}`);
    assert.ok(many >= 1 && many <= 2, `${many} pages`);
    await page.emulateMedia({ media: "print" });
    assert.ok((await rest.isVisible()) && (await page.getByText("Part 1 of what we will do", { exact: false }).first().isVisible()), "where the rest is");
    for (const after of ["Getting in and taking part", "This page:"]) assert.ok(await page.getByText(after).first().isVisible(), `${after} is printed too`);
    await page.emulateMedia({ media: null });
    // A text that has room says nothing of a rest.
    const [usual] = Object.values(await eventsByKind(page, await demonstration(page)));
    await page.goto(usual);
    assert.equal(await rest.count(), 0);
  });
});

test("the programme prints by day and by area, and larger in large letters", async (t) => {
  await inWindow(hub, {}, async (page) => {
    const week = await demonstration(page);
    const sizes = {};
    for (const how of ["by=day", "by=area", "by=day&size=large"]) {
      await page.goto(`${week}/programme?${how}`);
      assert.ok((await page.locator(".programme .entry").count()) > 10);
      await page.emulateMedia({ media: "print" });
      sizes[how] = {
        pages: pages(await page.pdf({ format: "A4" })),
        letters: await points(page, ".programme p"),
        headings: await Promise.all(["h3", "h2", "h1"].map((name) => points(page, `.programme ${name}`))),
      };
      assert.ok(await page.locator(".no-print").first().isHidden());
      await page.emulateMedia({ media: null });
    }
    t.diagnostic(JSON.stringify(sizes));
    const { letters, headings } = sizes["by=day&size=large"];
    assert.ok(letters >= 18, "large print has letters of 18 points at least, every one of them");
    assert.deepEqual(headings, [...headings].sort((a, b) => a - b), "a heading is the larger the higher it stands");
    assert.ok(headings[0] > letters, "and larger than what stands below it");
    assert.ok(sizes["by=day&size=large"].pages > sizes["by=day"].pages);
    await page.goto(`${week}/calendar`);
    assert.ok(pages(await page.pdf({ format: "A4" })) >= 1);
  });
});

test("one's own week prints its events with day, time, place and access, its address and a code, and nothing to press", async (t) => {
  await inWindow(hub, {}, async (page) => {
    const week = await demonstration(page);
    await page.goto(`${week}/calendar`);
    const rows = page.locator("#results article.event:not(.cancelled)").filter({ has: page.locator(".facts li") });
    const chosen = await rows.evaluateAll((all) =>
      all.slice(0, 5).map((row) => {
        const text = (css) => row.querySelector(css).innerText.trim();
        const facts = [...row.querySelectorAll(".facts li")].map((fact) => fact.innerText.trim());
        return { name: row.querySelector("button[data-event]").dataset.event, title: text("h3"), time: text(".time"), who: text(".who"), facts };
      }),
    );
    assert.equal(chosen.length, 5);
    await page.goto(`${week}/my-week?${chosen.map(({ name }) => `e=${name}`).join("&")}`);
    await alive(page);
    const many = pages(await page.pdf({ format: "A4" }));
    t.diagnostic(`5 events: ${many} pages`);
    assert.ok(many >= 1 && many <= 2, `${many} pages`);
    await page.emulateMedia({ media: "print" });
    for (const { title, time, who, facts } of chosen) {
      const day = page.locator("main .day").filter({ has: page.getByRole("heading", { level: 3, name: title, exact: true }) }).first();
      assert.match(await day.locator("h2").innerText(), /(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d+ \w+|Any time/, `${title} stands under its day`);
      const row = day.locator("article").filter({ hasText: title }).first();
      for (const part of [".time", ".who"]) assert.ok(await row.locator(part).isVisible(), `${title}: ${part}`);
      const said = await row.innerText();
      for (const words of [time, who, ...facts]) {
        assert.ok(said.replace(/\s+/g, " ").includes(words.replace(/\s+/g, " ")), `${title} does not print ${words}: ${said}`);
      }
    }
    assert.ok(await page.getByText("Times are UK time.").isVisible(), "the time zone");
    const address = await page.getByText(`This page: ${hub.origin}${week}/my-week?`).innerText();
    for (const { name } of chosen) assert.ok(address.includes(`e=${name}`), "the address holds every event");
    assert.ok(await page.locator("footer svg.qr").isVisible(), "a code");
    const toPress = "header.site nav:visible, footer.site nav:visible, form:visible, .button:visible, main button:visible, main input:visible, .back:visible, .skip:visible";
    assert.equal(await page.locator(toPress).count(), 0, "nothing to press");
  });
});

/** Leaves nothing of a story's page but its text: runs in the browser. */
function textAlone() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media print { body > :not(main), main > :not(.story), .story > :not(.prose) { display: none !important } }");
  document.adoptedStyleSheets = [sheet];
}

test("a story prints its words, what to know before, and whom to talk to, on a page more than its text at most, and nothing to press", async (t) => {
  await inWindow(hub, {}, async (page) => {
    await page.goto(`${await demonstration(page)}/stories`);
    const list = page.locator("main li").filter({ hasText: "Before you read:" });
    const noted = await list.first().getByRole("link").first().getAttribute("href");
    await page.goto(noted);
    const many = pages(await page.pdf({ format: "A4" }));
    await page.emulateMedia({ media: "print" });
    for (const part of [".story h1", ".content-note", ".story .prose", ".help-lines >> nth=-1"]) assert.ok(await page.locator(part).isVisible(), part);
    assert.match(await page.locator(".help-lines").last().innerText(), /Samaritans[^]*116 123/);
    const toPress = "header.site nav:visible, footer.site nav:visible, form:visible, .button:visible, main button:visible, main input:visible, .share:visible, .skip:visible";
    assert.equal(await page.locator(toPress).count(), 0, "nothing to press");
    const [note, text] = await page.evaluate(() => [".content-note", ".story .prose"].map((part) => document.querySelector(part).getBoundingClientRect().top));
    assert.ok(note < text, "what to know stands before the text");
    await page.evaluate(textAlone);
    assert.ok((await page.locator(".story .prose").isVisible()) && !(await page.locator(".story h1").isVisible()));
    const alone = pages(await page.pdf({ format: "A4" }));
    t.diagnostic(`${many} pages, the text alone ${alone}`);
    assert.ok(alone >= 1 && many <= alone + 1, `${many} pages, the text alone ${alone}`);
  });
});

test("the list for the door prints a drawn box, the name and the places of each person, no access need, and nothing to press", async () => {
  const [host, person] = [someone("host with a list on paper"), someone("person on a list on paper")];
  await inWindow(hub, { signedIn: hub.signedIn }, async (page) => {
    const state = await list(page, hub, eventOf(host));
    await publish(page, host.title);
    const address = await publicPage(page, state);
    await register(page, hub, address, person, ["bsl"]);
    await page.goto(`${state}/registrations/paper`);
    assert.ok(await page.getByText("Tick each person who comes").isVisible(), "what to do stands on the screen");
    assert.equal(pages(await page.pdf({ format: "A4" })), 1);
    await page.emulateMedia({ media: "print" });
    const row = page.locator("main tbody tr");
    assert.equal(await row.count(), 1);
    assert.match((await row.innerText()).replace(/\s+/g, " "), new RegExp(`${person.name.replace(/[^\p{L}\p{N} ]/gu, ".")} 1 place`, "u"));
    const box = await row.locator(".to-tick").evaluate((one) => {
      const { width, height } = one.getBoundingClientRect();
      const { borderTopWidth, borderLeftWidth, borderTopStyle, borderTopColor } = getComputedStyle(one);
      return { width, height, lines: [borderTopWidth, borderLeftWidth].map(Number.parseFloat), borderTopStyle, borderTopColor };
    });
    assert.ok(box.width >= 18 && Math.abs(box.width - box.height) < 1, `a box that a pen finds: ${JSON.stringify(box)}`);
    assert.ok(box.lines.every((line) => line >= 1) && box.borderTopStyle === "solid" && box.borderTopColor === "rgb(0, 0, 0)", JSON.stringify(box));
    assert.ok(await page.getByText("Destroy it after the event").isVisible(), "what becomes of it");
    assert.ok(await page.getByText("People who came without a booking").isVisible(), "a line for those without a booking");
    const said = await page.locator("main").innerText();
    for (const no of [person.email, person.words, "BSL"]) assert.ok(!said.includes(no), `${no} lies about on paper`);
    const toPress = "header.site nav:visible, footer.site nav:visible, form:visible, .button:visible, main button:visible, main input:visible, .back:visible, .skip:visible, main .no-print:visible";
    assert.equal(await page.locator(toPress).count(), 0, "nothing to press");
  });
});

test("what brings an author back prints: the code, where to type it in, and the private link, and nothing to press", async (t) => {
  const author = someone("author with a code on paper");
  await inWindow(hub, {}, async (page) => {
    const { link } = await share(page, storyOf(author));
    const many = pages(await page.pdf({ format: "A4" }));
    t.diagnostic(`${many} pages`);
    assert.ok(many >= 1 && many <= 2, `${many} pages`);
    await page.emulateMedia({ media: "print" });
    const code = page.locator("main .story-code code");
    assert.ok(await code.isVisible(), "the code");
    assert.match(await code.innerText(), /^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
    const at = page.locator('main a[href$="/manage/story/code"]');
    assert.ok(await at.isVisible(), "where the code is typed in");
    assert.equal((await at.innerText()).trim(), `${hub.origin}/manage/story/code`, "in words that can be typed");
    const shown = page.locator("main .private-link code");
    assert.ok(await shown.isVisible(), "the private link");
    assert.equal((await shown.innerText()).trim(), link);
    const toPress = "header.site nav:visible, footer.site nav:visible, form:visible, .button:visible, main button:visible, main input:visible, .back:visible, .skip:visible";
    assert.equal(await page.locator(toPress).count(), 0, "nothing to press");
  });
});

test("a booking to be posted prints what its person needs on one page, with their link and a code, and nothing of how to print", async () => {
  const [host, person] = [someone("host who posts a letter"), someone("person who gets a letter")];
  await inWindow(hub, { signedIn: hub.signedIn }, async (page) => {
    const state = await list(page, hub, eventOf(host));
    await publish(page, host.title);
    await page.goto(`${state}/registrations/add`);
    await answer(page, { name: person.name, phone: "01632 960 098", asked_by: "phone", agreed: true });
    await press(page, "Register them");
    await follow(page, /on paper/);
    assert.equal(pages(await page.pdf({ format: "A4" })), 1);
    await page.emulateMedia({ media: "print" });
    for (const words of [`For ${person.name}`, host.title, "Your private link"]) {
      assert.ok(await page.locator("main").getByText(words).first().isVisible(), words);
    }
    assert.match(await page.locator("main .letter code").innerText(), /\/manage\/registration\/open\//);
    assert.ok(await page.locator("main .letter svg.qr").isVisible(), "a code for a camera");
    const toPress = "header.site nav:visible, footer.site nav:visible, form:visible, .button:visible, main button:visible, main input:visible, .back:visible, .skip:visible, main .notice:visible";
    assert.equal(await page.locator(toPress).count(), 0, "nothing to press, and nothing of how to print");
    assert.ok(!(await page.locator("body").innerText()).includes("/registrations/"), "no address of the host's list");
  });
});
