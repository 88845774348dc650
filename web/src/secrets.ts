/** Asks for secrets at the moment a request leaves; they are kept nowhere. */

import { InviteError, guarded } from "./error.js";
import type { Auth } from "./types.js";

/** How long a secret may take, in milliseconds (design: 30 s). */
const SECRET_LIMIT = 30_000;

/** What a wasm module knows of credentials. */
export interface Credentials {
  /** The header of one whose secrets are asked for; throws `auth_malformed`. */
  authHeader(auth: object): { name: string; value: string };
}

/**
 * The header that carries the credential, its secrets asked for now; rejects with InviteError
 * `auth_failed` or `auth_malformed`. What the host's functions throw is dropped: it may quote a secret.
 */
export async function authHeader(auth: Auth, wasm: Credentials): Promise<[string, string]> {
  const resolved = await resolveAuth(auth).catch(() => {
    throw new InviteError("auth_failed", "not sent: the sign-in for the invitations failed");
  });
  const { name, value } = guarded(() => wasm.authHeader(resolved));
  return [name, value];
}

/** The same auth with every secret asked for; rejects where one fails or takes too long. */
async function resolveAuth(auth: Auth): Promise<Record<string, string>> {
  const asked = Object.entries(auth).map(async ([name, secret]) => [name, await ask(secret)]);
  return withLimit(Promise.all(asked).then((pairs) => Object.fromEntries(pairs)));
}

async function ask(secret: unknown): Promise<string> {
  const text: unknown = typeof secret === "function" ? await secret() : secret;
  if (typeof text !== "string") throw new TypeError("a secret is not text");
  return text;
}

function withLimit<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("a secret took over 30 s")), SECRET_LIMIT);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
