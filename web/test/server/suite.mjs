/**
 * The suite that every server must pass, whatever it runs on: it asks over HTTP, as pages and others do, and
 * holds the answers against the ledger of the fake APIs. The routes are those of routes.mjs, the cases
 * `tests/data/server`.
 */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect, createServer } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { FakeApis } from "../../../tests/e2e/fake-apis.mjs";
import { plan, readReply } from "invite-users";
import { KEY, PAGE, WORLDS } from "./routes.mjs";

/** @param {string} file @returns {any[]} */
const data = (file) => JSON.parse(readFileSync(new URL(`../../../tests/data/server/${file}`, import.meta.url), "utf8"));

const TWO = ["ann@acme.com", "ben@acme.com"];

/**
 * Declares the tests of one server.
 * @param {string} name
 * @param {(upstream: string) => Promise<{ origin: string, stop: () => unknown }>} start starts it before them
 */
export function serverSuite(name, start) {
  describe(name, () => {
    /** @type {Server} */
    let server;
    before(async () => { server = await Server.start(start); });
    after(() => server?.stop());
    beforeEach(() => server.apis.reset());
    for (const api of Object.keys(WORLDS)) {
      test(`${api}: what goes up is what would be sent directly`, () => server.relays(api));
    }
    for (const refusal of data("refusals.json")) {
      test(`refused: ${refusal.name}`, () => server.refuses(refusal));
    }
    for (const fault of data("faults.json")) {
      test(`answered: ${fault.name}`, () => server.passesOn(fault));
    }
    test("an API that hangs is not waited for", () => server.givesUp());
    test("a body beyond 256 KiB is refused", () => server.refusesLarge());
    test("a body of 10 MB is not read to its end", () => server.stopsReading());
    test("a body that never ends is not read for ever", () => server.stopsReadingEndless());
    test("people whom the host approves of are invited", () => server.approves());
    test("keys of idempotency are each inviter's own", () => server.hashesKeys());
    test("nothing of the page's request goes up but its people", () => server.carriesNothing());
    test("a page that goes away does not end what runs", () => server.finishes());
  });
}

/** A server under test, and the APIs behind it. */
class Server {
  /** @param {FakeApis} apis @param {Line} line @param {{ origin: string, stop: () => unknown }} running */
  constructor(apis, line, running) {
    this.apis = apis;
    this.line = line;
    this.running = running;
  }

  /** @param {Parameters<typeof serverSuite>[1]} start */
  static async start(start) {
    const apis = await FakeApis.start();
    const line = await Line.to(apis.origin);
    try {
      return new Server(apis, line, await start(line.origin));
    } catch (error) {
      line.close();
      apis.stop();
      throw error;
    }
  }

  async stop() {
    await this.running.stop();
    this.line.close();
    this.apis.stop();
  }

  /** @param {string} api */
  async relays(api) {
    const { settings, mount, roles } = WORLDS[/** @type {keyof typeof WORLDS} */ (api)];
    const people = TWO.map((email) => ({ email, roles: roles.slice(0, 1) }));
    const direct = plan(/** @type {any} */ ({ api, settings, baseUrl: this.apis.origin + mount }), people);
    const asked = plan(/** @type {any} */ ({ api, endpoint: `${this.running.origin}/${api}` }), people);
    assert.deepEqual([...direct.problems, ...asked.problems], []);
    for (const request of asked.requests) {
      const response = await this.ask({ route: `/${api}`, body: request.body });
      const reply = { ...response, headers: response.headers };
      const outcomes = readReply(/** @type {any} */ ({ api }), request, reply);
      assert.deepEqual(new Set(outcomes.map(({ status }) => status)), new Set(["invited"]), response.body);
    }
    const ledger = await this.apis.ledger();
    assert.deepEqual(ledger.map(({ bodyText }) => bodyText), direct.requests.map(({ body }) => body));
    const paths = direct.requests.map(({ url }) => new URL(url).pathname);
    assert.deepEqual(ledger.map(({ path }) => path), paths);
  }

  /** @param {any} refusal */
  async refuses({ status, code, detail, problems, ...asked }) {
    const response = await this.ask(asked);
    assert.equal(response.status, status, response.body);
    if (asked.method !== "HEAD") this.assertProblem(response, { status, code, sent: false });
    const told = JSON.parse(response.body);
    if (detail) assert.equal(told.detail, detail);
    if (problems) {
      const found = told.problems.map((/** @type {any} */ { invitee, code: why, field }) => ({ invitee, code: why, field }));
      assert.deepEqual(found, problems);
    }
    if (status === 405) assert.equal(response.headers.allow, "POST");
    assert.deepEqual(await this.apis.requests(), [], "nothing left");
  }

  /** @param {any} fault */
  async passesOn({ fault, status, outcome, code, body, retryAfter }) {
    await this.apis.setFaults(fault);
    const response = await this.ask({});
    assert.equal(response.status, status, response.body);
    if (code) this.assertProblem(response, { status, code, sent: undefined });
    if (body) assert.equal(response.body, body);
    assert.equal(response.headers["retry-after"], retryAfter);
    assert.equal(response.headers.location, undefined);
    const { requests: [request] } = plan({ api: "galileo" }, TWO.map((email) => ({ email })));
    const outcomes = readReply({ api: "galileo" }, /** @type {any} */ (request), response);
    assert.ok(outcomes.some((one) => one.status === outcome), JSON.stringify(outcomes));
    assert.equal((await this.apis.requests()).length, 1, "one request left");
  }

  async givesUp() {
    await this.apis.setFaults({ delayMs: 60_000 });
    const response = await this.ask({ route: "/slow" });
    this.assertProblem(response, { status: 504, code: "timed_out", sent: undefined });
  }

  async refusesLarge() {
    const response = await this.ask({ body: large(256 * 1024 + 1) });
    this.assertProblem(response, { status: 413, code: "body_too_large", sent: false });
    assert.deepEqual(await this.apis.requests(), []);
  }

  async stopsReading() {
    await this.hangsUp({ body: large(10 * 1024 * 1024) });
  }

  async stopsReadingEndless() {
    await this.hangsUp({ endless: true });
  }

  /**
   * Some platforms close the connection on whoever goes on sending, so that the answer may be lost.
   * @param {any} asked
   */
  async hangsUp(asked) {
    const response = await this.ask(asked).catch((error) => {
      assert.match(error.code, /^(EPIPE|ECONNRESET)$/);
    });
    if (response) this.assertProblem(response, { status: 413, code: "body_too_large", sent: false });
    assert.deepEqual(await this.apis.requests(), []);
  }

  async approves() {
    const response = await this.ask({ user: "content" });
    assert.equal(response.status, 200, response.body);
    assert.deepEqual((await this.apis.ledger()).map(({ people }) => people), [TWO]);
  }

  /** To the byte, so that a team may change its server while a request is repeated. */
  async hashesKeys() {
    const body = JSON.stringify({ email: TWO[0] });
    const asked = [
      ["/keyed", "member", "k-1"], ["/keyed", "member", "k-1"], ["/keyed", "member", 'k"1\\'],
      ["/keyed", "other-member", "k-1"], ["/keyed", "member", null], ["/keyed", "member", ""], ["/vijil", "member", "k-1"],
    ];
    for (const [route, user, key] of asked) {
      await this.ask({ route, user, body, headers: { "idempotency-key": key } });
    }
    const sent = (await this.apis.requests()).map(({ headers }) => headers["idempotency-key"]);
    const hashed = asked.map(([route, user, key]) => route === "/keyed" && key ? sha256(JSON.stringify([user, key])) : undefined);
    assert.deepEqual(sent, hashed);
  }

  async carriesNothing() {
    const headers = { "x-forwarded-for": "spy-1", "x-api-key": "spy-2", accept: "spy-3/x", authorization: "Bearer spy-4" };
    await this.ask({ route: "/galileo?spy=5", headers });
    const [request] = await this.apis.requests();
    assert.equal(request.path, "/galileo/v2/invite_users");
    assert.doesNotMatch(JSON.stringify(request), /spy|user=|acme\.com"?,"origin/);
    assert.equal(request.headers.cookie ?? request.headers.origin, undefined);
  }

  async finishes() {
    await this.apis.setFaults({ delayMs: 300 });
    const called = this.line.called();
    const request = this.#send({}, () => {}, () => {});
    await called;
    request.destroy();
    /** @type {any[]} */
    let invited = [];
    while (invited.length === 0) invited = await this.apis.ledger();
    assert.deepEqual(invited[0].people, TWO);
  }

  /**
   * Asks and reads the whole answer, in which no key may be.
   * @param {any} asked
   */
  async ask(asked) {
    const response = await new Promise((resolve, reject) => this.#send(asked, resolve, reject));
    assert.doesNotMatch(JSON.stringify(response), new RegExp(KEY), "the key is in no answer");
    assert.equal(response.headers["cache-control"], "no-store");
    assert.equal(response.headers["x-content-type-options"], "nosniff");
    const cors = Object.keys(response.headers).filter((header) => header.startsWith("access-control-"));
    assert.deepEqual(cors, []);
    return response;
  }

  /** @param {any} response @param {{ status: number, code: string, sent: boolean | undefined }} expected */
  assertProblem(response, expected) {
    assert.equal(response.headers["content-type"], "application/problem+json");
    const { status, code, sent, title, detail } = JSON.parse(response.body);
    assert.deepEqual({ status, code, sent }, expected, response.body);
    assert.equal(response.status, status);
    assert.ok(title.length > 0 && detail.length > 0);
  }

  /** @param {any} asked @param {(response: any) => void} resolve @param {(error: unknown) => void} reject */
  #send({ route = "/galileo", user = "member", method = "POST", headers, body, endless }, resolve, reject) {
    const all = { origin: PAGE, "content-type": "application/json", cookie: `theme=dark; user=${user}`, ...headers };
    const sent = Object.entries(all).filter(([, value]) => value !== null);
    const request = httpRequest(this.running.origin + route, { method, headers: Object.fromEntries(sent), agent: false });
    request.on("response", (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        request.destroy();
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    });
    request.on("error", reject);
    if (endless) pour(request);
    else request.end(body === undefined ? JSON.stringify({ emails: TWO }) : body ?? undefined);
    return request;
  }
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * A request of so many bytes that would be right if it were smaller.
 * @param {number} size
 */
function large(size) {
  return JSON.stringify({ emails: TWO }).padEnd(size);
}

/** What the server under test takes for the APIs: it passes everything on, and tells when somebody calls. */
class Line {
  #server;

  /** @param {import("node:net").Server} server */
  constructor(server) {
    this.#server = server;
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** @param {string} origin */
  static async to(origin) {
    const { hostname, port } = new URL(origin);
    const server = createServer((caller) => {
      const callee = connect(Number(port), hostname);
      join(caller, callee);
      join(callee, caller);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new Line(server);
  }

  called() {
    return once(this.#server, "connection");
  }

  close() {
    this.#server.close();
  }
}

/**
 * What one says the other hears, and so that one has gone.
 * @param {import("node:net").Socket} one @param {import("node:net").Socket} other
 */
function join(one, other) {
  one.on("error", () => other.destroy()).on("close", () => other.destroySoon());
  one.pipe(other);
}

/**
 * Writes for as long as the other side takes it.
 * @param {import("node:http").ClientRequest} request
 */
function pour(request) {
  const chunk = "x".repeat(64 * 1024);
  const more = () => {
    while (!request.destroyed && request.write(chunk));
    if (!request.destroyed) request.once("drain", more);
  };
  more();
}
