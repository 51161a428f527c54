// HTML as its standard has it, looked through by a checker that others keep: what may stand where, which attributes and values there are,
// what tags may be left out.

import { HtmlValidate, StaticConfigLoader } from "html-validate";

/** A bare `>` in a text is HTML; the preset would have it written out all the same. */
const rules = { "no-raw-characters": "off" };

const checker = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:standard"], rules }));

/** Lines of what the checker finds wrong with the text that a page came as. */
export async function checked(html) {
  const { results } = await checker.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector, line, column }) => `${ruleId}: ${message} (${selector ?? `line ${line}, column ${column}`})`));
}
