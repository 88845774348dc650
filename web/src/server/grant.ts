/** The grant: who asks, and what that person may do, by the host's word. */

import { InviteError } from "../error.js";
import type { Grant, Setup } from "./options.js";
import { tellHost } from "./host.js";
import { Refused } from "./refusal.js";

/** What the host grants; throws where that is nothing. */
export async function grantOf(request: Request, setup: Setup): Promise<Grant> {
  const { url, method, headers } = request;
  try {
    const granted = await setup.authorize(new Request(url, { method, headers }));
    if (isGrant(granted)) return granted;
    if (granted) tellHost(setup, misshapen());
  } catch (thrown) {
    tellHost(setup, thrown);
  }
  throw new Refused(403, { code: "not_authorized", detail: "you are not allowed to invite people here" });
}

function isGrant(granted: unknown): granted is Grant {
  if (typeof granted !== "object" || granted === null) return false;
  const { inviter, roles, maxInvitees, fields = [], settings = {}, approve } = granted as Partial<Grant>;
  const isCount = Number.isSafeInteger(maxInvitees) && Number(maxInvitees) >= 0;
  return typeof inviter === "string" && inviter !== "" && isWords(roles) && isCount && isWords(fields)
    && typeof settings === "object" && settings !== null && ["undefined", "function"].includes(typeof approve);
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === "string");
}

function misshapen(): InviteError {
  const message = "authorize must answer { inviter, roles, maxInvitees, fields?, settings?, approve? }, or nothing";
  return new InviteError("invalid_argument", message, { argument: "authorize", path: "" });
}
