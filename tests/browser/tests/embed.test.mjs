// The calendar on another site: what it shows, and what hostile attributes can't do.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { inWindow } from "../browser.mjs";
import { axe } from "../checks.mjs";
import { hub } from "../given.mjs";
import { demonstration } from "../kinds/public.mjs";

/** Another site, on a port of its own, that shows one page. */
async function site(html, act) {
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end(html)).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  try {
    await act(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
  }
}

const page = (attributes) => `<!doctype html><html lang="cy"><title>Council</title><h1>Council</h1>
<script type="module" src="${hub.origin}/embed.js"></script>
<coproduction-week ${attributes}><a id="fallback" href="${hub.origin}/">The calendar</a></coproduction-week>`;

const elsewhere = { expected: [/asked another origin/] };

test("another site shows events with their access facts and cancellations, in the language they are written in, and books nothing", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const [, nation, year] = (await demonstration(window)).split("/");
    await site(page(`nation="${nation}" year="${year}" max="50"`), async (address) => {
      await window.goto(address);
      const shown = window.locator("coproduction-week");
      await shown.locator("li.event").first().waitFor();
      assert.ok((await shown.locator("li.event").count()) > 10);
      assert.ok(await shown.getByText("BSL interpreter").count(), "access facts");
      assert.ok(await shown.locator(".event.cancelled .state").getByText("Cancelled").count(), "cancellations, in words");
      assert.ok(await shown.getByText(/^This week is a demonstration/).count(), "nobody takes its events for real ones");
      assert.ok(await shown.getByText("Languages: English, Welsh").count(), "languages");
      assert.equal(await shown.locator("[lang]").first().getAttribute("lang"), "en-GB", "its own language, not the page's");
      assert.equal(await shown.locator("form, button, input").count(), 0, "nothing is booked here");
      const hrefs = await shown.locator("a").evaluateAll((all) => all.map((a) => a.href));
      assert.ok(hrefs.every((href) => href.startsWith(hub.origin) || href.endsWith("#fallback")), hrefs.join(" "));
    });
  });
});

/** Another site's page, with a piece of ours under its own heading. */
const under = (html) => `<!doctype html><html lang="cy"><title>Council</title><main><h1>Council</h1>\n${html}\n</main></html>`;

test("the lines that are handed out show events where they are pasted, and axe finds nothing wrong with that page", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const week = await demonstration(window);
    await window.goto("/embed");
    const lines = await window.locator("main pre").allInnerTexts();
    assert.equal(lines.length, 2, "an element and a frame");
    // The example is the nearest week, which may have no event yet. A partner writes their own in its place.
    const [example] = lines[1].match(/(?<=\/embed)\/[a-z-]+\/\d{4}/);
    const attributes = (path) => path.replace(/^\/(.+)\/(.+)$/, 'nation="$1" year="$2"');
    assert.ok(lines[0].includes(attributes(example)), lines[0]);
    const pasted = lines.join("\n").replaceAll(example, week).replaceAll(attributes(example), attributes(week));
    await site(under(pasted), async (address) => {
      await window.goto(address);
      await window.locator("coproduction-week li.event").first().waitFor();
      assert.ok(await window.locator("coproduction-week").getByText("BSL interpreter").count(), "in the page");
      await window.locator("iframe").scrollIntoViewIfNeeded();
      const frame = window.frameLocator("iframe");
      await frame.locator("article h3").first().waitFor();
      assert.ok(await frame.getByText("BSL interpreter").count(), "in the frame");
      assert.deepEqual(await axe(window), []);
    });
  });
});

test("the headings of its days are one step below the page's, or as deep as the page says", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const [, nation, year] = (await demonstration(window)).split("/");
    for (const [said, level] of [
      ["", "H2"],
      ['heading="4"', "H4"],
      ['heading="1"', "H2"],
      ['heading="2 onclick=alert(1)"', "H2"],
    ]) {
      const piece = `<script type="module" src="${hub.origin}/embed.js"></script><coproduction-week nation="${nation}" year="${year}" ${said}></coproduction-week>`;
      await site(under(piece), async (address) => {
        await window.goto(address);
        const days = window.locator("coproduction-week .day");
        await days.first().waitFor();
        assert.deepEqual([...new Set(await days.evaluateAll((all) => all.map((day) => day.tagName)))], [level], said);
      });
    }
  });
});

test("an event that is postponed, changed or not open to everyone says so in words, and one that takes place as it was listed says nothing", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const [, nation, year] = (await demonstration(window)).split("/");
    await window.route("**/calendar.json*", async (route) => {
      const answer = await route.fetch();
      const feed = await answer.json();
      const words = (one, state) => ({ ...one.words, state });
      const as = (one, state, words_, changed) => ({ ...one, state, changed, words: words(one, words_) });
      const [first, second, third] = feed.events;
      const closed = { ...as(third, "listed", "Listed", false), open_to: "staff" };
      closed.words.open_to = "Only people who work for the host";
      feed.events = [{ ...as(first, "postponed", "Postponed", true), open_to: "public" }, as(second, "listed", "Listed", true), closed];
      await route.fulfill({ response: answer, json: feed });
    });
    await site(page(`nation="${nation}" year="${year}"`), async (address) => {
      await window.goto(address);
      const rows = window.locator("coproduction-week li.event");
      await rows.first().waitFor();
      const marks = [];
      for (const row of await rows.all()) marks.push(await row.locator(".state").allInnerTexts());
      assert.deepEqual(marks, [["Postponed"], ["Changed"], []]);
      const facts = (nth) => rows.nth(nth).locator(".facts").innerText();
      assert.match(await facts(2), /Only people who work for the host/, "who can't come learns it here");
      assert.doesNotMatch(await facts(0), /Anyone can come/, "what goes without saying is not said");
    });
  });
});

/** Every attribute that narrows, with a value, and the same as the calendar's address has it. */
const NARROWING = {
  format: ["online hybrid", "format=online&format=hybrid"],
  access: ["bsl captions", "access=bsl&access=captions"],
  day: ["any-time", "day=any-time"],
  time: ["morning", "time=morning"],
  kind: ["workshop film", "kind=workshop&kind=film"],
  region: ["wales", "region=wales"],
  audience: ["carers", "audience=carers"],
  language: ["welsh", "language=welsh"],
  question: ["1 3", "question=1&question=3"],
  "host-nation": ["wales scotland", "nation=wales&nation=scotland"],
  free: ["", "free=yes"],
  expenses: ["", "expenses=yes"],
  places: ["", "places=yes"],
  search: ["council", "q=council"],
};

test("every filter of the element gives what the calendar gives", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const week = await demonstration(window);
    const [, nation, year] = week.split("/");
    for (const [attribute, [value, query]] of Object.entries(NARROWING)) {
      await window.goto(`${week}/calendar?${query}`);
      // Once the week is on, the calendar puts what is over last; an event that meets several times is there on each of its days.
      const expected = [...new Set(await window.locator("#results article h3").allInnerTexts())].toSorted();
      await site(page(`nation="${nation}" year="${year}" ${attribute}="${value}" max="50"`), async (address) => {
        await window.goto(address);
        const more = window.locator("coproduction-week").getByText(/^See every event of/);
        await more.waitFor();
        assert.deepEqual((await window.locator("coproduction-week .title").allInnerTexts()).toSorted(), expected, attribute);
        assert.equal(await more.getAttribute("href"), `${hub.origin}${week}/calendar?${query}`, attribute);
      });
    }
  });
});

test("filters are attributes, and give what the calendar gives", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const week = await demonstration(window);
    const [, nation, year] = week.split("/");
    await window.goto(`${week}/calendar?format=online&access=bsl`);
    const expected = [...new Set(await window.locator("#results article h3").allInnerTexts())];
    await site(page(`nation="${nation}" year="${year}" format="online" access="bsl" max="50"`), async (address) => {
      await window.goto(address);
      await window.locator("coproduction-week li.event").first().waitFor();
      assert.deepEqual(await window.locator("coproduction-week .title").allInnerTexts(), expected);
    });
  });
});

for (const [what, attributes] of Object.entries({
  "a script in the nation": `nation='"><script>window.fired=1</script>' year="2026"`,
  "a path in the nation": `nation="../../desk" year="2026"`,
  "another site in the year": `nation="demo" year="2026/../../..//evil.example"`,
})) {
  test(`hostile attribute, ${what}: what stands between the tags stays`, async () => {
    await inWindow(hub, elsewhere, async (window) => {
      await site(page(attributes), async (address) => {
        const asked = [];
        window.on("request", (request) => asked.push(request.url()));
        await window.goto(address);
        await window.waitForLoadState("networkidle");
        assert.equal(await window.evaluate("window.fired"), undefined);
        assert.ok(await window.locator("#fallback").isVisible());
        assert.ok(asked.every((url) => url === address || url.startsWith(`${hub.origin}/embed.js`) || url.endsWith("/favicon.ico")), asked.join(" "));
      });
    });
  });
}

test("hostile attributes in filters are only words that nothing answers", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const [, nation, year] = (await demonstration(window)).split("/");
    const attributes = `nation="${nation}" year="${year}" search="&quot;&gt;&lt;img src=x onerror=window.fired=1&gt;" kind="javascript:alert(1) &amp;nation=wales" max="-1e309"`;
    await site(page(attributes), async (address) => {
      await window.goto(address);
      await window.locator("coproduction-week").getByText("No events match.").waitFor();
      // Whoever reads the list learns that it is not narrowed by all of that.
      await window.locator("coproduction-week").getByText("asks for something that we don’t know, under “Kind of event”").waitFor();
      assert.equal(await window.evaluate("window.fired"), undefined);
      assert.equal(await window.locator("coproduction-week img, coproduction-week script").count(), 0);
    });
  });
});
