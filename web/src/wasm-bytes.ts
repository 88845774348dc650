/** The bytes of a wasm module: read from an answer, and told apart from what is none. */

import { failed } from "./loading-failure.js";

/** How an error calls what has no address. */
export const GIVEN = "what was given";

/** `\0asm` (WebAssembly, 5.5.16). */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
/** The bytes before the first section: the magic number and the version. */
const PREAMBLE = 8;

/** The body of an answer that is one; throws `wasm_not_found`, `wasm_truncated` or `wasm_load_failed`. */
export async function bytesOf(response: Response): Promise<ArrayBuffer> {
  const source = nameOf(response.url);
  const { status } = response;
  if (status === 404 || status === 410) throw failed("wasm_not_found", { source, status });
  if (!response.ok) throw failed("wasm_load_failed", { reason: `the server answered ${status} for ${source}` });
  return response.arrayBuffer().catch((cause: unknown) => {
    throw failed("wasm_truncated", { source }, cause);
  });
}

/** Throws `wasm_not_wasm` or `wasm_truncated` where that can be seen from outside. */
export function inspect(source: BufferSource, name: string, type?: string | null): void {
  const bytes = viewOf(source);
  if (!isWasm(bytes)) throw failed("wasm_not_wasm", { source: name, found: found(bytes, type) });
  if (!isWhole(bytes)) throw failed("wasm_truncated", { source: name });
}

/** An address as an error may tell it: a query, and all of a data URL, may be secret or long. */
export function nameOf(url: string | URL): string {
  const base = globalThis.document?.baseURI;
  if (!url || !URL.canParse(url, base)) return GIVEN;
  const { protocol, host, pathname } = new URL(url, base);
  return host ? `${protocol}//${host}${pathname}` : `a ${protocol} URL`;
}

function viewOf(source: BufferSource): Uint8Array {
  if (!ArrayBuffer.isView(source)) return new Uint8Array(source);
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

/** Whether it begins as wasm does, as far as there is anything. */
function isWasm(bytes: Uint8Array): boolean {
  return bytes.length > 0 && MAGIC.slice(0, bytes.length).every((byte, index) => bytes[index] === byte);
}

/** Whether the last section ends where the bytes do: each has an id and its length (WebAssembly, 5.5.2). */
function isWhole(bytes: Uint8Array): boolean {
  let at = PREAMBLE;
  while (at < bytes.length) at = endOfSection(bytes, at);
  return at === bytes.length;
}

/** The length is an unsigned LEB128 (WebAssembly, 5.2.2); one that does not end lies beyond the bytes. */
function endOfSection(bytes: Uint8Array, from: number): number {
  let [length, factor] = [0, 1];
  for (let at = from + 1; at < bytes.length; factor *= 128) {
    const byte = bytes[at++]!;
    length += (byte & 0x7f) * factor;
    if (byte < 0x80) return at + length;
  }
  return Infinity;
}

function found(bytes: Uint8Array, type: string | null | undefined): string {
  if (bytes.length === 0) return "nothing";
  return type?.split(";")[0]?.trim() || "something else";
}
