/** The headless package on the edge runtime of Next.js and Vercel: ready as soon as it is imported. */

import wasm from "./core.wasm?module";
import { loadCoreSync } from "./core.js";
import { ofThisRealm } from "./own-realm.js";

export * from "./headless.js";

loadCoreSync(() => ofThisRealm(wasm));

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
