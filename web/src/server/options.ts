/** What a host says of its handler, and what is made of it once. */

import { defined } from "../config.js";
import { InviteError, guarded } from "../error.js";
import type { Fetch, InviteConfig, Invitee, Platform } from "../types.js";
import { wasm } from "./module.js";

/** Answers a page's invitations; a standard handler of Fetch requests. */
export type InviteHandler = (request: Platform<"Request">) => Promise<Platform<"Response">>;

/** Who asks, and what that person may do; anything but a grant, or a throw, refuses (403). */
export type Authorize = (request: Platform<"Request">) => unknown;

/** What one inviter may do. */
export interface Grant {
  /** Who that is, in words that stay the same, such as a user's id. */
  inviter: string;
  /** The roles that may be given; without a role in the request, the API's default has to be among them. */
  roles: readonly string[];
  /** The most people in one request. */
  maxInvitees: number;
  /** What may be true of a person, such as `is_tenant_admin`; nothing by default. */
  fields?: readonly string[] | undefined;
  /** Settings of this inviter's, beside or instead of the handler's. */
  settings?: Record<string, unknown> | undefined;
  /** Looks at the people, as they would be sent, and at quotas; only `true`, or a list without anybody, lets them pass. */
  approve?: ((people: Invitee[]) => Approval | PromiseLike<Approval>) | undefined;
}

/** `true`; a sentence to show why nobody may be invited; or who may not, and why. */
export type Approval = boolean | string | readonly RefusedPerson[];

/** Somebody who may not be invited. */
export interface RefusedPerson {
  /** Who: an index into the people. */
  invitee: number;
  /** A sentence for whoever invites. */
  message: string;
}

/** Where invitations go, with which key, and who may send them. */
export type InviteHandlerOptions = Upstream<InviteConfig> & {
  /** The origins of the pages that may ask, such as `https://app.acme.com`. */
  origins: readonly string[];
  /** Told of each request without its body, after its origin is known to be right. */
  authorize: Authorize;
  /** How long the API may take to answer, in milliseconds; 25 000 by default, since a page waits 30 000. */
  timeout?: number | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Told what `authorize` or `approve` threw, and what can't work as it is configured; the page is not. */
  onError?: ((error: unknown) => void) | undefined;
};

/** Of each API's configuration what a server has. */
type Upstream<Config> = Config extends InviteConfig
  ? Pick<Config, Extract<keyof Config, "api" | "baseUrl" | "settings" | "auth" | "email">>
  : never;

/** A handler's options, checked. */
export interface Setup {
  /** For the core: without secrets. */
  readonly config: object;
  readonly auth: InviteConfig["auth"];
  readonly origins: ReadonlySet<string>;
  readonly authorize: Authorize;
  readonly timeout: number;
  readonly fetch: Fetch | undefined;
  readonly onError: ((error: unknown) => void) | undefined;
  /** The HTTP method of the API, which is the page's, too. */
  readonly method: string;
  /** The header that tells repeats from new requests, where the API has one. */
  readonly idempotencyHeader: string | null;
}

/** How long the API may take. */
const TIMEOUT = 25_000;

/** Checks the options; throws InviteError for what could never work. */
export function setUp(options: InviteHandlerOptions): Setup {
  const { api, baseUrl, settings, email, auth, authorize, timeout = TIMEOUT, fetch, onError } = options;
  if (typeof authorize !== "function") throw misuse("authorize", "a function that says who may invite whom");
  const config = defined({ api, baseUrl, settings, email });
  const { method, idempotencyHeader } = guarded(() => wasm().apiInfo(api));
  refuseMistakes(config);
  const origins = new Set(checkedOrigins(options.origins));
  return { config, auth, origins, authorize, timeout, fetch, onError, method, idempotencyHeader };
}

/** A grant of nothing to nobody tells what of a configuration is wrong for everybody. */
function refuseMistakes(config: object): void {
  const told = guarded(() => wasm().relay(config, { roles: [], maxInvitees: 0 }, ""));
  if (!("problems" in told) || told.status !== 500) return;
  // What is missing may be in a grant.
  const mistake = told.problems.find(({ code }) => code !== "setting_required");
  if (mistake) throw new InviteError(mistake.code, mistake.message, mistake.params);
}

function checkedOrigins(origins: readonly string[]): readonly string[] {
  if (!Array.isArray(origins) || origins.length === 0 || !origins.every(isOrigin)) {
    throw misuse("origins", "a list of origins such as https://app.acme.com");
  }
  return origins;
}

/** Whether a browser could send it as `Origin`, from a page that nobody else could have written. */
function isOrigin(text: unknown): boolean {
  if (typeof text !== "string" || !URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  const isLoopback = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return origin === text && (protocol === "https:" || (protocol === "http:" && isLoopback));
}

function misuse(option: string, expected: string): InviteError {
  const message = `createInviteHandler: ${option} must be ${expected}`;
  return new InviteError("invalid_argument", message, { argument: option, path: "" });
}
