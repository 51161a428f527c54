// Starts a hub with data of its own, and ends it.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
export const ROOT = resolve(HERE, "../..");

/** The program: HUB_BIN, or what `cargo build` leaves. */
export function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
  return process.env.HUB_BIN ? resolve(process.env.HUB_BIN) : join(target, "debug/hub");
}

/**
 * Starts a hub on a free port, over an empty folder or over `data`, that keeps nothing in memory between requests.
 * Returns its address, its mailbox, the coordinator's sign-in link, and how to stop it.
 */
export async function start({ args = [], patience = 300_000, data: kept } = {}) {
  const bin = program();
  if (!existsSync(bin)) throw new Error(`There is no hub at ${bin}. Build it with: cargo build`);
  const data = kept ?? (await mkdtemp(join(tmpdir(), "hub-browser-")));
  const given = ["--port", "0", "--data", data, "--kept-seconds", "0", ...args];
  const child = spawn(bin, given, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(late);
    }
    if (!kept) await rm(data, { recursive: true, force: true });
  };
  const facts = await new Promise((ready, failed) => {
    const late = setTimeout(() => failed(new Error(`The hub was not ready after ${patience / 1000} s. It said:\n${said}`)), patience);
    const hear = (bytes) => {
      said += bytes;
      const origin = said.match(/Hub\s+(http:\/\/[^\s/]+)\//)?.[1];
      const mailbox = said.match(/Mailbox\s+(\S+)/)?.[1];
      const signIn = said.match(/(http\S+\/desk\/sign-in\/\S+)/)?.[1];
      if (origin && mailbox && signIn) {
        clearTimeout(late);
        ready({ origin, mailbox, signIn });
      }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(late);
      failed(new Error(`The hub ended with ${code} before it was ready. It said:\n${said}`));
    });
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { ...facts, data, stop, said: () => said };
}
