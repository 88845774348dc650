/**
 * The headless package on Cloudflare's servers: ready as soon as it is imported. They compile wasm when a
 * program is uploaded and never while it runs.
 */

import wasm from "./core.wasm";
import { loadCoreSync } from "./core.js";

export * from "./headless.js";

loadCoreSync(() => wasm);

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
