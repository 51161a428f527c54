// A story: written, agreed to, read, public, and taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WAYS, inWindow } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, headed, press, refused, says, saysNothingOf } from "../forms.mjs";
import { hub } from "../given.mjs";
import { publish } from "../journeys/desk.mjs";
import { demonstration } from "../kinds/public.mjs";
import { begin, openByLink, share, storyOf, withdraw } from "../journeys/stories.mjs";

for (const { js, way } of WAYS) {
  test(`a story is shared without an address, published, and gone when its author takes it back, ${way}`, async () => {
    const author = someone(`story ${way}`);
    const story = storyOf(author);
    let link, address;
    await inWindow(hub, { js }, async (page) => {
      ({ link } = await share(page, story));
    });
    await inWindow(hub, { js, signedIn: hub.signedIn }, async (desk) => {
      await publish(desk, author.title);
      address = new URL(await desk.locator("main").getByRole("link", { name: "See its page" }).getAttribute("href"), desk.url()).pathname;
    });
    assert.doesNotMatch(address, new RegExp(`${author.mark}|wren`, "i"), "the address says nothing about the author");
    await inWindow(hub, { js }, async (page) => {
      const answered = await page.goto(address);
      assert.equal(answered.status(), 200);
      await headed(page, author.title);
      await says(page, `By Wren ${author.mark}`);
      await says(page, "This story mentions a hospital.");
      const stories = `${await demonstration(page)}/stories`;
      await page.goto(stories);
      await says(page, author.title);
      await openByLink(page, link);
      await withdraw(page, page.url());
      await says(page, "Your story is withdrawn");
      const gone = await page.goto(address);
      assert.equal(gone.status(), 410);
      await saysNothingOf(page, author.title);
      await saysNothingOf(page, `Wren ${author.mark}`);
      await page.goto(stories);
      await saysNothingOf(page, author.title);
    });
  });

  test(`a story that lacks something comes back as typed and shows how it looks, ${way}`, async () => {
    const author = someone(`story refused ${way}`);
    const story = storyOf(author);
    await inWindow(hub, { js }, async (page) => {
      await begin(page);
      await press(page, "Save and continue");
      await refused(page);
      await answer(page, story.naming);
      await press(page, "Save and continue");
      await answer(page, { ...story.write, title: "" });
      await press(page, "Save and continue");
      await refused(page, "Enter a title");
      assert.equal(await page.inputValue("[name=body]"), story.write.body);
      await answer(page, { title: story.write.title });
      await press(page, "Save and show me how it looks");
      await page.locator("#preview em").getByText("together").waitFor();
      await headed(page, "Your story");
    });
  });
}
