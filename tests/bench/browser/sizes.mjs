/** What a page loads for each contender, all bundled and minified in the same way, in bytes. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { bundle } from "./site.mjs";

const resolveDir = fileURLToPath(new URL("..", import.meta.url));
const dist = new URL("../../../web/dist/", import.meta.url);

/** For each contender `{ script, style, wasm, all }`, each as `{ plain, gzip, brotli }` or null. */
export async function pageSizes(contenders) {
  const sizes = [];
  for (const contender of contenders) sizes.push(await pageSize(contender));
  return sizes;
}

async function pageSize({ ours, bundle: contents }) {
  // A page fetches one language.
  const files = await bundle({ stdin: { contents, resolveDir }, outdir: "/", external: ["./locales/*"] });
  const bytesOf = (ending) => files.find(({ path }) => path.endsWith(ending))?.contents;
  const words = packed(ours && readFileSync(new URL("locales/en.js", dist)));
  const parts = {
    script: together([packed(bytesOf(".js")), words].filter(Boolean)),
    style: packed(bytesOf(".css")),
    wasm: packed(ours && readFileSync(new URL("widget.wasm", dist))),
  };
  return { ...parts, all: together(Object.values(parts).filter(Boolean)) };
}

function packed(bytes) {
  if (!bytes) return null;
  return { plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

function together(parts) {
  const sum = (way) => parts.reduce((total, part) => total + part[way], 0);
  return { plain: sum("plain"), gzip: sum("gzip"), brotli: sum("brotli") };
}
