/** What the host did wrong with one element: shown while it lasts, told to its page once. */

import type { InviteError } from "./error.js";
import type { Widget } from "./widget.js";

/** The mistakes that are shown now. */
export class Mistakes {
  readonly #tell: (mistake: InviteError) => void;
  #told = new Set<string>();

  /** `tell` is called for each mistake that was not there before. */
  constructor(tell: (mistake: InviteError) => void) {
    this.#tell = tell;
  }

  /** These are all that there are; a configuration before has forgiven the last ones. */
  show(widget: Widget, mistakes: readonly InviteError[]): void {
    for (const mistake of mistakes) {
      this.add(widget, mistake);
    }
    this.#told = new Set(mistakes.map(({ message }) => message));
  }

  /** One more. */
  add(widget: Widget, mistake: InviteError): void {
    widget.complain(mistake.message);
    if (!this.#told.has(mistake.message)) this.#tell(mistake);
    this.#told.add(mistake.message);
  }
}
