/** The headless package `invite-users`: checks addresses, builds requests, sends them. */

import { coreFile } from "./core-file.js";
import { loadCore } from "./core.js";
import type { WasmSource } from "./types.js";

export * from "./headless.js";

/** Makes the functions ready to be called; may be called any number of times. */
export default function init(source?: WasmSource): Promise<void> {
  return loadCore(() => source ?? coreFile());
}
