/** An API that is described in JSON, and how it is configured; docs/custom-api.md explains the keys. */

import type { AuthKind } from "./api.js";
import type { CommonConfig, Person } from "./config.js";

/** A described API. */
export interface CustomConfig extends CommonConfig {
  /** What the API is like. */
  api: CustomApi;
  /** Its settings by name. */
  settings?: Readonly<Record<string, unknown>> | undefined;
  /** The roles to choose from; narrows the description's. */
  roles?: readonly string[] | undefined;
  /** The exact URL of its list of roles. */
  rolesEndpoint?: string | undefined;
}

/** What a described API takes for a person, such as `is_admin`. */
export interface CustomFields {
  /** The address, the name, the roles, or whether a field of the description is so. */
  [field: string]: string | readonly string[] | boolean | undefined;
}

/** Somebody to invite through a described API. */
export type CustomInvitee = Person & CustomFields;

/** A description of an API; `custom-api.schema.json` of this package is its JSON Schema. */
export interface CustomApi {
  /** The address of the schema, for editors. */
  $schema?: string | undefined;
  /** What people call it. */
  name: string;
  /** The address of its document. */
  documentation?: string | undefined;
  /** Its server with the path prefix. */
  baseUrl?: string | undefined;
  /** The HTTP method; by default `POST`. */
  method?: "POST" | "PUT" | "PATCH" | undefined;
  /** What follows the base URL; `{name}` is a required setting. */
  path: string;
  /** The ways to authenticate, the usual one first; no secrets. */
  auth?: readonly AuthKind[] | undefined;
  /** How many people a request invites: all, all with the same role, or one. */
  batching: "together" | "per_role" | "each";
  /** The most people in a request. */
  maxBatch?: number | undefined;
  /** Whether a request that is refused was not processed at all. */
  atomic?: boolean | undefined;
  /** Whether inviting somebody twice does no harm. */
  safeToRepeat?: boolean | undefined;
  /** Whether `Idempotency-Key`, or a header of this name, tells repeats from new requests. */
  idempotencyKey?: boolean | string | undefined;
  /** How people get roles; without it nobody has one. */
  roles?: CustomRoles | undefined;
  /** What it must know beside the people. */
  settings?: readonly CustomSetting[] | undefined;
  /** What can be true or false of a person. */
  personFields?: readonly CustomPersonField[] | undefined;
  /** The body; a text that begins with `$` is a place. */
  body: { [member: string]: Template };
  /** What a success says of the people. */
  reply: CustomReply;
}

/** JSON with places in it. */
export type Template =
  | string | number | boolean | null | readonly Template[] | { [member: string]: Template };

/** How a described API deals with roles. */
export interface CustomRoles {
  /** The roles; without it any word can be one. */
  choices?: readonly (string | CustomRole)[] | undefined;
  /** Where the server lists its roles, after the base URL. */
  from?: string | undefined;
  /** What the API gives to a person who is given none. */
  default?: string | undefined;
  /** Whether the default is sent, too. */
  sendDefault?: boolean | undefined;
  /** Whether a person may have several. */
  several?: boolean | undefined;
  /** Whether each person must be given one. */
  required?: boolean | undefined;
}

/** One role of a described API. */
export interface CustomRole {
  /** The value on the wire. */
  name: string;
  /** What people call it. */
  label?: string | undefined;
  /** Whether it lets a person manage others. */
  privileged?: boolean | undefined;
  /** Whether it is for the vendor's own staff: hidden unless the host lists it. */
  staffOnly?: boolean | undefined;
}

/** What can be true or false of a person, at a described API. */
export interface CustomPersonField {
  /** Its name on the invitee. */
  name: string;
  /** The label of its field. */
  label?: string | undefined;
  /** Whether it lets a person manage others. */
  privileged?: boolean | undefined;
}

/** One setting of a described API. */
export interface CustomSetting {
  /** Its name in `settings`. */
  name: string;
  /** What it holds. */
  type: "boolean" | "choice" | "int64" | "text" | "url" | "uuid" | "uuid_list";
  /** The label of its field. */
  label?: string | undefined;
  /** Whether nothing can be sent without it. */
  required?: boolean | undefined;
  /** What the API assumes without it; it is then not sent. */
  default?: string | boolean | undefined;
  /** The words of a choice. */
  choices?: readonly string[] | undefined;
  /** One sentence on what it does. */
  help?: string | undefined;
  /** A value that would pass. */
  example?: string | undefined;
}

/** How the reply of a described API is read; every `at`, `email` and `message` is a JSON Pointer. */
export interface CustomReply {
  /** Whether an empty body means that everybody is invited. */
  empty?: boolean | undefined;
  /** Who is invited: everybody, or who stands in the reply. */
  invited?: "all" | CustomInvited | undefined;
  /** Who is not, and why. */
  errors?: CustomErrors | undefined;
  /** What else is told of a person. */
  detail?: Record<string, string | CustomDetail> | undefined;
}

/** Where those stand who are invited. */
export interface CustomInvited {
  /** The list, or the object that has them by address. */
  at?: string | undefined;
  /** Whether a reply may be without it. */
  optional?: boolean | undefined;
  /** The address, from there. */
  email?: string | undefined;
  /** How far the invitation is. */
  status?: CustomStatus | undefined;
}

/** Where it stands how far an invitation is, and what of it means what. */
export interface CustomStatus {
  /** Where it stands. */
  at: string;
  /** What means that the person is invited. */
  invited: readonly StatusValue[];
  /** What means that the person is not. */
  other?: readonly StatusValue[] | undefined;
}

/** Where those stand who are not invited, and why. */
export interface CustomErrors {
  /** The list, or the object that has them by address. */
  at: string;
  /** Whether a reply may be without it. */
  optional?: boolean | undefined;
  /** The address, from there. */
  email?: string | undefined;
  /** The server's words, from there. */
  message?: string | undefined;
}

/** What stands for the state of an invitation. */
export type StatusValue = string | number | boolean;

/** Something that is told of a person. */
export interface CustomDetail {
  /** Where it stands. */
  at: string;
  /** What it must be; a whole number is told as text. */
  type?: "text" | "integer" | "texts" | undefined;
  /** Whether a reply without it is unreadable. */
  required?: boolean | undefined;
}
