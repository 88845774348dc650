/** Where `core.wasm` lies: the one place at which bundlers find it. */

import integrity from "integrity:core";
import type { OwnFile } from "./compile.js";

/** Beside this script, with these bytes. */
export function coreFile(): OwnFile {
  return { url: new URL("./core.wasm", import.meta.url), integrity };
}
