/** The functions of the package, each a thin typed door to the core. */

import { checksOf } from "./checks.js";
import { plainConfig, plainInvitees } from "./config.js";
import { core } from "./core.js";
import { encode } from "./encoding.js";
import { guarded } from "./error.js";
import { readTable } from "./records.js";
import type { ApiId, ApiInfo, Cell, CustomApi, CustomApiInfo, InviteConfig, Invitee } from "./types.js";
import type { Outcome, PastedTable, Plan } from "./types.js";
import type { PlannedRequest, ReadRequest, ReplyInit, TableOptions } from "./types.js";

const checks = checksOf(core);

/** Judges one bare address. */
export const checkEmail = checks.checkEmail;

/** Judges many addresses; all of them cross into wasm and back at once. */
export const checkEmails = checks.checkEmails;

/** Reads a pasted list; never fails, since what is unreadable becomes an entry that says so. */
export const parseList = checks.parseList;

/** Reads CSV, TSV or what else a spreadsheet program exports; one bad row never rejects the file. */
export function parseTable(data: string | Uint8Array, options?: TableOptions): PastedTable {
  const bytes = typeof data === "string" ? encode(data) : data;
  return readTable(guarded(() => core().parseTable(bytes, options)));
}

/**
 * Writes rows as CSV (RFC 4180) under the headings. A row is its cells in order, or an object that
 * has them by heading. What a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function toCsv(
  rows: readonly (readonly Cell[] | Readonly<Record<string, Cell>>)[],
  columns: readonly string[],
): string {
  const cells = rows.map((row) => (isList(row) ? row : columns.map((name) => row[name])));
  const words = cells.map((row) => row.map((cell) => String(cell ?? "")));
  return guarded(() => core().toCsv(words, columns));
}

function isList(row: readonly Cell[] | Readonly<Record<string, Cell>>): row is readonly Cell[] {
  return Array.isArray(row);
}

/** Describes the APIs that are known. */
export function apis(): ApiInfo[] {
  return guarded(() => core().apis());
}

/** Describes one API: a known one, or one of your own; throws InviteError where that is wrong. */
export function apiInfo(api: ApiId): ApiInfo;
export function apiInfo(api: CustomApi): CustomApiInfo;
export function apiInfo(api: ApiId | CustomApi): ApiInfo | CustomApiInfo {
  return guarded(() => core().apiInfo(api));
}

/** Builds the requests that would invite these people, or says what is wrong. */
export function plan(config: InviteConfig, invitees: readonly Invitee[]): Plan {
  return guarded(() => core().plan(plainConfig(config), plainInvitees(invitees)));
}

/** Tells from a reply what happened to each person of the request. */
export function readReply(
  config: InviteConfig,
  request: PlannedRequest,
  reply: ReplyInit,
): Outcome[] {
  const { status, headers, body } = reply;
  const wire = { status, headers: [...new Headers(headers as HeadersInit)], body };
  return guarded(() => core().readReply(plainConfig(config), request, wire));
}

/**
 * Reads the body of a request back, for a server that passes it on: the inverse of `plan`. Send
 * nothing while there are problems.
 */
export function readRequest(config: InviteConfig, body: string): ReadRequest {
  return guarded(() => core().readRequest(plainConfig(config), String(body)));
}
