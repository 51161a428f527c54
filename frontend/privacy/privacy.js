// Marks, while a story is written, what in it could give somebody away. Only the pages on which its author writes what readers will see,
// and those on which a copy that they kept on their device can be cleared, load it.
//
// What is typed stays in this page: the check is the module's, nothing is sent. Until it has run, and wherever it can't, the same
// check is the next page of the form. The two names below are filled in by infra/assets; they stand beside this file.

const GLUE = new URL("./{{app_js}}", import.meta.url);
const MODULE = new URL("./{{app_wasm}}", import.meta.url);

// What separates marks, and the parts of one: see functions/privacy/src/browser.rs.
const MARK = "\u001e";
const PART = "\u001f";
// How many are listed; a pause in writing long enough to look, in milliseconds; one long enough to speak.
const MOST = 30;
const LOOK = 400;
const SPEAK = 2000;

// The texts of the page that readers will see.
const FIELDS = ["shown_name", "on_behalf", "about", "bio", "title", "body", "content_note", "quote_1", "quote_1_who", "quote_2", "quote_2_who", "quote_3", "quote_3_who", "link_title", "link_2_title", "link_3_title", "transcript_words", "call_words", "update"];

// A name that its author chose to show is shown because they want it, and that of whom they quote because those agreed; a role can tell
// too much.
const chosen = (name) => document.querySelector(`[name=${name}]:checked`)?.value;
function counts({ id }) {
  if (id === "shown_name") return chosen("naming") === "role";
  const quote = id.match(/^quote_\d(?=_who$)/)?.[0];
  return !quote || (chosen(`${quote}_as`) === "role" && document.getElementById(quote).value.trim() !== "");
}

function read(marks, field) {
  return marks.split(MARK).filter(Boolean).map((mark) => {
    const [at, length, what, suggestion, before, words, after] = mark.split(PART);
    return { field, at: Number(at), length: Number(length), what, suggestion, before, words, after };
  });
}

function element(name, text, parts = []) {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...parts);
  return made;
}

function line(found) {
  const quote = element("p", found.before, [element("mark", found.words), found.after]);
  quote.className = "as-typed";
  const show = element("button", "Show me where");
  show.type = "button";
  show.className = "button secondary";
  show.setAttribute("aria-label", `Show me where: ${found.words}`);
  show.addEventListener("click", () => {
    found.field.closest("details")?.setAttribute("open", "");
    found.field.focus();
    found.field.setSelectionRange(found.at, found.at + found.length);
  });
  return element("li", "", [element("p", "", [element("b", found.what)]), quote, element("p", found.suggestion), element("p", "", [show])]);
}

function watch(marks, box) {
  const list = box.querySelector("ol");
  const said = document.getElementById("give-away-said");
  const fields = FIELDS.map((name) => document.getElementById(name)).filter(Boolean);
  let looking, speaking;
  const look = () => {
    const found = fields.filter(counts).flatMap((field) => read(marks(field.value), field));
    list.replaceChildren(...found.slice(0, MOST).map(line));
    const words = found.length === 0 ? "" : found.length === 1 ? "1 thing in your story could give somebody away" : `${found.length} things in your story could give somebody away`;
    if (words) box.querySelector("h2").textContent = words;
    box.hidden = found.length === 0;
    // Spoken in a longer pause, and only when it is another number: it must not talk over the writing.
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      const now = words || (said.textContent ? "Nothing in your story was found that could give somebody away" : "");
      if (said.textContent !== now) said.textContent = now;
    }, SPEAK);
  };
  for (const field of [...fields, ...document.querySelectorAll("[name=naming], [name^=quote_][name$=_as]")]) {
    field.addEventListener("input", () => {
      clearTimeout(looking);
      looking = setTimeout(look, LOOK);
    });
  }
  look();
}

async function mark(box) {
  const module = fetch(MODULE);
  module.catch(() => {});
  const privacy = await import(GLUE);
  await privacy.default({ module_or_path: module });
  watch(privacy.marks, box);
}

async function start() {
  const box = document.getElementById("give-away");
  try {
    if (box) await mark(box);
    document.documentElement.dataset.ready = "";
  } catch (why) {
    console.warn("This page works without its extras. They did not start:", why);
  }
}

if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 1000 });
else setTimeout(start, 1);
