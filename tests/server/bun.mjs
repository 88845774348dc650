/** The routes in Bun. */

import { createInviteHandler } from "invite-users/server";
import { routed, routes } from "../../web/test/server/routes.mjs";

const all = routes(createInviteHandler, Bun.env.UPSTREAM);
const { port } = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: (request) => routed(all, request) });
console.log(`http://127.0.0.1:${port}`);
