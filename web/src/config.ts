/** What the core is told: plain data, without what is secret or undefined. */

import type { InviteConfig, Invitee } from "./types.js";

/** The configuration without its secrets, with what only a page knows. */
export function plainConfig(config: InviteConfig): Record<string, unknown> {
  const { auth: _, ...plain } = config;
  return defined({ ...plain, pageOrigin: pageOrigin() });
}

/** The people. */
export function plainInvitees(invitees: readonly Invitee[]): object[] {
  return invitees.map(defined);
}

/** The page's origin, which may be called without encryption; undefined outside of pages. */
export function pageOrigin(): string | undefined {
  const origin = globalThis.location?.origin;
  return origin === "null" ? undefined : origin;
}

/** To the core, a member that is undefined would be one of the wrong type. */
export function defined(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
