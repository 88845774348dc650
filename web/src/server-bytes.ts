/** `server.wasm` inside a script, since no file can be read beside one that a bundler has moved. */

import base64 from "base64:server";
import { fromBase64 } from "./base64.js";

/** Its bytes. */
export function serverBytes(): Uint8Array<ArrayBuffer> {
  return fromBase64(base64);
}
