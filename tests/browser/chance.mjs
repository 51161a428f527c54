// Names and words that differ each run. The seed is printed; HUB_SEED brings a run back.

import { randomInt } from "node:crypto";

export const seed = Number(process.env.HUB_SEED ?? randomInt(2 ** 31));

/** Numbers from 0 to 1, the same for the same seed and name (mulberry32). */
export function chance(name) {
  let state = seed;
  for (const letter of name) state = (Math.imul(state, 31) + letter.codePointAt(0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FIRST = ["Siân", "Zoë", "Ngozi", "Łukasz", "Anne-Marie", "D’Arcy", "Bùi", "Øyvind", "Mhairi", "José"];
const LAST = ["O’Brien", "ap Rhys", "Nic a' Ghobhainn", "van der Berg", "Okonkwo-Ellis", "Žižka", "Test & Sons", "McGee <Mac>"];
const DOING = ["Tea", "Power", "Mapping", "Repairing", "Llanfairpwllgwyngyll", "“Nothing about us”", "Money & rights", "Ramps"];
const WITH = ["round the table", "in the library", "for carers", "– ymlaen!", "with <b>everyone</b>", "after dark", "on wheels"];

const CONSONANTS = [..."bcdfghjkmnpqrstvwxz"];

/** A person and words of their own for one test. */
export function someone(name) {
  const next = chance(name);
  const pick = (list) => list[Math.floor(next() * list.length)];
  // Letters alone: with figures among them it can be a postcode, which the check of a story marks. No vowels, so no words.
  const mark = Array.from({ length: 6 }, () => pick(CONSONANTS)).join("");
  return {
    mark,
    name: `${pick(FIRST)} ${pick(LAST)}`,
    email: `person-${mark}@example.org`,
    title: `${pick(DOING)} ${pick(WITH)} ${mark}`,
    words: `Words typed by hand, number ${mark}: café, naïve, 50 < 60 & “so on”.`,
    pick,
    number: (most) => Math.floor(next() * most),
  };
}
