/** What the package itself is loaded from. */

/** Where the bytes of a wasm module come from. */
export type WasmSource =
  | URL | string | Response | BufferSource | WebAssembly.Module
  | PromiseLike<URL | string | Response | BufferSource | WebAssembly.Module>;

/** A sentence with `{name}` places, or one for each plural category, selected by `count`. */
export type Message = string | Record<string, string>;

/** Single messages in the words of a host: the others stay as they are. */
export type MessageOverrides = Partial<Omit<Messages, "locale">>;

/** Every word that a person reads, in one language. */
export interface Messages {
  /** The language, as a BCP 47 tag. */
  locale: string;
  /** The texts of the form. */
  ui: Record<string, Message>;
  /** The sentences of errors, hints, problems and outcomes, by code. */
  errors: Record<string, Message>;
  /** The names of roles, where they differ from the API's own. */
  roles?: Record<string, Message>;
  /** The labels of settings by name, and their helps by name and `_help`, instead of the API's own. */
  settings?: Record<string, Message>;
}
