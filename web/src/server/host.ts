/** The host's ear: what pages must not be told. */

import { tell } from "../tell.js";
import type { Setup } from "./options.js";

/** Tells the host; its own mistakes in listening are not the page's trouble. */
export function tellHost({ onError }: Setup, error: unknown): void {
  tell(() => onError?.(error));
}
