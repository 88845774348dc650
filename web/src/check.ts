/** The entry `invite-users/check`: addresses and lists, without what plans and sends invitations. */

import { checkFile } from "./check-file.js";
import { loadChecker } from "./checker.js";
import type { WasmSource } from "./types/loading.js";

export * from "./addresses.js";

/** Makes the functions ready to be called; may be called any number of times. */
export default function init(source?: WasmSource): Promise<void> {
  return loadChecker(() => source ?? checkFile());
}
