/** The entry `invite-users/check` on Cloudflare's servers: ready as soon as it is imported. */

import wasm from "./check.wasm";
import { loadCheckerSync } from "./checker.js";

export * from "./addresses.js";

loadCheckerSync(() => wasm);

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
