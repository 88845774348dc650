/** Where `check.wasm` lies: the one place at which bundlers find it. */

import integrity from "integrity:check";
import type { OwnFile } from "./compile.js";

/** Beside this script, with these bytes. */
export function checkFile(): OwnFile {
  return { url: new URL("./check.wasm", import.meta.url), integrity };
}
