/** The two sentences that may be wanted before any words are there, as they stand in the English catalogue. */

import type { Messages } from "./types.js";

/** In English, since nothing else could be loaded so far. */
export const BEFORE_WORDS: Pick<Messages, "locale" | "ui"> = {
  locale: "en",
  ui: {
    load_failed: "The form to invite people could not be loaded. Reload the page to try again.",
    summary_nobody: "Add at least one person to invite.",
  },
};
