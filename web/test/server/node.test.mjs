/** The suite on Node's own `http`. */

import { once } from "node:events";
import { createServer } from "node:http";
import { createInviteHandler, toNodeListener } from "invite-users/server";
import { routed, routes } from "./routes.mjs";
import { serverSuite } from "./suite.mjs";

serverSuite("Node's http", async (upstream) => {
  const all = routes(createInviteHandler, upstream);
  const server = createServer(toNodeListener((request) => routed(all, request)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
});
