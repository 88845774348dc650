/** The entry `invite-users/check-inline`: addresses and lists, with the wasm inside. */

import { checkBytes } from "./check-bytes.js";
import { loadChecker } from "./checker.js";
import type { WasmSource } from "./types/loading.js";

export * from "./addresses.js";

/** Makes the functions ready to be called; may be called any number of times, and fetches nothing. */
export default function init(source?: WasmSource): Promise<void> {
  return loadChecker(() => source ?? checkBytes());
}
