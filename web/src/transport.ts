/** One request to one reply: a fetch that neither follows, caches, hangs nor overflows. */

import type { Loss, WireReply } from "./core.js";
import type { PlannedRequest } from "./types.js";

/** How long a reply may take, in milliseconds. */
const TIMEOUT = 30_000;

/** The most that is read of a body, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** The reply, or why there is none. */
export type Exchange = { reply: WireReply } | { loss: Loss };

/** Sends one request; `credential` is added to its headers and `giveUp` ends the wait. */
export async function exchange(
  request: PlannedRequest,
  credential: [string, string] | undefined,
  fetch: typeof globalThis.fetch,
  giveUp: AbortSignal,
): Promise<Exchange> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort("timeout"), TIMEOUT);
  const abort = () => end.abort();
  giveUp.addEventListener("abort", abort, { once: true });
  try {
    const response = await orAbort(
      fetch(request.url, requestInit(request, credential, end.signal)),
      end.signal,
    );
    return await read(response, end.signal);
  } catch {
    return { loss: end.signal.reason === "timeout" ? "timeout" : "connection" };
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
  const manners = { redirect: "manual", credentials: "same-origin", cache: "no-store" } as const;
  // A GET may have no body, not even an empty one.
  return { method, headers: all, body: body || null, signal, ...manners };
}

async function read(response: Response, signal: AbortSignal): Promise<Exchange> {
  if (response.type === "opaqueredirect") return { loss: "redirect" };
  const bytes = await orAbort(wholeBody(response), signal);
  if (!bytes) return { loss: "unreadable" };
  try {
    const body = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { reply: { status: response.status, headers: [...response.headers], body } };
  } catch {
    return { loss: "unreadable" };
  }
}

/** The body's bytes; undefined where there are too many. */
async function wholeBody(response: Response): Promise<ArrayBuffer | undefined> {
  const chunks: BlobPart[] = [];
  const reader = response.body?.getReader();
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > BODY_LIMIT) return void reader.cancel().catch(() => {});
    chunks.push(value);
  }
  return new Blob(chunks).arrayBuffer();
}

/** A host's own `fetch` may not heed its signal. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject);
  });
}
