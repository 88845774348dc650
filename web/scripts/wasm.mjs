/** The wasm modules, and what scripts have of them: their bytes as text, or what these hash to. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Every function, the checks alone, the server handler's, and the form. */
export const WASM = ["core", "check", "server", "widget"];

/**
 * Where `cargo xtask build` leaves a module; these very bytes are published.
 * @param {string} web @param {string} name
 */
export function generatedWasm(web, name) {
  return `${web}/generated/${name}/${name}_bg.wasm`;
}

/**
 * The script that has its bytes as text: a file of its own, for no map of sources should have them again.
 * @param {string} name
 */
export function base64Script(name) {
  return `${name}.base64.js`;
}

/**
 * What is in that file.
 * @param {string} web @param {string} name
 */
export function base64Module(web, name) {
  return `export default "${readFileSync(generatedWasm(web, name), "base64")}";\n`;
}

/**
 * An esbuild plugin: `integrity:core` is a text, `base64:core` and `./core.wasm` stay files beside the scripts.
 * @param {string} web @returns {import("esbuild").Plugin}
 */
export function wasmInScripts(web) {
  return {
    name: "wasm-in-scripts",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/\w+\.wasm(\?module)?$/ }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /^base64:/ }, ({ path }) => {
        return { path: `./${base64Script(nameIn(path))}`, external: true };
      });
      onResolve({ filter: /^integrity:/ }, ({ path }) => ({ path, namespace: "wasm" }));
      onLoad({ filter: /./, namespace: "wasm" }, ({ path }) => {
        return { contents: integrityOf(generatedWasm(web, nameIn(path))), loader: "text" };
      });
    },
  };
}

/** @param {string} specifier */
function nameIn(specifier) {
  return specifier.slice(specifier.indexOf(":") + 1);
}

/** @param {string} file */
function integrityOf(file) {
  return `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
}
