/** Types of the platform that are there only in some programs: a server may be compiled without `lib.dom`. */

/** The class of that name, where the program knows it; else a type that nothing has. */
export type Platform<Name extends string> =
  typeof globalThis extends { [Class in Name]: { prototype: infer Instance } } ? Instance : never;

/** A compiled WebAssembly module, where the program knows it. */
export type WasmModule =
  typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/** The global `fetch`, or any that behaves as the standard's. */
export type Fetch = typeof globalThis extends { fetch: infer Standard } ? Standard
  : (url: string, init?: object) => PromiseLike<object>;

/** The bytes of a file. */
export type Bytes = ArrayBuffer | ArrayBufferView;

/** Headers as `new Headers()` takes them. */
export type HeadersLike =
  | Platform<"Headers"> | Readonly<Record<string, string>> | Iterable<readonly [name: string, value: string]>;
