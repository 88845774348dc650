/** The tag `<invite-users>`. */

import type { InviteUsersElement } from "./invite-users-element.js";

/** Registers it, unless there is one, as of a second copy of this package, or no page at all, as on a server. */
export function defineTag(elementClass: typeof InviteUsersElement): void {
  if (globalThis.customElements && !customElements.get("invite-users")) {
    customElements.define("invite-users", elementClass);
  }
}
