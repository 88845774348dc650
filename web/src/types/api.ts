/** What an API says of itself: enough for a program to draw its form. */

import type { ApiId } from "./config.js";

/** What an API is: enough for a program to draw its form. */
export interface ApiInfo {
  /** What `config.api` says. */
  id: ApiId;
  /** The name that people see. */
  name: string;
  /** The address of its document. */
  documentation: string;
  /** The documented server with its path prefix; `null` where the document names none. */
  baseUrl: string | null;
  /** The HTTP method. */
  method: string;
  /** What follows the base URL; may hold settings in braces. */
  path: string;
  /** The ways to authenticate, the usual one first. */
  auth: AuthKind[];
  /** How people share requests. */
  batching: "together" | "per_role" | "each";
  /** The most people that a request may invite; `null` where no limit is known. */
  maxBatch: number | null;
  /** Whether a rejected request was not processed at all. */
  atomic: boolean;
  /** Whether inviting somebody twice does no harm. */
  safeToRepeat: boolean;
  /** The header that tells repeats of one request from new ones; `null` where the API has none. */
  idempotencyHeader: string | null;
  /** Its roles. */
  roles: RoleRules;
  /** Its settings. */
  settings: SettingSpec[];
  /** What it takes for a person beside address and roles. */
  personFields: PersonFieldSpec[];
}

/** What a described API is. */
export interface CustomApiInfo extends Omit<ApiInfo, "id"> {
  /** What tells it from the known ones. */
  id: "custom";
}

/** A way to authenticate. */
export type AuthKind = BasicAuthKind | BearerAuthKind | HeaderAuthKind;

/** User name and password (RFC 7617). */
export interface BasicAuthKind {
  /** What `auth.type` says. */
  type: "basic";
}

/** A token in the header `Authorization` (RFC 6750). */
export interface BearerAuthKind {
  /** What `auth.type` says. */
  type: "bearer";
}

/** A key in a header of its own. */
export interface HeaderAuthKind {
  /** What `auth.type` says. */
  type: "header";
  /** The header's name. */
  name: string;
}

/** How an API deals with roles. */
export interface RoleRules {
  /** Every documented role. */
  choices: RoleChoice[];
  /** Whether any other word may be a role, too, since the catalogue is the server's. */
  free: boolean;
  /** Where the server lists its roles, after the base URL; `null` where it has no such list. */
  from: string | null;
  /** What a person gets who is given none. */
  default: string | null;
  /** Whether one person may have several. */
  several: boolean;
  /** Whether each person must have one. */
  required: boolean;
}

/** One role that an API knows. */
export interface RoleChoice {
  /** The value on the wire. */
  name: string;
  /** The English name. */
  label: string;
  /** Whether it lets a person manage others. */
  privileged: boolean;
  /** Whether it is for the vendor's own staff: hidden unless the host lists it. */
  staffOnly: boolean;
}

/** One setting of an API: enough to draw its field. */
export interface SettingSpec {
  /** Its name in `settings`. */
  name: string;
  /** The English label of its field. */
  label: string;
  /** What it holds. */
  type: "boolean" | "choice" | "int64" | "text" | "url" | "uuid" | "uuid_list";
  /** The words of a choice. */
  choices?: string[];
  /** What the API assumes without it. */
  default?: string | boolean | null;
  /** Whether nothing can be sent without it. */
  required: boolean;
  /** One English sentence on what it does. */
  help: string;
  /** A value that would pass. */
  example: string;
}

/** A field that an API takes for a person beside the address and the roles. */
export interface PersonFieldSpec {
  /** Its name on the invitee. */
  name: string;
  /** The English label of its field. */
  label: string;
  /** Whether it lets a person manage others. */
  privileged: boolean;
}
