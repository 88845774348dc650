/** Where people are invited and how, and who they are. */

import type { EmailOptions } from "./address.js";
import type { CustomConfig } from "./custom.js";
import type { ContextualConfig, ExtractorConfig, GalileoConfig } from "./settings.js";
import type { SmartdocumentorConfig, VijilConfig } from "./settings.js";

/** Where people are invited and how; told apart by `api`. */
export type InviteConfig =
  | ContextualConfig | GalileoConfig | SmartdocumentorConfig | VijilConfig | ExtractorConfig
  | CustomConfig;

/** The APIs that are known without a description. */
export type ApiId = Extract<InviteConfig["api"], string>;

/** What every API's configuration has. */
export interface CommonConfig {
  /** Replaces the documented server, its path prefix included. */
  baseUrl?: string;
  /** The exact URL to call instead, such as a route of your own server. */
  endpoint?: string;
  /** How requests are authorised. */
  auth?: Auth;
  /** Which addresses are accepted. */
  email?: EmailOptions;
  /** The most people in one request. */
  maxBatch?: number;
  /** The most people that are invited in one go; with more, a plan has the problem `too_many_invitees`. */
  maxInvitees?: number;
  /** How requests are sent. */
  delivery?: DeliveryOptions;
}

/** How requests are authorised; never part of a plan, a report or an error. */
export type Auth =
  | { type: "bearer"; token: Secret }
  | { type: "header"; name: string; value: Secret }
  | { type: "basic"; username: Secret; password: Secret };

/** A secret: the text itself, or a function that is asked for it when a request leaves. */
export type Secret = string | (() => string | PromiseLike<string>);

/** How requests are sent. */
export interface DeliveryOptions {
  /** How many are on their way at the same time; by default 1 for batches, else 4. */
  concurrency?: number;
}

/** Somebody to invite. */
export interface Invitee {
  /** The address. */
  email: string;
  /** What the person is called; none of the known APIs is told. */
  name?: string;
  /** The roles; none: the API's default. */
  roles?: string[];
  /** Contextual AI only: lets the person manage the tenant. */
  is_tenant_admin?: boolean;
}
