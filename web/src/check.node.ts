/** The entry `invite-users/check` on a server: ready as soon as it is imported. */

import { checkBytes } from "./check-bytes.js";
import { loadCheckerSync } from "./checker.js";

export * from "./addresses.js";

loadCheckerSync(checkBytes);

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
