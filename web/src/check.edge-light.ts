/** The entry `invite-users/check` on the edge runtime of Next.js and Vercel: ready as soon as it is imported. */

import wasm from "./check.wasm?module";
import { loadCheckerSync } from "./checker.js";
import { ofThisRealm } from "./own-realm.js";

export * from "./addresses.js";

loadCheckerSync(() => ofThisRealm(wasm));

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
