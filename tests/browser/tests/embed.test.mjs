// The calendar on another site: what it shows, and what hostile attributes can't do.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { inWindow } from "../browser.mjs";
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
      assert.equal(await shown.locator("[lang]").first().getAttribute("lang"), "en-GB", "its own language, not the page's");
      assert.equal(await shown.locator("form, button, input").count(), 0, "nothing is booked here");
      const hrefs = await shown.locator("a").evaluateAll((all) => all.map((a) => a.href));
      assert.ok(hrefs.every((href) => href.startsWith(hub.origin) || href.endsWith("#fallback")), hrefs.join(" "));
    });
  });
});

test("filters are attributes, and give what the calendar gives", async () => {
  await inWindow(hub, elsewhere, async (window) => {
    const week = await demonstration(window);
    const [, nation, year] = week.split("/");
    await window.goto(`${week}/calendar?format=online&access=bsl`);
    const expected = await window.locator("#results article h3").allInnerTexts();
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
      assert.equal(await window.evaluate("window.fired"), undefined);
      assert.equal(await window.locator("coproduction-week img, coproduction-week script").count(), 0);
    });
  });
});
