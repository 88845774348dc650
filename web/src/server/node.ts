/** A standard handler as a listener of Node's own `http`, and so of Express. */

import type { InviteHandler } from "./options.js";

/** What is used of Node's `IncomingMessage`. */
interface Incoming {
  method?: string | undefined;
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  iterator(options: { destroyOnReturn: boolean }): AsyncIterator<Uint8Array>;
  resume(): unknown;
}

/** What is used of Node's `ServerResponse`. */
interface Outgoing {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: Uint8Array): unknown;
}

/** A listener of `http.createServer`, or a handler of Express. */
export type NodeListener = (incoming: Incoming, outgoing: Outgoing) => Promise<void>;

/** Lets Node's `http` call a standard handler; nothing may have read the body before. */
export function toNodeListener(handler: InviteHandler): NodeListener {
  return async (incoming, outgoing) => {
    const request = requestOf(incoming);
    const response = request ? await handler(request) : new Response(null, { status: 400 });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(new Uint8Array(await response.arrayBuffer()));
    // An answer gets through only to a client that may finish what it says.
    incoming.resume();
  };
}

/** `undefined` where what came is no request that Fetch knows. */
function requestOf(incoming: Incoming): Request | undefined {
  const { method = "GET", url = "/", headers } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  try {
    const place = new URL(url, `http://${headers["host"] ?? "localhost"}`);
    const body = hasBody ? streamOf(incoming) : null;
    const init = { method, headers: headersOf(headers), body, duplex: "half" };
    return new Request(place, init);
  } catch {
    return undefined;
  }
}

function headersOf(headers: Incoming["headers"]): Headers {
  const all = new Headers();
  for (const [name, value = []] of Object.entries(headers)) {
    for (const one of [value].flat()) all.append(name, one);
  }
  return all;
}

/** What is not wanted is not read; to end the stream does not end the connection. */
function streamOf(incoming: Incoming): ReadableStream<Uint8Array> {
  let chunks: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream({
    async pull(controller) {
      chunks ??= incoming.iterator({ destroyOnReturn: false });
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  }, { highWaterMark: 0 });
}
