/** What the package itself is loaded from. */

/** Where the bytes of a wasm module come from. */
export type WasmSource =
  | URL | string | Response | BufferSource | WebAssembly.Module
  | PromiseLike<URL | string | Response | BufferSource | WebAssembly.Module>;
