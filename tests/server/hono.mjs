/** The routes in Hono, on Node. */

import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { createInviteHandler } from "invite-users/server";
import { routes } from "../../web/test/server/routes.mjs";

const app = new Hono();
for (const [path, handler] of Object.entries(routes(createInviteHandler, process.env.UPSTREAM ?? ""))) {
  app.all(path, (context) => handler(context.req.raw));
}
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
