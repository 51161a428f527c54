// What holds on every page.

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { LEAST, MIDDLE, WIDE } from "./browser.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What depends on colours: looked through again in each scheme. The other rules read what the page is made of. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Text spacing that people may set for themselves (WCAG 1.4.12). */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** Runs axe on a page as it is, all of its rules or some. One line for each thing that is wrong. */
export async function axe(page, runOnly = { type: "tag", values: TAGS }) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const found = await page.evaluate((runOnly) => axe.run(document, { runOnly, resultTypes: ["violations"], preload: false }), runOnly);
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ").slice(0, 240)}`));
}

/**
 * Axe at three widths, light, dark and in forced colours, with reduced motion; and what axe does not look at. Lines of what is wrong.
 * Colours hang on the width only by what is folded away: the middle one has them looked through with HUB_AXE=all.
 */
export async function everything(page) {
  const wrong = [];
  for (const size of [LEAST, MIDDLE, WIDE]) {
    const note = (lines, where = "") => wrong.push(...lines.map((line) => `${size.width} px${where}: ${line}`));
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
    note(await axe(page), ", light");
    note(await page.evaluate(overflow));
    note(await page.evaluate(small));
    if (size === MIDDLE && process.env.HUB_AXE !== "all") continue;
    await page.emulateMedia({ colorScheme: "dark" });
    note(await axe(page, COLOURS), ", dark");
    await page.emulateMedia({ forcedColors: "active" });
    note(await axe(page, COLOURS), ", forced colours");
    note(await page.evaluate(vanished), ", forced colours");
  }
  wrong.push(...(await page.evaluate(moving)));
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: null });
  wrong.push(...(await page.evaluate(made)));
  wrong.push(...(await spaced(page)));
  return [...new Set(wrong)];
}

/** The page reaches beyond its window. */
function overflow() {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return [];
  const out = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-box, .visually-hidden, [hidden]"));
  return [`${root.scrollWidth} px wide: ${out.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(" | ")}`];
}

/** Buttons and fields under 44 by 44; a tick or a radio counts with its label. */
function small() {
  const seen = (e) => e.checkVisibility?.({ checkVisibilityCSS: true }) && !e.closest("[aria-hidden=true], .visually-hidden") && e.getBoundingClientRect().width > 1;
  const area = (e) => (["checkbox", "radio"].includes(e.type) ? e.closest(".choice") ?? e : e).getBoundingClientRect();
  return [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, a.button, summary")]
    .filter(seen)
    .filter((e) => area(e).height < 43.5 || area(e).width < 43.5)
    .map((e) => `under 44 px: ${e.outerHTML.slice(0, 90)} ${Math.round(area(e).width)}×${Math.round(area(e).height)}`);
}

/** In forced colours a background is not painted: what looks like a button or a field needs a border or an outline. */
function vanished() {
  const seen = (e) => e.checkVisibility?.({ checkVisibilityCSS: true }) && !e.closest("[aria-hidden=true], .visually-hidden") && e.getBoundingClientRect().width > 1;
  const drawn = (look) => ["Top", "Bottom"].some((side) => look[`border${side}Style`] !== "none" && parseFloat(look[`border${side}Width`]) > 0);
  return [...document.querySelectorAll("button, a.button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea")]
    .filter(seen)
    .filter((e) => !drawn(getComputedStyle(e)) && getComputedStyle(e).textDecorationLine === "none")
    .map((e) => `nothing shows its edges: ${e.outerHTML.slice(0, 90)}`);
}

/** With reduced motion nothing moves by itself. */
function moving() {
  const time = (list) => Math.max(...list.split(",").map((part) => parseFloat(part) * (part.trim().endsWith("ms") ? 1 : 1000)));
  const moves = (look) => (look.animationName !== "none" && time(look.animationDuration) > 10) || time(look.transitionDuration) > 10;
  const found = [...document.querySelectorAll("body, body *")].filter((e) => moves(getComputedStyle(e)));
  return [...found.slice(0, 3).map((e) => `moves with reduced motion: ${e.outerHTML.slice(0, 80)}`), ...(getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["scrolls smoothly with reduced motion"] : [])];
}

/** How the page is made: frame, headings, no style attribute, no script inside, one language, a title of its own. */
function made() {
  const out = [];
  const count = (selector) => document.querySelectorAll(selector).length;
  if (count("h1") !== 1) out.push(`${count("h1")} main headings`);
  if (count("main") !== 1 || count("header.site") !== 1 || count("footer.site") !== 1) out.push("the frame is not whole");
  if (count("[style]")) out.push(`a style attribute: ${document.querySelector("[style]").outerHTML.slice(0, 100)}`);
  if (count("script:not([src]):not([type='application/ld+json'])")) out.push("a script inside the page");
  if (count("style")) out.push("a style sheet inside the page");
  if (!document.documentElement.lang) out.push("no language");
  if (!/.+ - Co-production Week$/.test(document.title)) out.push(`the title is “${document.title}”`);
  if (count("form:not([novalidate]):not([method=get])")) out.push("a form that the browser checks by itself");
  const doubled = [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, at, all) => all.indexOf(id) !== at);
  if (doubled.length) out.push(`an id twice: ${doubled.join(", ")}`);
  const words = document.querySelector("main").innerText.match(/\b(sorry|oops|invalid|forbidden|illegal)\b/i);
  if (words) out.push(`the word “${words[0]}”`);
  return out;
}

/** With wider text spacing nothing is cut and the page is no wider. */
async function spaced(page) {
  await page.setViewportSize(LEAST);
  const wrong = await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    const cut = [...document.querySelectorAll("body *")].filter(
      (e) => e.innerText?.trim() && e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY === "hidden" && !e.closest(".visually-hidden, .trap, .skip"),
    );
    const out = cut.map((e) => `with text spacing, cut: ${e.outerHTML.slice(0, 80)}`);
    if (document.scrollingElement.scrollWidth > innerWidth) out.push(`with text spacing, ${document.scrollingElement.scrollWidth} px wide`);
    document.adoptedStyleSheets = [];
    return out;
  }, SPACING);
  await page.setViewportSize(WIDE);
  return wrong;
}
