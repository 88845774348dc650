/** The body of a page's request: counted while it comes, and text. */

import { InviteError } from "../error.js";
import { Refused } from "./refusal.js";

/** The most that is read, in bytes. */
const LIMIT = 256 * 1024;

/** Reads it; throws where it is compressed, too large, broken off or not UTF-8. */
export async function readBody(request: Request): Promise<string> {
  const { headers, bodyUsed } = request;
  if (bodyUsed) throw readBefore();
  // What is small on the way may be endless once unpacked.
  if ((headers.get("content-encoding") ?? "identity").toLowerCase() !== "identity") {
    throw new Refused(415, { code: "content_encoding_unsupported", detail: "send the invitations uncompressed" });
  }
  // Said by whoever sends: believed only where it is too much.
  if (Number(headers.get("content-length")) > LIMIT) throw tooLarge();
  return textOf(await collect(request));
}

async function collect(request: Request): Promise<Uint8Array[]> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read().catch(() => { throw brokenOff(); });
    if (done) break;
    size += value.byteLength;
    if (size > LIMIT) {
      void reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  return chunks;
}

function textOf(chunks: Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
  } catch {
    throw new Refused(400, { code: "request_not_json", detail: "the request is not JSON" });
  }
}

function tooLarge(): Refused {
  return new Refused(413, { code: "body_too_large", detail: "send fewer people at once" });
}

/** A parser of the host's was faster. */
function readBefore(): InviteError {
  const message = "the body was read before the handler got the request: give it the request as it came";
  return new InviteError("invalid_argument", message, { argument: "request", path: "body" });
}

function brokenOff(): Refused {
  return new Refused(400, { code: "body_broken_off", detail: "the request did not arrive whole: send it again" });
}
