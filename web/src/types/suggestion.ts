/** People of a directory, offered while somebody types. */

import type { Platform } from "./platform.js";

/** Somebody to offer. */
export interface Suggestion {
  /** The address; without a usable one the suggestion is left out. */
  email: string;
  /** What the person is called. */
  name?: string | undefined;
  /** The roles that the person gets; none: those chosen beside the field. */
  roles?: readonly string[] | undefined;
  /** What tells people of the same name apart, such as a team; shown and not sent. */
  description?: string | undefined;
}

/**
 * Finds people by what was typed, the most likely ones first; a plain string is an address. The
 * signal is aborted when the answer is no longer wanted.
 */
export type Suggest = (
  query: string, signal: Platform<"AbortSignal">,
) => readonly (Suggestion | string)[] | PromiseLike<readonly (Suggestion | string)[]>;
