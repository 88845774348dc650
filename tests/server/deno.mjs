/** The routes in Deno. */

import { createInviteHandler } from "invite-users/server";
import { routed, routes } from "../../web/test/server/routes.mjs";

const all = routes(createInviteHandler, Deno.env.get("UPSTREAM"));
const onListen = ({ port }) => console.log(`http://127.0.0.1:${port}`);
Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, (request) => routed(all, request));
