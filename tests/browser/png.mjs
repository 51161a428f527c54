// Makes a picture small for the repository: few colours, one byte a pixel or half a byte.

import { readFile, writeFile } from "node:fs/promises";
import { deflateSync, inflateSync } from "node:zlib";

/** How far the parts of a colour may be from another's before people see it, squared and added up. */
const SEEN = 3 * 24 ** 2;

/** What the mark in a picture is called. */
const MARK = "Words";

/** A PNG of 8-bit RGB or RGBA, as browsers write them, with a palette of so many colours, and with a mark where one is given. */
export function small(file, most = 128, mark = "") {
  const { width, height, pixels } = read(file);
  const { palette, of } = choose(pixels, width, most);
  const bits = palette.length > 16 ? 8 : 4;
  const line = 1 + Math.ceil((width * bits) / 8);
  const rows = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = of(pixels[y * width + x]);
      if (bits === 8) rows[y * line + 1 + x] = colour;
      else rows[y * line + 1 + (x >> 1)] |= x % 2 ? colour : colour << 4;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  const noted = mark ? [chunk("tEXt", Buffer.from(`${MARK}\0${mark}`, "latin1"))] : [];
  const parts = [chunk("IHDR", head), ...noted, chunk("PLTE", colours), chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** Rewrites a PNG with a palette. */
export async function shrink(path) {
  await writeFile(path, small(await readFile(path)));
}

/** The mark that a picture was made with; empty if it has none. */
export function markOf(file) {
  for (const { kind, body } of chunks(file)) {
    const [name, words] = kind === "tEXt" ? body.toString("latin1").split("\0") : [];
    if (name === MARK) return words;
  }
  return "";
}

/** Which part of two pictures differs, from 0 to 1, beside the `covered` rectangles. Pictures of different sizes differ wholly. */
export function apart(one, other, covered = []) {
  const [a, b] = [read(one), read(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  const looked = new Uint8Array(a.pixels.length).fill(1);
  for (const { left, top, right, bottom } of covered) {
    const [from, to] = [left, right].map((x) => Math.min(Math.max(x, 0), a.width));
    for (let y = Math.max(top, 0); y < Math.min(bottom, a.height); y++) looked.fill(0, y * a.width + from, y * a.width + to);
  }
  return a.pixels.reduce((sum, pixel, n) => sum + Number(looked[n] && far(pixel, b.pixels[n]) > SEEN), 0) / a.pixels.length;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** The parts of a PNG, in order. */
function* chunks(file) {
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    yield { kind: file.toString("latin1", at + 4, at + 8), body: file.subarray(at + 8, at + 8 + file.readUInt32BE(at)) };
  }
}

/** The pixels of a PNG of a browser's or of ours, each as 0xRRGGBB. */
function read(file) {
  let width, height, bytes, bits, palette;
  const data = [];
  for (const { kind, body } of chunks(file)) {
    if (kind === "IHDR") [width, height, bits, bytes] = [body.readUInt32BE(0), body.readUInt32BE(4), body[8], { 2: 3, 3: 1, 6: 4 }[body[9]]];
    if (kind === "PLTE") palette = body;
    if (kind === "IDAT") data.push(body);
  }
  const raw = inflateSync(Buffer.concat(data));
  if (palette) return { width, height, pixels: painted(raw, width, height, bits, palette) };
  const line = width * bytes;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const left = x >= bytes ? out[y * line + x - bytes] : 0;
      const up = y ? out[(y - 1) * line + x] : 0;
      const corner = y && x >= bytes ? out[(y - 1) * line + x - bytes] : 0;
      out[y * line + x] = raw[y * (line + 1) + 1 + x] + [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
    }
  }
  const pixels = new Uint32Array(width * height);
  for (let n = 0; n < pixels.length; n++) pixels[n] = (out[n * bytes] << 16) | (out[n * bytes + 1] << 8) | out[n * bytes + 2];
  return { width, height, pixels };
}

/** The pixels of a picture with a palette, as `small` writes them: no line is filtered. */
function painted(raw, width, height, bits, palette) {
  const line = 1 + Math.ceil((width * bits) / 8);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = raw[y * line + 1 + (bits === 8 ? x : x >> 1)];
      const colour = bits === 8 ? byte : x % 2 ? byte & 15 : byte >> 4;
      pixels[y * width + x] = palette.readUIntBE(3 * colour, 3);
    }
  }
  return pixels;
}

/** Paeth's filter. */
function nearest(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The colours that fill areas, then those that are used most, none of them close to another; and the palette's place for any colour. */
function choose(pixels, width, most) {
  const counts = new Map();
  const areas = new Map();
  const more = (map, pixel) => map.set(pixel, (map.get(pixel) ?? 0) + 1);
  pixels.forEach((pixel, n) => {
    more(counts, pixel);
    if (pixel === pixels[n - 1] && pixel === pixels[n - width]) more(areas, pixel);
  });
  const byUse = (map) => [...map.keys()].sort((a, b) => map.get(b) - map.get(a));
  const palette = [];
  const take = (colours, least, limit) => {
    for (const colour of colours) if (palette.length < limit && palette.every((other) => far(colour, other) > least)) palette.push(colour);
  };
  take(byUse(areas), 60, most / 2);
  for (const least of [900, 300, 60, 0]) take(byUse(counts), least, most);
  const known = new Map();
  const of = (colour) => {
    if (!known.has(colour)) {
      let best = 0;
      for (let n = 1; n < palette.length; n++) if (far(colour, palette[n]) < far(colour, palette[best])) best = n;
      known.set(colour, best);
    }
    return known.get(colour);
  };
  return { palette, of };
}

function far(one, other) {
  const [r, g, b] = [(one >> 16) - (other >> 16), ((one >> 8) & 255) - ((other >> 8) & 255), (one & 255) - (other & 255)];
  return r * r + g * g + b * b;
}

function chunk(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), body]);
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc(named), body.length + 8);
  return out;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
