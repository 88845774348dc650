/** Where people are invited and how, and who they are. */

import type { EmailOptions } from "./address.js";
import type { CustomApi, CustomConfig, CustomFields } from "./custom.js";
import type { KnownApis } from "./settings.js";

/** The APIs that are known without a description. */
export type ApiId = keyof KnownApis;

/** Every API: a known one, or one that is described. */
export type AnyApi = ApiId | CustomApi;

/** Where people are invited and how; told apart by `api`. `InviteConfig<"vijil">` is that of one API. */
export type InviteConfig<Api extends AnyApi = AnyApi> =
  Api extends infer Id extends ApiId ? KnownApis[Id]["config"] : CustomConfig;

/** The roles of an API; of all together, any text. */
export type RoleOf<Api extends AnyApi = AnyApi> =
  Api extends infer Id extends ApiId ? KnownApis[Id]["role"] : string;

/** The names of an API's settings. */
export type SettingOf<Api extends AnyApi = AnyApi> =
  Api extends infer Id extends ApiId ? keyof KnownApis[Id]["settings"] & string : string;

/** What an API takes for a person beside address and roles. */
export type PersonFields<Api extends AnyApi = AnyApi> =
  Api extends infer Id extends ApiId ? KnownApis[Id]["fields"] : CustomFields;

/** What every API's configuration has. */
export interface CommonConfig {
  /** Replaces the documented server, its path prefix included. */
  baseUrl?: string | undefined;
  /** The exact URL to call instead, such as a route of your own server. */
  endpoint?: string | undefined;
  /** How requests are authorised. */
  auth?: Auth | undefined;
  /** Which addresses are accepted. */
  email?: EmailOptions | undefined;
  /** The most people in one request. */
  maxBatch?: number | undefined;
  /** The most people that are invited in one go; with more, a plan has the problem `too_many_invitees`. */
  maxInvitees?: number | undefined;
  /** How requests are sent. */
  delivery?: DeliveryOptions | undefined;
}

/** How requests are authorised; never part of a plan, a report or an error. */
export type Auth = BearerAuth | HeaderAuth | BasicAuth;

/** A token in the header `Authorization` (RFC 6750). */
export interface BearerAuth {
  /** The way to authenticate. */
  type: "bearer";
  /** The token. */
  token: Secret;
}

/** A key in a header of its own. */
export interface HeaderAuth {
  /** The way to authenticate. */
  type: "header";
  /** The header's name, such as `Galileo-API-Key`. */
  name: string;
  /** The key. */
  value: Secret;
}

/** User name and password (RFC 7617). */
export interface BasicAuth {
  /** The way to authenticate. */
  type: "basic";
  /** The user name. */
  username: Secret;
  /** The password. */
  password: Secret;
}

/** A secret: the text itself, or a function that is asked for it when a request leaves. */
export type Secret = string | (() => string | PromiseLike<string>);

/** How requests are sent. */
export interface DeliveryOptions {
  /** How many are on their way at the same time; by default 1 for batches, else 4. */
  concurrency?: number | undefined;
}

/** Somebody with these roles. */
export interface Person<Role extends string = string> {
  /** The address. */
  email: string;
  /** What the person is called; none of the known APIs is told. */
  name?: string | undefined;
  /** The roles; none: the API's default. */
  roles?: readonly Role[] | undefined;
}

/**
 * Somebody to invite, whatever the known API: a role or field that it does not have is a problem of the plan.
 * `Invitee<"vijil">` has its roles and fields alone, and `Invitee<CustomApi>` any field.
 */
export type Invitee<Api extends AnyApi = AnyApi> =
  [AnyApi] extends [Api] ? Person & KnownApis["contextual"]["fields"]
  : Api extends AnyApi ? Person<RoleOf<Api>> & PersonFields<Api>
  : never;
