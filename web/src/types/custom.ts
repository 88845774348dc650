/** An API that is described in JSON, and how it is configured; docs/custom-api.md explains the keys. */

import type { AuthKind } from "./api.js";
import type { CommonConfig, Invitee } from "./config.js";

/** A described API. */
export interface CustomConfig extends CommonConfig {
  api: CustomApi;
  /** Its settings by name. */
  settings?: Record<string, unknown>;
  /** The roles to choose from; narrows the description's. */
  roles?: string[];
  /** The exact URL of its list of roles. */
  rolesEndpoint?: string;
}

/** Somebody to invite through a described API, with its fields, such as `is_admin`. */
export type CustomInvitee = Invitee & { [field: string]: string | string[] | boolean | undefined };

/** A description of an API; `custom-api.schema.json` of this package is its JSON Schema. */
export interface CustomApi {
  /** The address of the schema, for editors. */
  $schema?: string;
  /** What people call it. */
  name: string;
  /** The address of its document. */
  documentation?: string;
  /** Its server with the path prefix. */
  baseUrl?: string;
  /** The HTTP method; by default `POST`. */
  method?: "POST" | "PUT" | "PATCH";
  /** What follows the base URL; `{name}` is a required setting. */
  path: string;
  /** The ways to authenticate, the usual one first; no secrets. */
  auth?: AuthKind[];
  /** How many people a request invites: all, all with the same role, or one. */
  batching: "together" | "per_role" | "each";
  /** The most people in a request. */
  maxBatch?: number;
  /** Whether a request that is refused was not processed at all. */
  atomic?: boolean;
  /** Whether inviting somebody twice does no harm. */
  safeToRepeat?: boolean;
  /** Whether `Idempotency-Key`, or a header of this name, tells repeats from new requests. */
  idempotencyKey?: boolean | string;
  /** How people get roles; without it nobody has one. */
  roles?: CustomRoles;
  /** What it must know beside the people. */
  settings?: CustomSetting[];
  /** What can be true or false of a person. */
  personFields?: { name: string; label?: string; privileged?: boolean }[];
  /** The body; a text that begins with `$` is a place. */
  body: { [member: string]: Template };
  /** What a success says of the people. */
  reply: CustomReply;
}

/** JSON with places in it. */
export type Template =
  | string | number | boolean | null | Template[] | { [member: string]: Template };

/** How a described API deals with roles. */
export interface CustomRoles {
  /** The roles; without it any word can be one. */
  choices?: (string | { name: string; label?: string; privileged?: boolean; staffOnly?: boolean })[];
  /** Where the server lists its roles, after the base URL. */
  from?: string;
  /** What the API gives to a person who is given none. */
  default?: string;
  /** Whether the default is sent, too. */
  sendDefault?: boolean;
  /** Whether a person may have several. */
  several?: boolean;
  /** Whether each person must be given one. */
  required?: boolean;
}

/** One setting of a described API. */
export interface CustomSetting {
  /** Its name in `settings`. */
  name: string;
  /** What it holds. */
  type: "boolean" | "choice" | "int64" | "text" | "url" | "uuid" | "uuid_list";
  /** The label of its field. */
  label?: string;
  /** Whether nothing can be sent without it. */
  required?: boolean;
  /** What the API assumes without it; it is then not sent. */
  default?: string | boolean;
  /** The words of a choice. */
  choices?: string[];
  /** One sentence on what it does. */
  help?: string;
  /** A value that would pass. */
  example?: string;
}

/** How the reply of a described API is read; every `at`, `email` and `message` is a JSON Pointer. */
export interface CustomReply {
  /** Whether an empty body means that everybody is invited. */
  empty?: boolean;
  /** Who is invited: everybody, or who stands in the reply. */
  invited?: "all" | {
    at?: string;
    optional?: boolean;
    email?: string;
    status?: { at: string; invited: StatusValue[]; other?: StatusValue[] };
  };
  /** Who is not, and why. */
  errors?: { at: string; optional?: boolean; email?: string; message?: string };
  /** What else is told of a person. */
  detail?: Record<string, string | CustomDetail>;
}

/** What stands for the state of an invitation. */
export type StatusValue = string | number | boolean;

/** Something that is told of a person. */
export interface CustomDetail {
  /** Where it stands. */
  at: string;
  /** What it must be; a whole number is told as text. */
  type?: "text" | "integer" | "texts";
  /** Whether a reply without it is unreadable. */
  required?: boolean;
}
