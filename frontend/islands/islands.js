// Wakes the islands of a page. Only pages that hold an island load it.
//
// Until it has run, and wherever it can't, the page is plain HTML and works. The two names below are filled in by
// infra/assets; they stand beside this file.

const GLUE = new URL("./{{app_js}}", import.meta.url);
const MODULE = new URL("./{{app_wasm}}", import.meta.url);

// Each step is a task of its own: what somebody presses meanwhile is heard between two of them.
const rest = () => new Promise((go) => setTimeout(go));

// An outer island is awake before those among its children, and what it provides is there for them: `$$on_hydrate` of the innermost
// children around an island is called first.
async function wake(islands) {
  const around = [];
  for (const node of document.querySelectorAll("leptos-island, leptos-children")) {
    while (around.length && !around.at(-1).contains(node)) around.pop();
    if (node.localName === "leptos-children") {
      around.push(node);
      continue;
    }
    const start = islands[node.dataset.component];
    if (!start) throw new Error(`the module has no island ${node.dataset.component}`);
    await rest();
    around.at(-1)?.$$on_hydrate?.();
    await start(node);
  }
}

async function start() {
  try {
    // Both at once: the module is the long one.
    const module = fetch(MODULE);
    module.catch(() => {});
    const islands = await import(GLUE);
    await islands.default({ module_or_path: module });
    await rest();
    islands.hydrate();
    await wake(islands);
    document.documentElement.dataset.ready = "";
  } catch (why) {
    console.warn("This page works without its extras. They did not start:", why);
  }
}

if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 1000 });
else setTimeout(start, 1);
