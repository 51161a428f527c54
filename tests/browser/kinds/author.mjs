// Every page of sharing a story, in its states.

import { open } from "../browser.mjs";
import { someone } from "../chance.mjs";
import { answer, follow, press } from "../forms.mjs";
import { publish, reviewer } from "../journeys/desk.mjs";
import { begin, keepAll, storyOf } from "../journeys/stories.mjs";

/** The page of the other key, as a reviewer sees it. */
async function* secondReading(hub, desk, story, email) {
  const window = await open(hub);
  const { page } = window;
  try {
    await reviewer(desk, page, hub, email);
    await page.goto(`${story}/second-reading`);
    yield { name: "desk: second reading", page };
    await press(page, "Record my reading");
    yield { name: "desk: second reading, refused", page };
  } finally {
    await window.close();
  }
}

export async function* kinds(hub) {
  const window = await open(hub, { signedIn: hub.signedIn });
  const { page } = window;
  const seen = (name) => ({ name, page });
  const author = someone("kinds of author's pages");
  const story = storyOf(author);
  story.write.body += "\n\nRing me on 07700 900123.";
  Object.assign(story.write, { call: "take-part", call_words: "Come along on Tuesday", call_email: author.email });
  try {
    await page.goto("/share-your-story");
    yield seen("share your story");
    await begin(page);
    const state = page.url().replace(/\/naming.*/, "");
    await page.goto(`${state}/check`);
    yield seen("story form: check, not complete");
    await page.goto(`${state}/naming`);
    for (const step of ["naming", "write", "consent"]) {
      yield seen(`story form: ${step}`);
      await press(page, "Save and continue");
      yield seen(`story form: ${step}, refused`);
      if (step === "write") await page.getByText("Ask readers to do something").click();
      await answer(page, story[step]);
      if (step === "write") {
        await press(page, "Save and show me how it looks");
        yield seen("story form: write, previewed");
        await press(page, "Save and continue");
        yield seen("story form: what could give you away");
        await press(page, "Save and continue");
        yield seen("story form: what could give you away, refused");
        await keepAll(page);
        continue;
      }
      await press(page, "Save and continue");
    }
    yield seen("story form: check");
    await press(page, "Send my story");
    yield seen("story: sent");
    await page.goto("/manage/story/code");
    yield seen("story: by its code");
    await page.goto(`${state}/sent`);
    const link = (await page.locator(".private-link code").innerText()).trim();
    await page.goto(link);
    yield seen("story: open by its link");
    await page.goto(state);
    yield seen("story: with the coordinators");
    const atTheDesk = state.replace("/manage/story/", "/desk/stories/");
    yield* secondReading(hub, page, atTheDesk, `reader-${author.mark}@example.org`);
    await page.goto(`${atTheDesk}/edit`);
    yield seen("desk: propose edits");
    await answer(page, { body: `${author.words}\n\n> We planned it.`, words: "Shorter reads better." });
    await press(page, "Send these edits to its author");
    await page.goto(state);
    yield seen("story: edits wait for its author");
    await page.goto(`${state}/edits`);
    yield seen("story: edits, word by word");
    await press(page, "No, keep my own words");
    await page.goto(`${state}/agreed`);
    yield seen("story: what was agreed to");
    await publish(page, author.title);
    await page.goto(`${atTheDesk}/take-down`);
    yield seen("desk: take a story off");
    await page.goto(state);
    yield seen("story: live, as its author sees it");
    const address = await page.getByRole("link", { name: "See your story" }).getAttribute("href");
    await page.goto(`${state}/update`);
    await answer(page, { update: "We met again. Ring me on 07700 900123." });
    await press(page, "Send my update");
    yield seen("story: an update, refused");
    await answer(page, { sure: true });
    await press(page, "Send my update");
    yield seen("story: an update waits");
    await page.goto(`${atTheDesk}/update`);
    yield seen("desk: an update to a story");
    await press(page, "Publish this update");
    await page.goto(address);
    yield seen("story: live, with an update");
    await follow(page, "Write a message");
    yield seen("story: write a message");
    await press(page, "Send my message");
    yield seen("story: write a message, refused");
    await page.goto(`${address}/message`);
    await answer(page, { words: author.words });
    await press(page, "Send my message");
    yield seen("story: write a message, once more");
    await press(page, "Send my message");
    yield seen("story: a message is on its way");
    await page.goto(`${state}/address`);
    yield seen("story: its author's email address");
    await page.goto(`${state}/messages`);
    yield seen("story: end messages");
    await press(page, "End messages");
    await page.goto(`${address}/message`);
    yield seen("story: takes no messages");
    await page.goto(address);
    await follow(page, "Tell us about a worry");
    yield seen("a worry");
    await press(page, "Send it to the coordinators");
    yield seen("a worry, refused");
    await answer(page, { about: "other", words: `${author.words} worries me.` });
    await press(page, "Send it to the coordinators");
    yield seen("a worry, sent");
    await page.goto("/desk/concerns");
    yield seen("desk: worries");
    // Another test may have told of a worry too.
    const own = page.locator("main section").filter({ hasText: author.words });
    await Promise.all([page.waitForEvent("load"), own.getByRole("button").click()]);
    yield seen("desk: no worries");
    await page.goto(`${state}/withdraw`);
    yield seen("story: withdraw");
    await press(page, /Withdraw|Take/);
    yield seen("story: withdrawn, as its author sees it");
    await page.goto(`${state}/close`);
    yield seen("story: close it on this device");
    await press(page, "Close my story on this device");
    yield seen("story: closed on this device");
    await page.goto(address);
    yield seen("story: withdrawn, as everyone sees it");
  } finally {
    await window.close();
  }
}
