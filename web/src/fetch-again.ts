/** Asks for a wasm file a second time, since a browser tells nobody why it gave nothing. */

import { failed } from "./loading-failure.js";
import { bytesOf, inspect, nameOf } from "./wasm-bytes.js";

/**
 * Gets it past the caches, without letting the browser look at its hash, so that what came instead can be
 * told; answers it where it is right now, as after a broken copy in a cache.
 */
export async function fetchAgain(
  url: string | URL, integrity: string | undefined, cause: unknown,
): Promise<ArrayBuffer> {
  const response = await fetchOrSayWhy(url);
  const bytes = await bytesOf(response);
  inspect(bytes, nameOf(response.url), response.headers.get("content-type"));
  if (integrity) await checkHash(bytes, integrity, nameOf(url), cause);
  return bytes;
}

async function fetchOrSayWhy(url: string | URL): Promise<Response> {
  const source = nameOf(url);
  const policy = new PolicyWatch(source);
  try {
    return await fetch(url, { cache: "reload" });
  } catch (cause) {
    if (await policy.objected()) throw failed("wasm_fetch_blocked", { source }, cause);
    throw failed(globalThis.navigator?.onLine === false ? "wasm_offline" : "wasm_unreachable", { source }, cause);
  } finally {
    policy.end();
  }
}

/** Hears whether the page's policy forbids a request (CSP 3, 5.5): its promise rejects as any other does. */
class PolicyWatch {
  #heard = false;
  readonly #source: string;
  readonly #hear = (event: Event) => {
    const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
    this.#heard ||= effectiveDirective === "connect-src" && nameOf(blockedURI) === this.#source;
  };

  constructor(source: string) {
    this.#source = source;
    globalThis.addEventListener?.("securitypolicyviolation", this.#hear);
  }

  /** The event is a task of its own, which may come after the rejection. */
  async objected(): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve));
    return this.#heard;
  }

  end(): void {
    globalThis.removeEventListener?.("securitypolicyviolation", this.#hear);
  }
}

async function checkHash(bytes: ArrayBuffer, integrity: string, source: string, cause: unknown): Promise<void> {
  const { subtle } = globalThis.crypto;
  if (!subtle) {
    const reason = `the browser refused ${source} at first, and on a page without https nobody can check it again`;
    throw failed("wasm_load_failed", { reason }, cause);
  }
  const hash = new Uint8Array(await subtle.digest("SHA-384", bytes));
  const found = `sha384-${btoa(String.fromCharCode(...hash))}`;
  if (found !== integrity) throw failed("wasm_integrity", { source }, cause);
}
