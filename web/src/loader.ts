/** Loads a wasm module once, from anywhere, and says clearly why it could not be loaded. */

import { InviteError } from "./error.js";
import type { WasmSource } from "./types.js";

/** A function that loads one module; concurrent calls share an attempt, a failed one may be retried. */
export type Loader = (source?: WasmSource) => Promise<void>;

/** Makes the loader of one module. */
export function loader(
  instantiate: (module: WebAssembly.Module) => Promise<unknown>,
  defaultSource: () => URL,
): Loader {
  let attempt: Promise<void> | undefined;
  return (source) => {
    attempt ??= load(source ?? defaultSource(), instantiate).catch((cause: unknown) => {
      attempt = undefined;
      throw loadError(cause);
    });
    return attempt;
  };
}

async function load(
  source: WasmSource,
  instantiate: (module: WebAssembly.Module) => Promise<unknown>,
): Promise<void> {
  await instantiate(await compile(await source));
}

async function compile(source: Awaited<WasmSource>): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return compile(await fetch(source));
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`the server answered ${source.status} to ${source.url}`);
  // Streaming refuses every other type, and some servers know no wasm.
  const type = source.headers.get("content-type")?.split(";")[0]?.trim();
  if (type === "application/wasm") return WebAssembly.compileStreaming(source);
  return WebAssembly.compile(await source.arrayBuffer());
}

function loadError(cause: unknown): InviteError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  // Chromium, Firefox and WebKit each word it differently; none gives it a type of its own.
  if (/content security policy|\bCSP\b|unsafe-eval/i.test(reason)) {
    const message = "the page's content security policy blocks WebAssembly: "
      + "allow 'wasm-unsafe-eval' in script-src";
    return new InviteError("wasm_blocked", message, {}, { cause });
  }
  const message = `the invite-users wasm file could not be loaded: ${reason}`;
  return new InviteError("wasm_load_failed", message, { reason }, { cause });
}
