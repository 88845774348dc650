/** Registers `<invite-users>`: the only module of the package with a side effect in a page. */

import { InviteUsersElement } from "./element.js";

export * from "./element.js";

// Two copies of this script on one page must not throw, nor a server that has no elements.
if (globalThis.customElements && !customElements.get("invite-users")) {
  customElements.define("invite-users", InviteUsersElement);
}

declare global {
  interface HTMLElementTagNameMap {
    "invite-users": InviteUsersElement;
  }
}
