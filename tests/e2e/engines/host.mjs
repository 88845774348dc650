/** Somebody's own page with the element in it, served under the policy that a careful host sets. */

import { once } from "node:events";
import { createServer, request } from "node:http";
import { FakeApis } from "../fake-apis.mjs";

/** The page of a host with the package at one origin, and the fake APIs at another. */
export class Host {
  /** The program with the APIs, its ledger and faults: a `FakeApis`. */
  apis;
  /** Where the page is. */
  address;
  #server;
  #markup = "";
  #asked = [];
  #withheld;

  /** Starts both. */
  static async start() {
    const host = new Host();
    host.apis = await FakeApis.start();
    host.#server = createServer((asked, answer) => host.#answer(asked, answer));
    host.#server.listen(0, "127.0.0.1");
    await once(host.#server, "listening");
    host.address = `http://127.0.0.1:${host.#server.address().port}/host`;
    return host;
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
    this.apis.stop();
  }

  /** What the page holds at its next load: nobody is invited yet, nothing was asked for. */
  async hold(markup, { root = "lang=\"en\"", define = true } = {}) {
    await this.apis.reset();
    this.#asked = [];
    this.#withheld = undefined;
    const script = define ? "<script type=\"module\" src=\"/dist/define.js\"></script>" : "";
    this.#markup = `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Host</title>
      <link rel="icon" href="data:,"><link rel="stylesheet" href="/host.css">
      <script src="/listen.js"></script>${script}</head><body>${markup}</body></html>`;
  }

  /** Makes this file of the package missing for the page that is held. */
  withhold(name) {
    this.#withheld = `/dist/${name}`;
  }

  /** How often this file of the package was asked for since then. */
  loads(name) {
    return this.#asked.filter((path) => path === `/dist/${name}`).length;
  }

  /** An element that invites through vijil, with more attributes if wanted. */
  vijil(attributes = "") {
    const settings = JSON.stringify({ team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" });
    return `<invite-users api="vijil" base-url="${this.apis.origin}/vijil" settings='${settings}'
      ${attributes}></invite-users>`;
  }

  #answer(asked, answer) {
    const own = { "/host": this.#page(), "/host.css": STYLE, "/listen.js": LISTEN }[asked.url];
    if (own) return answer.writeHead(200, own.headers).end(own.body);
    this.#asked.push(asked.url);
    if (asked.url === this.#withheld) return answer.writeHead(404).end();
    const passed = request(this.apis.origin + asked.url, (found) => {
      answer.writeHead(found.statusCode, found.headers);
      found.pipe(answer);
    });
    passed.on("error", () => answer.destroy()).end();
  }

  #page() {
    const policy = [
      "default-src 'self'",
      "img-src data:",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      `connect-src 'self' ${this.apis.origin}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join("; ");
    return { headers: { ...kind("text/html"), "content-security-policy": policy }, body: this.#markup };
  }
}

const kind = (type) => ({ "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });

const STYLE = { headers: kind("text/css"), body: "html { color-scheme: light dark }" };

/**
 * Keeps what a page would tell in its console, which not every driver hands out, and loads the package when
 * it is told to: what Firefox's driver imports runs beside the page and not in it.
 */
const LISTEN = {
  headers: kind("text/javascript"),
  body: `
    window.loadLater = () => void import("/dist/define.js");
    window.complaints = [];
    window.heard = [];
    const complain = (...words) => window.complaints.push(words.map(String).join(" "));
    addEventListener("error", (event) => complain(event.message ?? event.target.outerHTML), true);
    addEventListener("unhandledrejection", ({ reason }) => complain(reason));
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
      complain(effectiveDirective, blockedURI, sourceFile));
    console.error = complain;
    for (const type of ["ready", "change", "send", "sent", "done", "error"]) {
      document.addEventListener("invite-users-" + type, () => window.heard.push(type));
    }`,
};
