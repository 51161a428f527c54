// Keeps what is typed on this device, only where its author asks for that, until they clear it: computers are shared. Nothing is kept
// before the box is ticked, and nothing but the long texts and the title. infra/assets puts this behind privacy.js.
{
  const box = document.getElementById("keep-here");
  const [on, back, clear, said] = ["on", "back", "clear", "said"].map((part) => document.getElementById(`keep-here-${part}`));
  const fields = ["title", "body", "transcript_words"].map((name) => document.getElementById(name)).filter(Boolean);
  const PAUSE = 500;
  const DAYS = 30;
  const name = box && `hub-draft:${box.dataset.of}`;

  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(name));
      if (found && Date.now() - found.at > DAYS * 86_400_000) localStorage.removeItem(name);
      else return found;
    } catch {
      return null;
    }
    return null;
  };
  const differs = (found) => fields.some((field) => found?.[field.id] !== undefined && found[field.id] !== field.value);
  const show = () => {
    const found = kept();
    on.checked = Boolean(found);
    clear.hidden = !found;
    back.hidden = !found || !differs(found);
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

  if (box && "localStorage" in window) {
    let waiting;
    on.addEventListener("change", () => (on.checked ? keep() : forget()));
    clear.addEventListener("click", () => {
      clearTimeout(waiting);
      forget();
      on.focus();
    });
    back.addEventListener("click", () => {
      const found = kept();
      for (const field of fields) if (found?.[field.id] !== undefined) field.value = found[field.id];
      for (const field of fields) field.dispatchEvent(new Event("input"));
      said.textContent = "What was kept on this device is back in the form.";
      show();
    });
    for (const field of fields) {
      field.addEventListener("input", () => {
        clearTimeout(waiting);
        if (on.checked) waiting = setTimeout(keep, PAUSE);
      });
    }
    // A browser that shows a page again ticks what was ticked then: what is kept now counts.
    addEventListener("pageshow", show);
    show();
    box.hidden = false;
  }
}
