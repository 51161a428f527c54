// A hub whose demonstration week has as many events as a test wants: its records go out into files and come back, changed, into another.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { program, start } from "./hub.mjs";

/** What `cargo build` leaves beside the hub. */
function operate(...args) {
  const done = spawnSync(join(dirname(program()), "operate"), args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`operate ${args.join(" ")}: ${done.error ?? done.stderr}`);
}

/** A folder to work in, with the demonstration's records in `whole/`. */
export async function records() {
  const folder = await mkdtemp(join(tmpdir(), "hub-crowd-"));
  const data = join(folder, "demonstration");
  const hub = await start({ data });
  await hub.stop();
  operate("--data", data, "export", join(folder, "whole"));
  return { folder, clear: () => rm(folder, { recursive: true, force: true }) };
}

/** The nth copy of a line of a file: another event at another address. The first is what it was. */
function copy(kind, record, nth) {
  if (nth === 0) return record;
  const slug = (old) => `${old}-${nth}`;
  const id = (old) => String(nth).padStart(3, "0") + old.slice(3);
  if (kind === "events") return { ...record, i: id(record.i), l: slug(record.l), sk: slug(record.sk), t: `${record.t} ${nth}` };
  if (kind === "places") return { ...record, slug: slug(record.slug), sk: slug(record.sk) };
  return { ...record, id: id(record.id), slug: slug(record.slug), pk: slug(record.pk), title: `${record.title} ${nth}` };
}

/** Whether a line belongs to one of these events. */
const belongs = (kind, record, slugs) => (kind === "page-page" && !record.pk.startsWith("PAGE#events/") ? true : slugs.has(record.slug ?? record.l));

/**
 * Starts a hub with so many events: the week's first ones, and copies of them where those are not enough. `title` renames them by their
 * number; `queue: false` leaves nothing to do at the desk.
 */
export async function crowd({ folder }, { events, title, queue = true }) {
  const [changed, data] = [join(folder, `changed-${events}-${queue}-${Boolean(title)}`), join(folder, `data-${events}-${queue}-${Boolean(title)}`)];
  await cp(join(folder, "whole"), changed, { recursive: true });
  const manifest = JSON.parse(await readFile(join(changed, "manifest.json"), "utf8"));
  const lines = async (name) => (await readFile(join(changed, name), "utf8")).split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const all = (await lines("public/events.jsonl")).filter((card) => card.b && card.z === "listed");
  const some = all.slice(0, Math.min(events, all.length));
  const slugs = new Set(some.map((card) => card.l));
  const titles = new Map(some.map((card, n) => [card.l, title?.(n)]));
  for (const file of manifest.files) {
    const kind = file.name.match(/^public\/(events|page-page|places)\.jsonl$/)?.[1];
    if (!kind && (queue || file.name !== "hub/queue.jsonl")) continue;
    const kept = [];
    if (kind) {
      for (const record of (await lines(file.name)).filter((record) => belongs(kind, record, slugs))) {
        const slug = record.slug ?? record.l;
        const named = titles.get(slug);
        if (named) record[kind === "events" ? "t" : "title"] = named;
        const place = [...slugs].indexOf(slug);
        const copies = place < 0 ? 1 : Math.ceil((events - place) / slugs.size);
        kept.push(...Array.from({ length: copies }, (_, nth) => copy(kind, record, nth)));
      }
    }
    const text = kept.map((record) => `${JSON.stringify(record)}\n`).join("");
    await writeFile(join(changed, file.name), text);
    Object.assign(file, { records: kept.length, sha256: createHash("sha256").update(text).digest("hex") });
  }
  await writeFile(join(changed, "manifest.json"), JSON.stringify(manifest));
  operate("--data", data, "import", changed);
  return start({ data });
}
