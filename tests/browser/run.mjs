// Starts one hub, signs a coordinator in, and runs every test file against it.

import { spawn } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeBrowser } from "./browser.mjs";
import { seed } from "./chance.mjs";
import { start } from "./hub.mjs";
import { firstSignIn } from "./journeys/desk.mjs";
import { unseen } from "./routes.mjs";

const TESTS = fileURLToPath(new URL("tests", import.meta.url));
const chosen = process.argv.slice(2);
const files = (await readdir(TESTS)).filter((name) => name.endsWith(".test.mjs")).filter((name) => !chosen.length || chosen.some((part) => name.includes(part)));
if (!files.length) {
  console.error(`No test file has “${chosen.join("” or “")}” in its name.`);
  process.exit(1);
}

const begun = Date.now();
console.log(`Browser tests with HUB_SEED=${seed}.`);
const hub = await start();
let code = 1;
try {
  console.log(`The hub answers at ${hub.origin} after ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
  const desk = await firstSignIn(hub);
  await closeBrowser();
  const told = join(hub.data, "browser-tests.json");
  await writeFile(told, JSON.stringify({ origin: hub.origin, mailbox: hub.mailbox, ...desk }), { mode: 0o600 });
  const args = ["--test", "--test-concurrency=2", "--test-reporter=spec", ...files.map((name) => join(TESTS, name))];
  const tests = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, HUB_FOR_TESTS: told, HUB_SEED: String(seed) } });
  code = await new Promise((done) => tests.once("exit", (exit) => done(exit ?? 1)));
  if (!code && !chosen.length) {
    const left = await unseen(told);
    if (left.length) console.error(`No walk of kinds/ comes to these pages, so nothing looks through them: ${left.join(", ")}`);
    code = left.length ? 1 : 0;
  }
  if (code) console.log(`What the hub said:\n${hub.said().split("\n").slice(-40).join("\n")}`);
} finally {
  await closeBrowser();
  await hub.stop();
}
console.log(`Browser tests: ${((Date.now() - begun) / 1000).toFixed(0)} s, HUB_SEED=${seed}.`);
process.exit(code);
