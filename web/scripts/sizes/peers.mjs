/** What a page loads for the packages that tests/bench compares ours with, each bundled and minified in the same way. */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { CONTENDERS } from "../../../tests/bench/browser/contenders.mjs";
import { contenders } from "../../../tests/bench/contenders.mjs";
import { sizeOf, sum } from "./measure.mjs";

/** @typedef {{ title: string, size?: import("./measure.mjs").Size, entry?: string }} Row */

const bench = fileURLToPath(new URL("../../../tests/bench/", import.meta.url));

/**
 * By what they are for, ours first by its entry: `{ heading, rows: [{ title, size } or { title, entry }] }`. They are
 * those of tests/bench/node_modules.
 */
export async function peerSizes() {
  if (!existsSync(`${bench}node_modules`)) throw new Error("run `npm ci` in tests/bench first");
  const pages = CONTENDERS.filter(({ ours }) => !ours);
  return [
    await group("is this an address?", "./check", contenders("addresses")),
    await group("who is in this list?", "./check", contenders("lists")),
    await group("a form for many addresses", "./define", pages),
  ];
}

/**
 * @param {string} heading @param {string} entry
 * @param {{ title: string, package?: string, bundle?: string, needs?: string, ours?: boolean }[]} all
 */
async function group(heading, entry, all) {
  const own = { title: `\`${entry.replace(".", "invite-users")}\``, entry };
  const peers = all.filter(({ ours, bundle }) => !ours && bundle);
  const rows = await Promise.all(peers.map(async ({ title, needs, bundle }) => {
    return { title: needs ? `${title}, with ${needs}` : title, size: await bundled(bundle ?? "") };
  }));
  return { heading, /** @type {Row[]} */ rows: [own, ...rows] };
}

/** Scripts and styles of a module that imports them. @param {string} contents */
async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: bench },
    bundle: true,
    minify: true,
    format: "esm",
    outdir: "unwritten",
    define: { "process.env.NODE_ENV": '"production"' },
    // What Node brings with it a page would have to load, too: the figure is a lower bound there.
    external: ["node:*", "url", "util", "punycode"],
    write: false,
    logLevel: "error",
  });
  return sum(outputFiles.map(({ contents: bytes }) => sizeOf(bytes)));
}
