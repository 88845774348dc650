/**
 * Writes the tables of docs/size.md between their markers, from what a release build left in dist/ and from the packages
 * of tests/bench: `node scripts/size-page.mjs`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { budget, entrySizes, wasmSizes } from "./sizes/measure.mjs";
import { peerSizes } from "./sizes/peers.mjs";
import { count, overBudget, specifier } from "./sizes/report.mjs";

const page = new URL("../../docs/size.md", import.meta.url);

const limits = budget();
const wasm = wasmSizes(limits);
const entries = await entrySizes(limits);
requireRelease();
const before = readFileSync(page, "utf8");
writeFileSync(page, between(between(before, "ours", ours()), "peers", peers(await peerSizes())));

/** The figures of a build for trying things out would be wrong ones. */
function requireRelease() {
  const over = overBudget(limits, wasm, []);
  if (!over) return;
  console.error(`${over}\n\nRun \`cargo xtask build\` first: docs/size.md has the sizes of what ships.`);
  process.exit(1);
}

function ours() {
  const rows = entries.map(({ entry, all, scripts }) => [`\`${specifier(entry)}\``, ...bytes(all), count(scripts.gzip)]);
  const modules = [...wasm].map(([name, size]) => [name, ...bytes(size), ""]);
  return table(["", "raw", "gzip", "brotli", "of the gzip bytes, scripts"], [...rows, ...modules]);
}

/** @param {Awaited<ReturnType<typeof peerSizes>>} groups */
function peers(groups) {
  return groups.map(({ heading, rows }) => {
    const own = rows.flatMap(({ title, entry, size }) => {
      const found = size ?? entries.find((one) => one.entry === entry)?.all;
      return found ? [[title, ...bytes(found)]] : [];
    });
    return table([heading, "raw", "gzip", "brotli"], own);
  }).join("\n\n");
}

/** @param {import("./sizes/measure.mjs").Size} size */
function bytes({ raw, gzip, brotli }) {
  return [raw, gzip, brotli].map(count);
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** @param {string} text @param {string} name @param {string} content */
function between(text, name, content) {
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`docs/size.md has no place for ${name}`);
  return text.slice(0, from + start.length) + content + text.slice(to);
}
