/** What the package itself is loaded from. */

import type { Bytes, Platform, WasmModule } from "./platform.js";

/** Where the bytes of a wasm module come from. */
export type WasmSource =
  | WasmPlace | PromiseLike<WasmPlace>;

/** An address, a response, bytes, or a module that is compiled already. */
export type WasmPlace = string | Platform<"URL"> | Platform<"Response"> | Bytes | WasmModule;
