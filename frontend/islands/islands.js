// Wakes the islands of a page. Only pages that hold an island load it.
//
// Until it has run, and wherever it can't, the page is plain HTML and works. The two names below are filled in by
// infra/assets; they stand beside this file.

const GLUE = new URL("./{{app_js}}", import.meta.url);
const MODULE = new URL("./{{app_wasm}}", import.meta.url);

// The island children that are being walked through, innermost last. Each is called before an island inside it wakes,
// so that what the outer island provides is there for the inner one.
const owners = [];

async function wake(node, islands) {
  const children = node.localName === "leptos-children";
  if (node.localName === "leptos-island") await wakeIsland(node, islands);
  if (children) owners.push(node.$$on_hydrate);
  for (const child of [...node.children]) await wake(child, islands);
  if (children) owners.pop();
}

async function wakeIsland(island, islands) {
  const start = islands[island.dataset.component];
  if (!start) throw new Error(`the module has no island ${island.dataset.component}`);
  owners.at(-1)?.();
  await start(island);
}

async function start() {
  try {
    // Both at once: the module is the long one.
    const module = fetch(MODULE);
    module.catch(() => {});
    const islands = await import(GLUE);
    await islands.default({ module_or_path: module });
    islands.hydrate();
    await wake(document.body, islands);
    document.documentElement.dataset.ready = "";
  } catch (why) {
    console.warn("This page works without its extras. They did not start:", why);
  }
}

if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 1000 });
else setTimeout(start, 1);
