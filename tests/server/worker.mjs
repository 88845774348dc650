/** The routes on Cloudflare's servers. */

import { createInviteHandler } from "invite-users/server";
import { routed, routes } from "../../web/test/server/routes.mjs";

let all;

export default {
  fetch(request, env, context) {
    all ??= routes(createInviteHandler, env.UPSTREAM);
    const answer = routed(all, request);
    context.waitUntil(answer);
    return answer;
  },
};
