// What holds on every page.

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { LEAST, MIDDLE, WIDE } from "./browser.mjs";
import { contrast } from "./contrast.mjs";
import { sniffed } from "./sniffer.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What depends on colours: looked through again in each scheme. The other rules read what the page is made of. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe leaves to people, by rule and by what it says hinders it, and why it may stand here. Anything else that axe can't tell is a
 * fault: it is mended, or looked at and written down here. Of the colours among them pale() measures what is painted.
 */
const LOOKED_AT = {
  "color-contrast": {
    shortTextContent: "a letter or figure alone may be a sign and no text",
    nonBmp: "signs outside the common letters have colours of their own",
    pseudoContent: "what is drawn before or behind a text covers a large part of it",
    bgOverlap: "something else lies over the text, as the link to the main part does while it has the focus",
    elmPartiallyObscured: "something else covers a part of it",
    elmPartiallyObscuring: "it covers a part of something else",
    outsideViewport: "it has to be scrolled to",
  },
  "frame-tested": { "no reason": "our frame on a page of another site: it is looked through as a page of its own" },
};

/** What of it was met in this process, how often, and where first. */
const met = new Map();

/** What axe could not tell and people have looked at: each with how often it was met and an example. */
export const doubts = () => [...met];

/** Letters twice as large, as the reader set them (WCAG 1.4.4). */
const LARGER = "html { font-size: 200% !important }";

/** Text spacing that people may set for themselves (WCAG 1.4.12). */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** Runs axe on a page as it is, on the colours of every text unless told not to. One line for each thing that is wrong. */
export async function axe(page, { colours = true } = {}) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const found = await page.evaluate(
    ([values, without]) => {
      const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
      return axe.run(document, { runOnly: { type: "tag", values }, rules, resultTypes: ["violations", "incomplete"], preload: false });
    },
    [TAGS, colours ? [] : COLOURS],
  );
  return [...lines(found), ...(await pale(page, found))];
}

/** Runs what depends on colours on one text of each look. What lies over what is the same in every scheme: light has seen it. */
export async function axeColours(page) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const found = await page.evaluate(
    ([runOnly, every]) => {
      const looks = new Map();
      const known = new Map();
      // What a text and all around it are painted with: where all of that is the same, so is the contrast.
      const look = (e) => {
        if (!e) return 0;
        if (!known.has(e)) {
          const { color, backgroundColor, backgroundImage, borderBottomColor, display, fontSize, fontWeight, opacity, textDecorationLine } = getComputedStyle(e);
          const all = [look(e.parentElement), e.localName, color, backgroundColor, backgroundImage, borderBottomColor, display, fontSize, fontWeight, opacity, textDecorationLine].join("|");
          if (!looks.has(all)) looks.set(all, looks.size + 1);
          known.set(e, looks.get(all));
        }
        return known.get(e);
      };
      const says = (e) => e.matches("input, select, textarea") || [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      const texts = [...document.querySelectorAll("body *")].filter((e) => says(e) && e.checkVisibility({ checkVisibilityCSS: true }));
      const include = every ? document : { include: [...new Map(texts.map((e) => [look(e), e])).values()] };
      return axe.run(include, { runOnly, resultTypes: ["violations", "incomplete"], preload: false });
    },
    [COLOURS, process.env.HUB_AXE === "all"],
  );
  return [...lines(found), ...(await pale(page, found))];
}

function lines(found) {
  const broken = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ").slice(0, 240)}`));
  return [...broken, ...found.incomplete.flatMap((rule) => rule.nodes.flatMap((node) => untold(rule.id, node)))];
}

/** What axe can't tell of a part of a page and nobody has looked at. */
function untold(rule, node) {
  const hindrances = [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey ?? "no reason");
  return [...new Set(hindrances.length ? hindrances : ["no reason"])].flatMap((hindrance) => {
    const [what, where] = [`${rule}, ${hindrance}`, node.target.join(" ")];
    if (!LOOKED_AT[rule]?.[hindrance]) return [`axe can't tell: ${what}: ${where}: ${node.html.slice(0, 120)}`];
    const { times, example } = met.get(what) ?? { times: 0, example: where };
    met.set(what, { times: times + 1, example });
    return [];
  });
}

/**
 * The texts whose colours axe can't tell, against the first ground that is painted around them (WCAG 1.4.3). In forced colours both are
 * the reader's own.
 */
async function pale(page, found) {
  const doubted = found.incomplete.filter((rule) => rule.id === "color-contrast").flatMap((rule) => rule.nodes.map((node) => node.target[0]));
  const all = await page.evaluate((doubted) => {
    if (matchMedia("(forced-colors: active)").matches) return [];
    const clear = (e) => Number(getComputedStyle(e).backgroundColor.match(/[\d.]+/g)[3]) === 0;
    return doubted.map((css) => {
      const e = document.querySelector(css);
      const { color, fontSize, fontWeight } = getComputedStyle(e);
      let ground = e;
      while (ground && clear(ground)) ground = ground.parentElement;
      // Large letters are of 24 px, or of 18.66 px and bold.
      const large = parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
      return { css, color, least: large ? 3 : 4.5, ground: ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)" };
    });
  }, doubted);
  return all.filter(({ color, ground, least }) => contrast(color, ground) < least).map(({ css, color, ground }) => `pale, and axe can't tell: ${css}: ${color} on ${ground}`);
}

/**
 * Axe at three widths, light, dark and in forced colours, with reduced motion; and what axe does not look at. Lines of what is wrong.
 * Colours hang on the width only by what is folded away: HUB_AXE=all looks through them at the middle one in every scheme
 * too, and at every text there is.
 */
export async function everything(page) {
  const wrong = [];
  for (const size of [LEAST, MIDDLE, WIDE]) {
    const note = (lines, where = "") => wrong.push(...lines.map((line) => `${size.width} px${where}: ${line}`));
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
    const sampled = size === MIDDLE && process.env.HUB_AXE !== "all";
    note(await axe(page, { colours: !sampled }), ", light");
    if (sampled) note(await axeColours(page), ", light");
    if (size === WIDE) note(await sniffed(page));
    note(await page.evaluate(overflow));
    note(await page.evaluate(small));
    note(await faint(page), ", light");
    if (sampled) continue;
    await page.emulateMedia({ colorScheme: "dark" });
    note(await axeColours(page), ", dark");
    note(await faint(page), ", dark");
    await page.emulateMedia({ forcedColors: "active" });
    note(await axeColours(page), ", forced colours");
    note(await page.evaluate(vanished), ", forced colours");
  }
  wrong.push(...(await page.evaluate(moving)));
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: null });
  wrong.push(...(await page.evaluate(made)));
  wrong.push(...(await stretched(page, LEAST, "with text spacing", SPACING)));
  wrong.push(...(await stretched(page, WIDE, "with letters twice as large", LARGER)));
  return [...new Set(wrong)];
}

/** The page reaches beyond its window. */
function overflow() {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return [];
  const out = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-box, .visually-hidden, [hidden]"));
  return [`${root.scrollWidth} px wide: ${out.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(" | ")}`];
}

/** Buttons, fields and the days of a week under 44 by 44; a tick or a radio counts with its label. */
function small() {
  const seen = (e) => e.checkVisibility?.({ checkVisibilityCSS: true }) && !e.closest("[aria-hidden=true], .visually-hidden") && e.getBoundingClientRect().width > 1;
  const area = (e) => (["checkbox", "radio"].includes(e.type) ? e.closest(".choice") ?? e : e).getBoundingClientRect();
  return [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, a.button, summary, .days a")]
    .filter(seen)
    .filter((e) => area(e).height < 43.5 || area(e).width < 43.5)
    .map((e) => `under 44 px: ${e.outerHTML.slice(0, 90)} ${Math.round(area(e).width)}×${Math.round(area(e).height)}`);
}

/** Edges of fields and buttons, and what is around them: runs in the browser. */
function edges() {
  const seen = (e) => e.checkVisibility?.({ checkVisibilityCSS: true }) && !e.closest("[aria-hidden=true], .visually-hidden") && e.getBoundingClientRect().width > 1;
  const clear = (colour) => Number(colour.match(/[\d.]+/g)[3]) === 0;
  const around = (e) => {
    for (let at = e.parentElement; at; at = at.parentElement) if (!clear(getComputedStyle(at).backgroundColor)) return getComputedStyle(at).backgroundColor;
    return "rgb(255, 255, 255)";
  };
  const edge = (e) => {
    const look = getComputedStyle(e, ["checkbox", "radio"].includes(e.type) ? "::before" : null);
    return parseFloat(look.borderTopWidth) > 0 && !clear(look.borderTopColor) ? look.borderTopColor : look.backgroundColor;
  };
  return [...document.querySelectorAll("button, a.button, input:not([type=hidden]), select, textarea")]
    .filter((e) => seen(e) && !clear(edge(e)))
    .map((e) => ({ edge: edge(e), around: around(e), html: e.outerHTML.slice(0, 90) }));
}

/** Edges of fields and buttons that stand out less than 3 to 1 from what is around them (WCAG 1.4.11). */
async function faint(page) {
  const all = await page.evaluate(edges);
  return all.filter(({ edge, around }) => contrast(edge, around) < 3).map(({ edge, around, html }) => `edges at ${contrast(edge, around).toFixed(1)} to 1: ${html}`);
}

/** In forced colours a background is not painted: what looks like a button, a field, a mark or a card needs a border. */
function vanished() {
  const seen = (e) => e.checkVisibility?.({ checkVisibilityCSS: true }) && !e.closest("[aria-hidden=true], .visually-hidden") && e.getBoundingClientRect().width > 1;
  const drawn = (look) => ["Top", "Bottom"].some((side) => look[`border${side}Style`] !== "none" && parseFloat(look[`border${side}Width`]) > 0);
  const apart = ".tag, .facts li, .notice, .panel, .error-summary, .content-note";
  return [...document.querySelectorAll(`button, a.button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea, ${apart}`)]
    .filter(seen)
    .filter((e) => !drawn(getComputedStyle(e)) && getComputedStyle(e).textDecorationLine === "none")
    .map((e) => `nothing shows its edges: ${e.outerHTML.slice(0, 90)}`);
}

/** With reduced motion nothing moves by itself. */
function moving() {
  const time = (list) => Math.max(...list.split(",").map((part) => parseFloat(part) * (part.trim().endsWith("ms") ? 1 : 1000)));
  const moves = (look) => (look.animationName !== "none" && time(look.animationDuration) > 10) || time(look.transitionDuration) > 10;
  const found = [...document.querySelectorAll("body, body *")].filter((e) => moves(getComputedStyle(e)));
  const running = document.getAnimations().length;
  return [...found.slice(0, 3).map((e) => `moves with reduced motion: ${e.outerHTML.slice(0, 80)}`), ...(running ? [`${running} animations with reduced motion`] : []), ...(getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["scrolls smoothly with reduced motion"] : [])];
}

/** How the page is made: frame, headings, no style attribute, no script inside, one language, a title of its own. */
function made() {
  const out = [];
  const count = (selector) => document.querySelectorAll(selector).length;
  if (count("h1") !== 1) out.push(`${count("h1")} main headings`);
  // What stands in a frame of another site has none of ours around it.
  const around = document.body.classList.contains("embedded") ? 0 : 1;
  if (count("main") !== 1 || count("header.site") !== around || count("footer.site") !== around) out.push("the frame is not whole");
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

/** With the reader's own style nothing is cut, nothing lies over something else, and the page is no wider than its window. */
async function stretched(page, size, how, css) {
  await page.setViewportSize(size);
  const wrong = await page.evaluate(
    ([how, css]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      const shown = (e) => e.textContent.trim() && e.checkVisibility({ checkVisibilityCSS: true }) && !e.closest(".visually-hidden, .trap, .skip");
      const cut = [...document.querySelectorAll("body *")].filter((e) => shown(e) && e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY === "hidden");
      const out = cut.map((e) => `${how}, cut: ${e.outerHTML.slice(0, 80)}`);
      // Without its padding: a hint may stand in that of its label.
      const inside = (e) => {
        const [box, look] = [e.getBoundingClientRect(), getComputedStyle(e)];
        const pad = (side) => parseFloat(look[`padding${side}`]);
        return { left: box.left + pad("Left"), right: box.right - pad("Right"), top: box.top + pad("Top"), bottom: box.bottom - pad("Bottom") };
      };
      const over = (a, b) => {
        const [one, other] = [inside(a), inside(b)];
        return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
      };
      const blocks = [...document.querySelectorAll("body *")].filter((e) => shown(e) && !["inline", "contents"].includes(getComputedStyle(e).display));
      const among = new Set(blocks);
      for (const e of blocks) {
        const next = e.nextElementSibling;
        if (next && among.has(next) && over(e, next) && getComputedStyle(e).float === "none") out.push(`${how}, over what follows: ${e.outerHTML.slice(0, 80)}`);
      }
      if (document.scrollingElement.scrollWidth > innerWidth) out.push(`${how}, ${document.scrollingElement.scrollWidth} px wide`);
      document.adoptedStyleSheets = [];
      return out;
    },
    [how, css],
  );
  await page.setViewportSize(WIDE);
  return wrong;
}
