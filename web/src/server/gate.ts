/** The gate: what is known of a request before anybody is asked and anything of its body is read. */

import type { Setup } from "./options.js";
import { Refused } from "./refusal.js";

/** Throws unless a page of ours asks in the right way: method, origin, content type, in this order. */
export function passGate({ method, headers }: Request, { method: own, origins }: Setup): void {
  if (method !== own) {
    const detail = `invitations are sent with ${own}`;
    throw new Refused(405, { code: "method_not_allowed", detail, headers: { allow: own } });
  }
  if (!origins.has(headers.get("origin") ?? "")) {
    throw new Refused(403, { code: "origin_not_allowed", detail: "this page may not send invitations here" });
  }
  if (mediaType(headers) !== "application/json") {
    throw new Refused(415, { code: "content_type_unsupported", detail: "invitations are sent as application/json" });
  }
}

/** Without its parameters (RFC 9110, section 8.3.1). */
function mediaType(headers: Headers): string | undefined {
  return headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}
