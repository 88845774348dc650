/** The functions of the package, each a thin typed door to the core. */

import { plainConfig, plainInvitees } from "./config.js";
import { core } from "./core.js";
import { guarded } from "./error.js";
import { readChecks, readList } from "./records.js";
import type { ApiInfo, EmailCheck, EmailOptions, InviteConfig, Invitee } from "./types.js";
import type { ListOptions, Outcome, PastedList, Plan, PlannedRequest } from "./types.js";
import type { ReplyInit } from "./types.js";

const encoder = new TextEncoder();

/** Judges one bare address. */
export function checkEmail(text: string, options?: EmailOptions): EmailCheck {
  return checkEmails([text], options)[0] as EmailCheck;
}

/** Judges many addresses; all of them cross into wasm and back at once. */
export function checkEmails(texts: readonly string[], options?: EmailOptions): EmailCheck[] {
  const joined = encoder.encode(texts.join("\n"));
  const lengths = new Uint32Array(texts.length);
  texts.forEach((text, index) => (lengths[index] = text.length));
  return readChecks(guarded(() => core().checkEmails(joined, lengths, options)), texts);
}

/** Reads a pasted list; never fails, since what is unreadable becomes an entry that says so. */
export function parseList(text: string, options?: ListOptions): PastedList {
  return readList(guarded(() => core().parseList(encoder.encode(text), options)), text);
}

/** Describes the APIs that are known. */
export function apis(): ApiInfo[] {
  return guarded(() => core().apis());
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
  const wire = { status, headers: [...new Headers(headers)], body };
  return guarded(() => core().readReply(plainConfig(config), request, wire));
}
