/** What would be sent, what a reply is, and what happened to each person. */

import type { Coded } from "./address.js";
import type { OutcomeCode, ProblemCode, RequestProblemCode } from "./codes.js";
import type { Invitee } from "./config.js";
import type { Fetch, HeadersLike, Platform } from "./platform.js";

/** What would be sent; empty while there are problems. */
export interface Plan {
  /** The requests in their order. */
  requests: PlannedRequest[];
  /** What keeps them from being built. */
  problems: Problem[];
}

/** One request, ready but for its credential. */
export interface PlannedRequest {
  /** Its number, from 0. */
  id: number;
  /** The HTTP method. */
  method: string;
  /** The URL. */
  url: string;
  /** The headers, without a credential. */
  headers: Record<string, string>;
  /** The JSON text of the body. */
  body: string;
  /** Whom it invites: indices into the invitees. */
  invitees: number[];
}

/** What the body of a request asks for. */
export interface ReadRequest {
  /** The people, as `plan` takes them; who has no role in the body has none here. */
  invitees: Invitee[];
  /** The settings in the body, as a configuration takes them; 64-bit integers are texts. */
  settings: Record<string, unknown>;
  /** Everything that is wrong: while there is anything, send nothing of it. */
  problems: Problem<ProblemCode | RequestProblemCode>[];
}

/** What keeps a request from being built. */
export interface Problem<Code extends string = ProblemCode> extends Coded<Code> {
  /** Where: a path into the configuration or the invitee. */
  field?: string;
  /** Whose: an index into the invitees. */
  invitee?: number;
}

/** What happened to everybody. */
export interface Report {
  /** One for each person, in their order. */
  outcomes: Outcome[];
  /** How many ended in each way. */
  counts: Record<Status, number>;
  /** How many requests left. */
  requests: number;
  /** What kept everything from being sent. */
  problems: Problem[];
  /** When to ask again, in milliseconds since the Unix epoch, where that was too long to wait. */
  retryAt?: number;
}

/** What happened to one person; told apart by `status`. */
export type Outcome = Invited | NotInvited;

/** A person whom the server confirmed. */
export interface Invited {
  /** The person's index. */
  invitee: number;
  /** How it ended. */
  status: "invited";
  /** There is no reason to tell. */
  code?: never;
  /** There is no reason to tell. */
  message?: never;
  /** There is no reason to tell. */
  params?: never;
  /** Nothing was wrong. */
  field?: never;
  /** Nothing was wrong. */
  serverMessage?: never;
  /**
   * What the reply says about the person, such as `invitation_id` and `expires_at`; 64-bit integers and
   * times are strings.
   */
  detail?: Record<string, unknown>;
}

/** A person who was not invited, or of whom nobody knows. */
export interface NotInvited extends Coded<OutcomeCode> {
  /** The person's index. */
  invitee: number;
  /** How it ended. */
  status: "failed" | "unconfirmed" | "not_sent";
  /** The field of the person or the configuration that the server named. */
  field?: string;
  /**
   * The server's own words: text, not markup, without control characters but line breaks, and at most
   * 1,000 characters long.
   */
  serverMessage?: string;
  /** What else the reply says; of an answer that nobody can read, `body` is the beginning. */
  detail?: Record<string, unknown>;
}

/** How it ended for a person. */
export type Status = Outcome["status"];

/** How far a delivery is. */
export interface Progress {
  /** How many people there are. */
  total: number;
  /** For how many it is known how it ended. */
  done: number;
  /** How many ended in each way so far. */
  counts: Record<Status, number>;
}

/** A reply as the host received it. */
export interface ReplyInit {
  /** The HTTP status. */
  status: number;
  /** The headers. */
  headers: HeadersLike;
  /** The body's text. */
  body: string;
}

/** How `loadRoles` asks. */
export interface LoadRolesOptions {
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Gives up: the promise rejects with the signal's reason. */
  signal?: Platform<"AbortSignal"> | undefined;
}

/** How `send` sends. */
export interface SendOptions {
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Stops the delivery: what is on its way ends unconfirmed, the rest is not sent. */
  signal?: Platform<"AbortSignal"> | undefined;
  /** Told whenever somebody's outcome is known. */
  onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Given the delivery's state before each request leaves and after each answer, to be stored at
   * once (as in `sessionStorage`), so that a reload loses nothing; see `Delivery.resume`. The larger
   * the list, the longer each takes.
   */
  save?: ((saved: SavedDelivery) => void) | undefined;
}

/** A delivery as plain data for `Delivery.resume`: everything but its secrets. */
export interface SavedDelivery {
  /** The number of this form. */
  version: number;
  /** The rest is nobody's to read. */
  [member: string]: unknown;
}
