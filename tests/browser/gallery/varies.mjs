// What is another on a page each day that it is shown, though the page is the same: days, times, codes.

import { createHash } from "node:crypto";

const DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[Tt]oday|[Tt]omorrow|[Yy]esterday";
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const SINCE = "(?:an?|\\d+) (?:second|minute|hour|day|week)s?";
const CODE = "(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[\\w-]{6,}";
const VARIES = `\\b(?:${DAYS}|\\d{1,2} (?:${MONTHS})|${MONTHS}|20\\d\\d|\\d{1,2}[:.]\\d\\d|${SINCE}|${CODE})\\b|/manage/\\S+`;

/** A mark of a page's words, the same on another day. */
export async function marked(page) {
  const words = await page.evaluate(() => document.body.innerText);
  return createHash("sha256").update(words.replace(new RegExp(VARIES, "g"), "~")).digest("hex").slice(0, 16);
}

/** The parts of a page, in pixels of the whole of it, that hold something which is another each day: whole paragraphs, lines of a list, fields. */
export function varying(page) {
  return page.evaluate((pattern) => {
    const varies = new RegExp(pattern);
    const blocks = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!varies.test(texts.currentNode.data)) continue;
      let block = texts.currentNode.parentElement;
      while (block !== document.body && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
      blocks.add(block);
    }
    for (const field of document.querySelectorAll("input, textarea, select")) if (/\d/.test(field.value)) blocks.add(field);
    return [...blocks].map((block) => {
      const { x, y, width, height } = block.getBoundingClientRect();
      return { left: Math.floor(x + scrollX), top: Math.floor(y + scrollY), right: Math.ceil(x + scrollX + width), bottom: Math.ceil(y + scrollY + height) };
    });
  }, VARIES);
}
