/** The handler: one request of a page in, at most one request to the API out. */

import type { PlannedRequest } from "../types.js";
import { readBody } from "./body.js";
import { passGate } from "./gate.js";
import { grantOf } from "./grant.js";
import { tellHost } from "./host.js";
import { withKey } from "./idempotency.js";
import { setUp } from "./options.js";
import type { InviteHandler, InviteHandlerOptions, Setup } from "./options.js";
import { admitted, approved } from "./people.js";
import { Refused, failure, refusal } from "./refusal.js";
import { credentialOf, forwarded } from "./upstream.js";

/**
 * Makes the handler of a route that pages send invitations to; throws InviteError for options that could never
 * work. It keeps no state. What the page gets is told in docs/server.md.
 */
export function createInviteHandler(options: InviteHandlerOptions): InviteHandler {
  const setup = setUp(options);
  return async (request) => {
    const ready = await checked(request, setup);
    if ("refused" in ready) return refusal(ready.refused);
    const answered = forwarded(ready.request, ready.credential, setup);
    return answered.catch((thrown: unknown) => {
      tellHost(setup, thrown);
      return failure(502, { code: "internal_error", detail: "the answer to the invitations can't be shown" });
    });
  };
}

/** What may go up, or why nothing does. */
type Ready =
  | { request: PlannedRequest; credential: Awaited<ReturnType<typeof credentialOf>> }
  | { refused: Refused };

async function checked(request: Request, setup: Setup): Promise<Ready> {
  try {
    passGate(request, setup);
    const grant = await grantOf(request, setup);
    const relayed = admitted(await readBody(request), grant, setup);
    await approved(relayed.people, grant, setup);
    return {
      request: await withKey(relayed.request, request, grant, setup),
      credential: await credentialOf(setup),
    };
  } catch (thrown) {
    return { refused: thrown instanceof Refused ? thrown : broken(thrown, setup) };
  }
}

function broken(thrown: unknown, setup: Setup): Refused {
  tellHost(setup, thrown);
  const detail = "something on this server broke before anything was sent: try again later";
  return new Refused(500, { code: "internal_error", detail });
}
