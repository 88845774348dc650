/** One request to one reply: a fetch that neither follows, caches, hangs nor overflows. */

import type { Loss, WireReply } from "./core.js";
import type { PlannedRequest } from "./types.js";

/** How long a reply may take, in milliseconds. */
const TIMEOUT = 30_000;

/** The most that is read of a body, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** The most that is kept of a body that can't be used, in bytes. */
const BEGINNING = 4000;

/** The reply, or why there is none and what was read of its body. */
export type Exchange = { reply: WireReply } | { loss: Loss; heard: string };

/** Sends one request; `credential` is added to its headers, `giveUp` and the time (ms) end the wait. */
export async function exchange(
  request: PlannedRequest,
  credential: [string, string] | undefined,
  fetch: typeof globalThis.fetch,
  giveUp: AbortSignal,
  timeout = TIMEOUT,
): Promise<Exchange> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort("timeout"), timeout);
  const abort = () => end.abort();
  giveUp.addEventListener("abort", abort, { once: true });
  const chunks: BlobPart[] = [];
  try {
    const response = await orAbort(
      fetch(request.url, requestInit(request, credential, end.signal)),
      end.signal,
    );
    return await read(response, chunks, end.signal);
  } catch {
    return lost(end.signal.reason === "timeout" ? "timeout" : "connection", chunks);
  } finally {
    clearTimeout(timer);
    giveUp.removeEventListener("abort", abort);
  }
}

function requestInit(
  { method, headers, body }: PlannedRequest,
  credential: [string, string] | undefined,
  signal: AbortSignal,
): RequestInit {
  const all = new Headers(headers);
  if (credential) all.set(...credential);
  // A redirect would carry the credential to a server that nobody named, so it is seen, not followed.
  // A GET may have no body, not even an empty one.
  return { method, headers: all, body: body || null, signal, redirect: "manual", ...manners() };
}

/** Cloudflare's servers have neither cookies nor a cache to speak of, and throw where one is spoken of. */
function manners(): RequestInit {
  const isBrowserLike = "credentials" in Request.prototype;
  return isBrowserLike ? { credentials: "same-origin", cache: "no-store" } : {};
}

async function read(
  response: Response,
  chunks: BlobPart[],
  signal: AbortSignal,
): Promise<Exchange> {
  if (response.type === "opaqueredirect") return lost("redirect", chunks);
  const isWhole = await orAbort(readBody(response, chunks), signal);
  if (!isWhole) return lost("unreadable", chunks);
  const bytes = await new Blob(chunks).arrayBuffer();
  try {
    const body = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { reply: { status: response.status, headers: [...response.headers], body } };
  } catch {
    return lost("unreadable", chunks);
  }
}

async function lost(loss: Loss, chunks: BlobPart[]): Promise<Exchange> {
  return { loss, heard: await new Blob(chunks).slice(0, BEGINNING).text() };
}

/** Reads the body into `chunks`; false where there is too much of it. */
async function readBody(response: Response, chunks: BlobPart[]): Promise<boolean> {
  const reader = response.body?.getReader();
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    chunks.push(value);
    if (size > BODY_LIMIT) {
      void reader.cancel().catch(() => {});
      return false;
    }
  }
  return true;
}

/** A host's own `fetch` may not heed its signal. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject);
  });
}
