// A week's events on a partner's page. See /embed for how to use it.
//
//   <script type="module" src="https://…/embed.js"></script>
//   <coproduction-week nation="england" year="2027" access="bsl captions" max="10">
//     <a href="https://…/england/2027/calendar">Co-production Week: the calendar</a>
//   </coproduction-week>
//
// It reads the public JSON feed, sets no cookie, keeps nothing, and writes text as text. Where it can't work, what stands
// between its tags stays. Nobody books here: every title leads to the event's own page.

const HUB = new URL(import.meta.url).origin;
const FILTERS = { format: "format", access: "access", day: "day", time: "time", kind: "kind", region: "region", audience: "audience", language: "language", question: "question", "host-nation": "nation" };
const TICKS = ["free", "expenses", "places"];
const MOST = 50;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; font: inherit; line-height: 1.5; }
  .day { font-size: 1.1em; margin: 1.4em 0 .3em; }
  ul { list-style: none; margin: 0; padding: 0; }
  .event { border-top: 1px solid; padding: .8em 0; }
  .title { font-weight: 700; font-size: 1.05em; padding: .2em 0; display: inline-block; }
  a { color: inherit; }
  .state { font-weight: 700; border: 2px solid; padding: 0 .4em; margin-inline-end: .5em; }
  .cancelled .title { text-decoration: line-through; }
  .facts { display: flex; flex-wrap: wrap; gap: .2em .8em; font-size: .9em; }
  .demonstration { border: 2px solid; padding: .3em .6em; }
  p { margin: .1em 0; overflow-wrap: anywhere; }
`);

function element(name, words, className) {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  if (className) made.className = className;
  return made;
}

function link(words, address, className) {
  const made = element("a", words, className);
  made.href = address;
  return made;
}

/** The feed's own addresses only, whatever it says. */
function ours(address) {
  const url = new URL(address, HUB);
  return url.origin === HUB ? url.href : HUB;
}

function event(one) {
  const row = element("li", "", one.state === "cancelled" ? "event cancelled" : "event");
  const head = element("p");
  // What doesn't take place as listed says so; a change of day, time or place is news only while it does take place.
  const mark = one.state !== "listed" ? one.words.state : one.changed && "Changed";
  if (mark) head.append(element("span", mark, "state"));
  head.append(link(one.title, ours(one.url), "title"));
  const facts = element("ul", "", "facts");
  facts.append(...one.words.access.map((fact) => element("li", fact)));
  if (one.open_to !== "public") facts.append(element("li", one.words.open_to));
  if (one.words.languages.length) facts.append(element("li", `Languages: ${one.words.languages.join(", ")}`));
  row.append(head, element("p", one.words.time), element("p", `${one.host}. ${one.place}`), element("p", one.summary), facts);
  return row;
}

class CoproductionWeek extends HTMLElement {
  connectedCallback() {
    this.show().catch((why) => console.warn("The calendar of Co-production Week can't be shown:", why));
  }

  week() {
    const [nation, year] = [this.getAttribute("nation") ?? "", this.getAttribute("year") ?? ""];
    if (!/^[a-z-]{2,30}$/.test(nation) || !/^\d{4}$/.test(year)) throw new Error("give nation and year, like england and 2027");
    return `${HUB}/${nation}/${year}/calendar`;
  }

  query() {
    const query = new URLSearchParams();
    for (const [attribute, name] of Object.entries(FILTERS)) {
      for (const value of (this.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean)) query.append(name, value);
    }
    for (const name of TICKS) if (this.hasAttribute(name)) query.append(name, "yes");
    const words = this.getAttribute("search");
    if (words) query.append("q", words.slice(0, 100));
    return query.toString();
  }

  /** The days' headings: one step below the page's own, unless it says how deep. */
  heading() {
    const level = this.getAttribute("heading") ?? "";
    return /^[2-6]$/.test(level) ? `h${level}` : "h2";
  }

  async show() {
    const [calendar, query] = [this.week(), this.query()];
    const answer = await fetch(`${calendar}.json?${query ? `${query}&` : ""}order=today`, { credentials: "omit", referrerPolicy: "no-referrer" });
    if (!answer.ok) throw new Error(`the feed answered ${answer.status}`);
    const { events, name, demonstration, passed_over } = await answer.json();
    const wanted = Number.parseInt(this.getAttribute("max") ?? "", 10);
    const shown = events.slice(0, Math.min(wanted > 0 ? wanted : 20, MOST));
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const all = element("div");
    all.lang = "en-GB";
    if (demonstration) all.append(element("p", "This week is a demonstration: its events and organisations are not real.", "demonstration"));
    if (passed_over) all.append(element("p", passed_over));
    const heading = this.heading();
    let day;
    let list;
    for (const one of shown) {
      if (one.words.day !== day) {
        day = one.words.day;
        list = element("ul");
        all.append(element(heading, day, "day"), list);
      }
      list.append(event(one));
    }
    if (!shown.length) all.append(element("p", "No events match."));
    const more = element("p");
    more.append(link(`See every event of ${name}`, query ? `${calendar}?${query}` : calendar));
    all.append(more);
    root.replaceChildren(all);
  }
}

if (!customElements.get("coproduction-week")) customElements.define("coproduction-week", CoproductionWeek);
