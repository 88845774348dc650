/** What a page has to load, file by file. */

import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** A table of every wasm module and script in the folder: raw, gzip and brotli bytes. */
export function sizeTable(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => /\.(js|wasm)$/.test(file));
  const rows = files.map((file) => [file, ...sizes(readFileSync(`${folder}/${file}`))]);
  return [["file", "raw", "gzip", "brotli"], ...rows].map(line).join("\n");
}

function sizes(bytes) {
  return [bytes, gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes)].map(({ length }) => length);
}

function line([name, ...cells]) {
  const numbers = cells.map((cell) => cell.toLocaleString("en").padStart(10));
  return name.padEnd(22) + numbers.join("");
}
