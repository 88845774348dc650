/** The entry `invite-users/inline`: the headless package with its wasm inside. */

import { coreBytes } from "./core-bytes.js";
import { loadCore } from "./core.js";
import type { WasmSource } from "./types.js";

export * from "./headless.js";

/** Makes the functions ready to be called; may be called any number of times, and fetches nothing. */
export default function init(source?: WasmSource): Promise<void> {
  return loadCore(() => source ?? coreBytes());
}
