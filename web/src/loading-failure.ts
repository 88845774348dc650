/** Why a wasm module could not be loaded: a stable code, and a sentence that says what to do. */

import { InviteError } from "./error.js";
import type { Params } from "./types.js";

const SENTENCES = {
  /** Thrown where a function is called before `init` has resolved. */
  not_ready: "call and await init() first",
  /** The page's policy has neither 'wasm-unsafe-eval' nor 'unsafe-eval' for scripts. */
  wasm_blocked: "the page's content security policy blocks WebAssembly: allow 'wasm-unsafe-eval' in script-src",
  /** The page's policy does not let the file be fetched. */
  wasm_fetch_blocked: "the page's content security policy blocks {source}: allow it in connect-src, or use the "
    + "entry that has the wasm inside, such as invite-users/inline",
  /** The browser knows that it is offline. */
  wasm_offline: "{source} can't be fetched while this device is offline: try again once it is online",
  /** The request failed, and no browser tells a script why. */
  wasm_unreachable: "{source} could not be fetched: the network failed, the other server does not allow this page "
    + "(CORS), or something in the browser blocks it; the browser's console may say which",
  /** The server has no such file (404, 410). */
  wasm_not_found: "{source} is not there (the server answered {status}): serve the package's wasm file there, give "
    + "its address, or use the entry that has the wasm inside, such as invite-users/inline",
  /** Something else came: often a page that a server answers for every address. */
  wasm_not_wasm: "{source} is no WebAssembly but {found}: serve the package's wasm file there, give its address, or "
    + "use the entry that has the wasm inside, such as invite-users/inline",
  /** It begins as wasm and its end is missing, or the connection broke. */
  wasm_truncated: "{source} did not come whole: try again, and where that does not help copy the file to the server again",
  /** WebAssembly, but not these bytes: the hash is another one. */
  wasm_integrity: "{source} is not the file that belongs to these scripts: serve scripts and wasm of the same "
    + "version, unchanged, and clear the caches in between",
  /** A module that fits other scripts: that of another entry, or of another version. */
  wasm_wrong_file: "this wasm does not fit these scripts: give the file of this entry, of the same version",
  /** An entry without wasm was given none. */
  wasm_source_required: "there is no wasm in this entry: give the address, the bytes or the module of {file}",
  /** Anything else. */
  wasm_load_failed: "the invite-users wasm could not be loaded: {reason}",
} as const;

/** The codes of loading; docs/codes.md has the sentence of each. */
export type LoadingCode = keyof typeof SENTENCES;

/** The error of this code. */
export function failed(code: LoadingCode, params: Params = {}, cause?: unknown): InviteError {
  const message = SENTENCES[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
  return new InviteError(code, message, params, cause === undefined ? {} : { cause });
}

/** Whatever was thrown while loading, as an error that says why. */
export function loadingError(cause: unknown): InviteError {
  if (cause instanceof InviteError) return cause;
  if (isBlocked(cause)) return failed("wasm_blocked", {}, cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return failed("wasm_load_failed", { reason }, cause);
}

/** Whether a policy forbids to compile: Chromium, Firefox and WebKit word it differently, and none has a type for it. */
export function isBlocked(cause: unknown): boolean {
  return cause instanceof Error && /content security policy|\bCSP\b|unsafe-eval/i.test(cause.message);
}
