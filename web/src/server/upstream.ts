/** Upstream: the one request that goes to the API, and what the page is told of its reply. */

import { InviteError, guarded } from "../error.js";
import { authHeader } from "../secrets.js";
import { exchange } from "../transport.js";
import type { PlannedRequest } from "../types.js";
import { tellHost } from "./host.js";
import { wasm } from "./module.js";
import type { Setup } from "./options.js";
import { Refused, answer, failure } from "./refusal.js";
import { holdsSecret } from "./secret.js";

type Credential = [string, string] | undefined;

/** The credential, asked for now; throws where there is none to send with. */
export async function credentialOf(setup: Setup): Promise<Credential> {
  try {
    return setup.auth && (await authHeader(setup.auth, wasm()));
  } catch (thrown) {
    const { code, message, params } = InviteError.from(thrown);
    tellHost(setup, new InviteError(code, message, params));
    const detail = "this server could not sign in to send invitations: try again later";
    throw new Refused(500, { code, detail });
  }
}

/** Sends it, once; a page that goes away does not end it. Always resolves. */
export async function forwarded(request: PlannedRequest, credential: Credential, setup: Setup): Promise<Response> {
  const fetch = setup.fetch ?? globalThis.fetch;
  const never = new AbortController().signal;
  const result = await exchange(request, credential, fetch, never, setup.timeout);
  const loss = "loss" in result ? result.loss : undefined;
  const reply = "reply" in result ? result.reply : result.loss;
  const told = guarded(() => wasm().relayedReply(setup.config, request, reply));
  if ("code" in told) return failure(loss === "timeout" ? 504 : 502, { code: told.code, detail: told.message });
  if (holdsSecret(told.body, credential)) return withheld(told.status);
  return answer(told.status, told.body, told.headers);
}

/** The API quotes the key: what it says else can't be told. */
function withheld(status: number): Response {
  if (status >= 400) return answer(status, "{}");
  return failure(502, { code: "unreadable_reply", detail: "the answer to the invitations can't be shown" });
}
