/** A wasm module of the headless package: loaded later or at once, and called once it is there. */

import { InviteError } from "./error.js";
import { loader } from "./loader.js";
import type { Loader } from "./loader.js";

/** What wasm-bindgen writes around every module, beside the module's own functions. */
interface Bindings {
  default(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  initSync(options: { module: BufferSource }): unknown;
}

/** A module with these functions. */
export interface Headless<Functions> {
  /** Loads it from a source, or from its usual place. */
  load: Loader;
  /** Compiles it at once, where blocking is allowed. */
  loadSync(bytes: BufferSource): void;
  /** The functions, or InviteError `not_ready`. */
  functions(): Functions;
}

/** The module behind these bindings, whose file is usually at `place`. */
export function headless<Functions>(bindings: Bindings, place: () => URL): Headless<Functions> {
  let ready = false;
  return {
    load: loader(async (module) => {
      await bindings.default({ module_or_path: module });
      ready = true;
    }, place),
    loadSync(bytes) {
      bindings.initSync({ module: bytes });
      ready = true;
    },
    functions() {
      if (ready) return bindings as unknown as Functions;
      throw new InviteError("not_ready", "call and await init() first");
    },
  };
}
