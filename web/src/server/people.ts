/** The people: read out of the request, held against the grant, and shown to the host. */

import { InviteError, guarded } from "../error.js";
import type { Invitee, Problem } from "../types.js";
import { tellHost } from "./host.js";
import { wasm } from "./module.js";
import type { Relayed } from "./module.js";
import type { Approval, Grant, RefusedPerson, Setup } from "./options.js";
import { Refused } from "./refusal.js";

/** The request that may go up; throws what is wrong, or more than is granted, on the right person. */
export function admitted(body: string, grant: Grant, setup: Setup): Relayed {
  const { roles, maxInvitees, fields = [], settings = {} } = grant;
  const told = guarded(() => wasm().relay(setup.config, { roles, maxInvitees, fields, settings }, body));
  if ("request" in told) return told;
  const [first] = told.problems as [Problem];
  if (told.status === 500) {
    tellHost(setup, new InviteError(first.code, first.message, first.params));
    throw misconfigured();
  }
  throw new Refused(told.status, { code: first.code, detail: first.message, problems: told.problems });
}

/** Throws unless the host approves of these people; what it throws is for the host alone. */
export async function approved(people: Invitee[], grant: Grant, setup: Setup): Promise<void> {
  if (!grant.approve) return;
  const approval = await said(people, grant.approve, setup);
  if (approval === true || (isRefusals(approval) && approval.length === 0)) return;
  if (!isRefusals(approval)) throw notApproved(approval);
  const problems = approval.map(({ invitee, message }) =>
    ({ code: "not_approved", message, field: "email", invitee }));
  throw new Refused(422, { code: "not_approved", detail: problems[0]!.message, problems });
}

async function said(
  people: Invitee[], approve: NonNullable<Grant["approve"]>, setup: Setup,
): Promise<Approval> {
  try {
    return await approve(people);
  } catch (thrown) {
    tellHost(setup, thrown);
    return false;
  }
}

function isRefusals(approval: Approval): approval is readonly RefusedPerson[] {
  return Array.isArray(approval)
    && approval.every((one) => Number.isSafeInteger(one?.invitee) && typeof one.message === "string");
}

function notApproved(reason: unknown): Refused {
  const isSentence = typeof reason === "string" && reason.trim() !== "";
  const detail = isSentence ? reason : "these people can't be invited now";
  return new Refused(403, { code: "not_approved", detail });
}

function misconfigured(): Refused {
  const detail = "invitations are not set up rightly on this server: tell its administrator";
  return new Refused(500, { code: "misconfigured", detail });
}
