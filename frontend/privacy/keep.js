// Keeps what is typed on this device, only where its author asks for that, until they clear it: computers are shared. Nothing is kept
// before the box is ticked, and nothing but the long texts and the title. Wherever else this runs, it offers to clear what was kept, and
// drops what is too old, whoever's it is. infra/assets puts this behind privacy.js.
{
  const box = document.getElementById("keep-here");
  const [title, on, back, clear, still, said] = ["title", "on", "back", "clear", "still", "said"].map((part) => document.getElementById(`keep-here-${part}`));
  const fields = ["title", "body", "transcript_words"].map((name) => document.getElementById(name)).filter(Boolean);
  const PAUSE = 500;
  const DAYS = 30;
  const COPY = "hub-draft:";
  const name = box && COPY + box.dataset.of;

  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const dropOld = () => {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(COPY))) {
      if (!(Date.now() - read(key)?.at <= DAYS * 86_400_000)) localStorage.removeItem(key);
    }
  };
  // A browser may refuse its store altogether.
  const kept = () => {
    try {
      dropOld();
    } catch {
      return null;
    }
    return name && read(name);
  };
  const differs = (found) => fields.some((field) => found?.[field.id] !== undefined && found[field.id] !== field.value);
  const show = () => {
    const found = kept();
    for (const part of [clear, still]) if (part) part.hidden = !found;
    if (on) {
      on.checked = Boolean(found);
      back.hidden = !found || !differs(found);
    }
    if (on || found) box.hidden = false;
  };
  const keep = () => {
    const typed = Object.fromEntries(fields.map((field) => [field.id, field.value]));
    localStorage.setItem(name, JSON.stringify({ ...typed, at: Date.now() }));
    said.textContent = "Kept on this device.";
    show();
  };
  const forget = () => {
    localStorage.removeItem(name);
    said.textContent = "Cleared from this device.";
    show();
  };

  if (!box) kept();
  else if ("localStorage" in window) {
    let waiting;
    clear.addEventListener("click", () => {
      clearTimeout(waiting);
      forget();
      (on ?? title).focus();
    });
    on?.addEventListener("change", () => (on.checked ? keep() : forget()));
    back?.addEventListener("click", () => {
      const found = kept();
      for (const field of fields) if (found?.[field.id] !== undefined) field.value = found[field.id];
      for (const field of fields) field.dispatchEvent(new Event("input"));
      said.textContent = "What was kept on this device is back in the form.";
      show();
    });
    for (const field of on ? fields : []) {
      field.addEventListener("input", () => {
        clearTimeout(waiting);
        if (on.checked) waiting = setTimeout(keep, PAUSE);
      });
    }
    // A browser that shows a page again ticks what was ticked then: what is kept now counts.
    addEventListener("pageshow", show);
    show();
  }
}
