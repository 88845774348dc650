/** Loads a wasm module once, from anywhere, however often it is asked to. */

import { compile } from "./compile.js";
import type { OwnFile } from "./compile.js";
import { failed, loadingError } from "./loading-failure.js";
import type { WasmSource } from "./types.js";

/** What a module is loaded from: what a host gives, or the package's own file. */
export type Source = WasmSource | OwnFile;

/** A function that loads one module; concurrent calls share an attempt, a failed one may be repeated. */
export type Loader = (source: () => Source) => Promise<void>;

/** Makes the loader of one module. */
export function loader(instantiate: (module: WebAssembly.Module) => Promise<unknown>): Loader {
  let attempt: Promise<void> | undefined;
  return (source) => {
    attempt ??= load(source, instantiate).catch((cause: unknown) => {
      attempt = undefined;
      throw loadingError(cause);
    });
    return attempt;
  };
}

async function load(
  source: () => Source,
  instantiate: (module: WebAssembly.Module) => Promise<unknown>,
): Promise<void> {
  const module = await compile(await source());
  // The bindings would keep any module that they could instantiate.
  if (!hasStart(module)) throw failed("wasm_wrong_file");
  try {
    await instantiate(module);
  } catch (cause) {
    throw isMisfit(cause) ? failed("wasm_wrong_file", {}, cause) : cause;
  }
}

/** What wasm-bindgen calls first in each of its modules. */
function hasStart(module: WebAssembly.Module): boolean {
  return WebAssembly.Module.exports(module).some(({ name }) => name === "__wbindgen_start");
}

/** A LinkError where an import is missing, a TypeError where all of them are. */
function isMisfit(cause: unknown): boolean {
  return cause instanceof WebAssembly.LinkError || cause instanceof TypeError;
}
