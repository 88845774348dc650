/** A wasm module of the headless package: loaded later or at once, and called once it is there. */

import { loader } from "./loader.js";
import type { Loader } from "./loader.js";
import { failed } from "./loading-failure.js";

/** What wasm-bindgen writes around every module, beside the module's own functions. */
interface Bindings {
  default(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
}

/** A module with these functions. */
export interface Headless<Functions> {
  /** Loads it, unless it is there. */
  load: Loader;
  /** Compiles it at once, where blocking is allowed and unless it is there. */
  loadSync(source: () => BufferSource | WebAssembly.Module): void;
  /** The functions, or InviteError `not_ready`. */
  functions(): Functions;
}

/** The module behind these bindings: one on a page or in a process, whichever entries load it. */
export function headless<Functions>(bindings: Bindings): Headless<Functions> {
  let ready = false;
  const load = loader(async (module) => {
    if (!ready) await bindings.default({ module_or_path: module });
    ready = true;
  });
  return {
    load: (source) => ready ? Promise.resolve() : load(source),
    loadSync(source) {
      if (!ready) bindings.initSync({ module: source() });
      ready = true;
    },
    functions() {
      if (ready) return bindings as unknown as Functions;
      throw failed("not_ready");
    },
  };
}
