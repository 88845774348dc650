/** The host's own server: the pages, and at /api/ the handler that keeps the key. */

import { once } from "node:events";
import { createServer } from "node:http";
import { createInviteHandler, toNodeListener } from "../../web/dist/server.js";
import { routes } from "../../web/test/server/routes.mjs";

const PREFIX = "/api";

/** One running server. */
export class Front {
  #server;

  constructor(server) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${server.address().port}`;
  }

  /** Starts one in front of the fake APIs, which also have the files of its pages. */
  static async start(upstream) {
    const files = toNodeListener(({ url }) => fetch(upstream + new URL(url).pathname).then(decoded));
    let invite = files;
    const server = createServer((incoming, outgoing) =>
      (incoming.url.startsWith(`${PREFIX}/`) ? invite : files)(incoming, outgoing));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const front = new Front(server);
    const all = routes(createInviteHandler, upstream, [front.origin]);
    invite = toNodeListener((request) => all[new URL(request.url).pathname.slice(PREFIX.length)](request));
    return front;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** The same answer without the marks of how it travelled. */
async function decoded(response) {
  const type = response.headers.get("content-type") ?? "";
  return new Response(await response.arrayBuffer(), { status: response.status, headers: { "content-type": type } });
}
