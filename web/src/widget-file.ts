/** Where `widget.wasm` lies: the one place at which bundlers find it. */

import integrity from "integrity:widget";
import type { OwnFile } from "./compile.js";

/** Beside this script, with these bytes. */
export function widgetFile(): OwnFile {
  return { url: new URL("./widget.wasm", import.meta.url), integrity };
}
