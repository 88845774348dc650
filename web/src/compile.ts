/** Turns whatever a wasm module may come from into the compiled module. */

import { InviteError } from "./error.js";
import { fetchAgain } from "./fetch-again.js";
import { isBlocked } from "./loading-failure.js";
import type { WasmSource } from "./types.js";
import { GIVEN, bytesOf, inspect, nameOf } from "./wasm-bytes.js";

/** A file of the package: where it lies, and what its bytes hash to (W3C Subresource Integrity). */
export interface OwnFile {
  url: URL;
  integrity: string;
}

/** Compiles it; throws an InviteError of loading, or what the platform threw. */
export async function compile(source: Awaited<WasmSource> | OwnFile): Promise<WebAssembly.Module> {
  if (typeof source === "string" || source instanceof URL) return compileUrl(source);
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof Response) return compileAnswer(source);
  if (isOwnFile(source)) return compileUrl(source.url, source.integrity);
  inspect(source as BufferSource, GIVEN);
  return WebAssembly.compile(source as BufferSource);
}

async function compileUrl(url: string | URL, integrity?: string): Promise<WebAssembly.Module> {
  try {
    return await compileStreamed(await fetch(url, integrity ? { integrity } : {}));
  } catch (cause) {
    if (cause instanceof InviteError || isBlocked(cause)) throw cause;
    // For its edge runtime Next.js puts this call into a function that is not async, so nothing in it may wait.
    return fetchAgain(url, integrity, cause).then((bytes) => WebAssembly.compile(bytes));
  }
}

/** As it comes, so that browsers keep the compiled code; streaming takes no other type, and some servers know no wasm. */
async function compileStreamed(response: Response): Promise<WebAssembly.Module> {
  const type = response.headers.get("content-type")?.split(";")[0]?.trim();
  if (!response.ok || type !== "application/wasm") return compileAnswer(response);
  return WebAssembly.compileStreaming(response);
}

/** Once it is whole, so that what is wrong with it can be said. */
async function compileAnswer(response: Response): Promise<WebAssembly.Module> {
  const bytes = await bytesOf(response);
  inspect(bytes, nameOf(response.url), response.headers.get("content-type"));
  return WebAssembly.compile(bytes);
}

function isOwnFile(source: object): source is OwnFile {
  return "integrity" in source;
}
