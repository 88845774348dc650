/** A worker as its tool uploads it: bundled for workerd, wasm beside it, and a configuration for both. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { installed, serving } from "./program.mjs";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/**
 * Serves worker.mjs.
 * @param {string} upstream
 */
export async function workerd(upstream) {
  const folder = mkdtempSync(join(FOLDER, "work-"));
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}worker.mjs`],
    outdir: folder,
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["workerd"],
    loader: { ".wasm": "copy" },
  });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const wasm = outputFiles.map(({ path }) => path.slice(folder.length + 1)).filter((file) => file.endsWith(".wasm"));
  const config = join(folder, "config.capnp");
  writeFileSync(config, configuration(wasm, upstream));
  const read = (/** @type {string} */ line) => `http://127.0.0.1:${JSON.parse(line).port}`;
  const { origin, stop } = await serving(installed("workerd"), ["serve", config, "--control-fd=3"], { stream: 3, read });
  return { origin, stop: () => (stop(), rmSync(folder, { recursive: true })) };
}

/** @param {string[]} wasm @param {string} upstream */
function configuration(wasm, upstream) {
  const modules = wasm.map((file) => `(name = "${file}", wasm = embed "${file}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js"), ${modules.join(", ")}],
      compatibilityDate = "2025-11-01",
      bindings = [(name = "UPSTREAM", text = "${upstream}")],
      globalOutbound = "network",
    )),
    (name = "network", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
}
