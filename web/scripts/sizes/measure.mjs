/** What a page loads for each entry of the package, in bytes as they are and as servers send them. */

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size */
/** @typedef {{ entry: string, wasm: string | null, scripts: Size, all: Size }} EntrySize */
/** @typedef {{ wasm: Record<string, number>, entries: Record<string, { wasm: string | null, scripts: number }> }} Budget */

const web = fileURLToPath(new URL("../..", import.meta.url));

/** The most that each may have after gzip: wasm modules, by their files, and the scripts of each entry. @returns {Budget} */
export function budget() {
  return JSON.parse(readFileSync(join(web, "size-budget.json"), "utf8"));
}

/** The entries of the package that are scripts, with the file that a browser loads. @returns {Map<string, string>} */
export function scriptEntries() {
  const { exports } = JSON.parse(readFileSync(join(web, "package.json"), "utf8"));
  const files = Object.entries(exports).map(([entry, target]) => /** @type {const} */ ([entry, target.default ?? ""]));
  return new Map(files.filter(([entry, file]) => file.endsWith(".js") && !entry.includes("*")));
}

/** Every wasm module by its file, in base64 too. @param {Budget} limits */
export function wasmSizes(limits) {
  return new Map(Object.keys(limits.wasm).map((file) => [file, sizeOf(readFileSync(join(web, "dist", file)))]));
}

/** What each entry loads: its scripts, the English words where it needs words, and its wasm module. @param {Budget} limits */
export async function entrySizes(limits) {
  const wasm = wasmSizes(limits);
  const sizes = [...scriptEntries()].map(async ([entry, file]) => {
    const module = limits.entries[entry]?.wasm ?? null;
    const files = (await loaded(join(web, file))).filter((path) => !wasm.has(basename(path)));
    const scripts = sum(files.map((path) => sizeOf(readFileSync(path))));
    return { entry, wasm: module, scripts, all: sum([scripts, wasm.get(module ?? "") ?? sum([])]) };
  });
  return Promise.all(sizes);
}

/** The bytes as they are, after gzip and after brotli, each as small as it gets. @param {Uint8Array} bytes @returns {Size} */
export function sizeOf(bytes) {
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

/** @param {Size[]} sizes */
export function sum(sizes) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const { raw, gzip, brotli } of sizes) {
    total.raw += raw;
    total.gzip += gzip;
    total.brotli += brotli;
  }
  return total;
}

/** The entry with all that it imports, at once or later; of the languages the one that is spoken. @param {string} file */
async function loaded(file) {
  const { metafile } = await build({
    entryPoints: [file],
    bundle: true,
    format: "esm",
    write: false,
    outdir: "unwritten",
    absWorkingDir: web,
    metafile: true,
    external: ["./locales/*", "node:*", "react", "react/*"],
    logLevel: "error",
  });
  const inputs = Object.entries(metafile.inputs);
  const speaks = inputs.some(([, { imports }]) => imports.some(({ path }) => path.endsWith("locales/en.js")));
  return [...inputs.map(([path]) => path), ...(speaks ? ["dist/locales/en.js"] : [])].map((path) => join(web, path));
}
