// Whether a page's HTML is what its author meant: the browser had nothing to mend, and what points at something finds it.

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** The tags of a text, in order: `<p` and `</p`, with the attributes of each. Comments and what stands in scripts are left out. */
function tags(html) {
  const bare = html.replace(/<!--[\s\S]*?-->/g, "").replace(/(<(script|style|textarea|title)\b[^>]*>)[\s\S]*?(?=<\/\2>)/gi, "$1");
  return [...bare.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>/"']+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi)].map(([, end, name, attributes]) => ({
    tag: `<${end}${name.toLowerCase()}`,
    attributes: [...attributes.matchAll(/\s([^\s=>/"']+)(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?/g)].map(([, attribute]) => attribute.toLowerCase()),
  }));
}

/** A tag without its end, an end without its tag, one end before another, an attribute twice. */
function unbalanced(all) {
  const open = [];
  const out = [];
  let drawing = 0;
  for (const { tag, attributes } of all) {
    const name = tag.replace(/[</]/g, "");
    const twice = attributes.filter((attribute, n) => attributes.indexOf(attribute) !== n);
    if (twice.length) out.push(`${tag} has ${twice.join(", ")} twice`);
    if (VOID.has(name)) continue;
    if (name === "svg") drawing += tag.startsWith("</") ? -1 : 1;
    if (!tag.startsWith("</")) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else if (!drawing) out.push(`${tag}> ends ${open.at(-1) ?? "nothing"}`);
  }
  return [...out, ...open.map((name) => `<${name}> has no end`)].slice(0, 5);
}

/** What the browser made of the text is not what stands in it: something was moved, closed early or thrown away. */
async function mended(page, html) {
  const made = await page.evaluate((html) => new DOMParser().parseFromString(html, "text/html").documentElement.outerHTML, html);
  const names = (text) => tags(text).map(({ tag }) => tag).filter((tag) => !/^<\/?(html|head|body|tbody)$/.test(tag));
  const [said, seen] = [names(html), names(made)];
  const at = said.findIndex((tag, n) => tag !== seen[n]);
  return at < 0 && said.length === seen.length ? [] : [`the browser mends: ${said.slice(Math.max(at - 3, 0), at + 3).join(" ")} becomes ${seen.slice(Math.max(at - 3, 0), at + 3).join(" ")}`];
}

/** Points at an id that is not there, holds what it may not hold. */
function astray() {
  const out = [];
  for (const name of ["for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "form", "list"]) {
    for (const e of document.querySelectorAll(`[${name}]`)) {
      for (const id of e.getAttribute(name).split(/\s+/).filter(Boolean)) if (!document.getElementById(id)) out.push(`${name}=${id} leads nowhere`);
    }
  }
  for (const a of document.querySelectorAll('a[href^="#"]')) if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) out.push(`${a.hash} leads nowhere`);
  const inside = ":is(a[href], button, label) :is(a[href], button), a[href] :is(input, select, textarea), form form, :is(h1, h2, h3, h4, p, span) :is(div, section, ul, ol, dl, table, form, article)";
  for (const e of document.querySelectorAll(inside)) out.push(`may not stand where it does: ${e.outerHTML.slice(0, 80)}`);
  for (const e of document.querySelectorAll(":is(ul, ol) > :not(li, leptos-island, leptos-children, script, template), dl > :not(dt, dd, div)")) out.push(`is no part of its list: ${e.outerHTML.slice(0, 80)}`);
  // What has no role of its own has no name that anybody hears (ARIA 1.2, 5.2.8.6).
  for (const e of document.querySelectorAll(":is(div, span, p, pre, code, strong, em, small):not([role]):is([aria-label], [aria-labelledby])")) out.push(`has a name and no role: ${e.outerHTML.slice(0, 80)}`);
  return out.slice(0, 5);
}

/** Lines of what is wrong with a page and the text that it came as. */
export async function valid(page, html) {
  const start = /^<!doctype html>/i.test(html) ? [] : ["no doctype"];
  return [...start, ...unbalanced(tags(html)), ...(await mended(page, html)), ...(await page.evaluate(astray))];
}
