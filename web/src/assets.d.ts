/** What the build turns into text and data: see scripts/build.mjs. */

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.json" {
  const messages: import("./types.js").Messages;
  export default messages;
}

/** The bytes of a wasm module of ours, as text (RFC 4648, section 4). */
declare module "base64:*" {
  const base64: string;
  export default base64;
}

/** What these bytes hash to, as in an `integrity` attribute (W3C Subresource Integrity). */
declare module "integrity:*" {
  const integrity: string;
  export default integrity;
}

/** A file that stays one, which a server compiles before it runs the script. */
declare module "*/core.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*/check.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*/server.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
