// Codes of an authenticator app: six digits, thirty seconds (RFC 6238).

import { createHmac } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function bytes(secret) {
  let bits = "";
  for (const letter of secret.replace(/[\s=-]/g, "").toUpperCase()) bits += LETTERS.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
}

/** The period of thirty seconds that it is now. */
export function period() {
  return Math.floor(Date.now() / 30_000);
}

/** The code of a period. */
export function code(secret, at = period()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(at));
  const digest = createHmac("sha1", bytes(secret)).update(counter).digest();
  const offset = digest[19] & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
