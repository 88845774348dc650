/**
 * The server that the suite asks, as a program of its own would have it: a route for each API, sessions in a
 * cookie, and what each user may do. It runs wherever standard handlers run, so it imports nothing.
 */

/** @typedef {import("../../src/server/exports.js").Grant} Grant */
/** @typedef {import("../../src/server/exports.js").InviteHandler} InviteHandler */
/** @typedef {import("../../src/server/exports.js").InviteHandlerOptions} InviteHandlerOptions */

/** Opens the fake APIs, and must be in no answer. */
export const KEY = "demo-key";

/** The page that may ask. */
export const PAGE = "https://app.acme.com";

/** How long the slow route waits for its API, in milliseconds. */
export const PATIENCE = 500;

/** For each API what the server knows, and which role is everybody's and which only an admin's. */
export const WORLDS = {
  contextual: { mount: "/contextual/v1", settings: { tenant_short_name: "acme" }, roles: ["AGENT_USER", "TENANT_ADMIN"] },
  galileo: { mount: "/galileo", settings: { send_email: false }, roles: ["user", "admin"] },
  smartdocumentor: { mount: "/smartdocumentor", settings: {}, roles: ["Editor", "Administrator"] },
  vijil: {
    mount: "/vijil", settings: { team_id: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" }, roles: ["MEMBER", "OWNER"],
  },
  extractor: {
    mount: "/extractor", settings: { url: "https://acme.com/join", tenantId: "9007199254740993" },
    roles: ["extractor-user", "extractor-manager"],
  },
};

/** The fake vijil as a host describes it, which takes idempotency keys. */
export const KEYED = {
  name: "Keyed",
  path: "/v1/teams/{team_id}/invites",
  batching: "each",
  idempotencyKey: true,
  roles: { choices: ["MEMBER", "OWNER"], default: "MEMBER" },
  settings: [{ name: "team_id", type: "uuid", required: true }],
  body: { email: "$email", role: "$role" },
  reply: { invited: { email: "/email" }, detail: { invitation_id: "/id" } },
};

/**
 * Each route's handler, by its path.
 * @param {(options: InviteHandlerOptions) => InviteHandler} createInviteHandler
 * @param {string} upstream the origin of the fake APIs
 * @param {string[]} origins those of the pages that may ask
 * @returns {Record<string, InviteHandler>}
 */
export function routes(createInviteHandler, upstream, origins = [PAGE]) {
  /** @param {string} api @param {object} [more] */
  const handler = (api, more) => createInviteHandler(options(api, upstream, origins, more));
  const apis = Object.keys(WORLDS).map((api) => [`/${api}`, handler(api)]);
  return {
    ...Object.fromEntries(apis),
    "/keyed": handler("vijil", { api: KEYED }),
    "/slow": handler("galileo", { timeout: PATIENCE }),
    "/asked": handler("galileo", { auth: { type: "header", name: "Galileo-API-Key", value: async () => KEY } }),
    "/locked-out": handler("galileo", { auth: { type: "bearer", token: "expired-key" } }),
    "/speechless": handler("galileo", { auth: { type: "bearer", token: () => { throw new Error(KEY); } } }),
    "/broken-key": handler("galileo", { auth: { type: "bearer", token: `${KEY}\r\nx-evil: 1` } }),
    "/unset": handler("contextual", { settings: {} }),
  };
}

/**
 * Answers by the route, as a router would.
 * @param {Record<string, InviteHandler>} all @param {Request} request
 */
export async function routed(all, request) {
  const handler = all[new URL(request.url).pathname];
  return handler ? handler(request) : new Response(null, { status: 404 });
}

/**
 * @param {string} api @param {string} upstream @param {string[]} origins @param {object} [more]
 * @returns {InviteHandlerOptions}
 */
function options(api, upstream, origins, more) {
  const { mount, settings, roles } = WORLDS[/** @type {keyof typeof WORLDS} */ (api)];
  return /** @type {any} */ ({
    api,
    baseUrl: upstream + mount,
    settings,
    auth: { type: "bearer", token: KEY },
    origins,
    authorize: (/** @type {Request} */ request) => authorize(request, roles),
    ...more,
  });
}

/** @param {Request} request @param {string[]} roles */
function authorize({ headers }, roles) {
  const user = /(?:^|; )user=([\w-]+)/.exec(headers.get("cookie") ?? "")?.[1] ?? "";
  const [common] = roles;
  const member = { inviter: user, roles: [common], maxInvitees: 3 };
  /** @type {Record<string, () => unknown>} */
  const users = {
    member: () => member,
    "other-member": () => member,
    admin: () => ({ ...member, roles, fields: ["is_tenant_admin"], maxInvitees: 1000 }),
    narrow: () => ({ ...member, roles: [] }),
    typo: () => ({ ...member, roles: ["EMPEROR-OF-ALL"] }),
    nameless: () => ({ ...member, inviter: "" }),
    endless: () => ({ ...member, maxInvitees: Infinity }),
    generous: () => ({ ...member, roles: "all" }),
    true: () => true,
    thrower: () => { throw new Error(`no session, and the key is ${KEY}`); },
    poor: () => ({ ...member, approve: () => "the team has no seats left: buy some" }),
    picky: () => ({ ...member, approve: refuseBen }),
    content: () => ({ ...member, approve: async () => true }),
    silent: () => ({ ...member, approve: () => undefined }),
    surprised: () => ({ ...member, approve: () => { throw new Error(KEY); } }),
  };
  return users[user]?.();
}

/** @param {import("../../src/types.js").Invitee[]} people */
function refuseBen(people) {
  return people.flatMap(({ email }, invitee) =>
    email === "ben@acme.com" ? [{ invitee, message: "Ben has left the company" }] : []);
}
