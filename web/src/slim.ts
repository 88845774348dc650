/** The entry `invite-users/slim`: the headless package for who brings the wasm. */

import { loadCore } from "./core.js";
import { failed } from "./loading-failure.js";
import type { WasmSource } from "./types.js";

export * from "./headless.js";

/**
 * Makes the functions ready to be called; may be called any number of times, the first time with what
 * `invite-users/core.wasm` is: its address, a response, its bytes or the compiled module.
 */
export default function init(source?: WasmSource): Promise<void> {
  return loadCore(() => source ?? noSource());
}

function noSource(): never {
  throw failed("wasm_source_required", { file: "core.wasm" });
}
