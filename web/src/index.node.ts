/**
 * The headless package on a server: ready as soon as it is imported. It reads no file, since bundlers for
 * servers move scripts away from the files beside them.
 */

import { coreBytes } from "./core-bytes.js";
import { loadCoreSync } from "./core.js";

export * from "./headless.js";

loadCoreSync(coreBytes);

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
