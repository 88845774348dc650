/** What a page would load for each contender, in bytes. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const web = new URL("../../web/", import.meta.url);

/** The contender's code as one minified module, after gzip; null where it is no package. */
export async function gzipSize({ bundle, ours, native }) {
  if (native) return null;
  if (ours) return entrySize("index", "core");
  return bundle ? script(bundle) : null;
}

/** The entry for those who only check. */
export function checkSize() {
  return entrySize("check", "check");
}

/** A wasm module of the package alone. */
export function wasmSize(module) {
  return gzipped(readFileSync(new URL(`dist/${module}.wasm`, web)));
}

async function entrySize(entry, module) {
  const file = `"../../web/dist/${entry}.js"`;
  return wasmSize(module) + (await script(`export * from ${file}; export { default } from ${file};`));
}

async function script(contents) {
  const { build } = createRequire(new URL("package.json", web))("esbuild");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    format: "esm",
    // What Node brings with it a page would have to load, too: the figure is a lower bound there.
    external: ["node:*", "url", "util", "punycode"],
    write: false,
    logLevel: "error",
  });
  return gzipped(outputFiles[0].contents);
}

function gzipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}
