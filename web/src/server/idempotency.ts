/** Idempotency keys of pages, made the inviter's own before they go up. */

import type { PlannedRequest } from "../types.js";
import type { Grant, Setup } from "./options.js";

/**
 * The request with a key that no other inviter can have: hash(inviter, key), where the API takes keys and the
 * page sends one (draft-ietf-httpapi-idempotency-key-header).
 */
export async function withKey(
  request: PlannedRequest, from: Request, { inviter }: Grant, { idempotencyHeader }: Setup,
): Promise<PlannedRequest> {
  const key = idempotencyHeader && from.headers.get(idempotencyHeader);
  if (!key) return request;
  const hashed = await hash(JSON.stringify([inviter, key]));
  return { ...request, headers: { ...request.headers, [idempotencyHeader.toLowerCase()]: hashed } };
}

/** SHA-256, in hexadecimal digits. */
async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
