/** `check.wasm` inside a script, for where no file can be fetched or read. */

import base64 from "base64:check";
import { fromBase64 } from "./base64.js";

/** Its bytes. */
export function checkBytes(): Uint8Array<ArrayBuffer> {
  return fromBase64(base64);
}
