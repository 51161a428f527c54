// A second opinion on what axe looks through: HTML_CodeSniffer, the rules of another house (quality-bar A-03).

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";

const SNIFFER = await readFile(createRequire(import.meta.url).resolve("html_codesniffer/build/HTMLCS.js"), "utf8");

/** Errors of WCAG 2 AA on a page as it is, one line each. What the library only asks a person to look at is left out. */
export async function sniffed(page) {
  if (!(await page.evaluate("typeof HTMLCS === 'object'"))) await page.evaluate(SNIFFER);
  return page.evaluate(
    () =>
      new Promise((done, fail) => {
        const tell = () =>
          done(
            HTMLCS.getMessages()
              .filter((message) => message.type === HTMLCS.ERROR)
              .map(({ code, element, msg }) => `HTML_CodeSniffer, ${code.split(".").slice(3).join(".")}: ${msg} ${element.outerHTML?.slice(0, 90) ?? ""}`),
          );
        HTMLCS.process("WCAG2AA", document, tell, fail);
      }),
  );
}
