/** Tells templates of Svelte about `<invite-users>`; listeners are `oninvite-users-sent` and the like. */

import type { HTMLAttributes } from "svelte/elements";
import type { InviteUsersElement } from "../invite-users-element.js";
import type { InviteUsersListeners, InviteUsersProps } from "../types/props.js";

/** What `<invite-users>` takes in a template. */
export interface InviteUsersTemplate
  extends HTMLAttributes<InviteUsersElement>, InviteUsersProps,
    InviteUsersListeners<"on">, InviteUsersListeners<"on:"> {}

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    /** A form that invites people. */
    "invite-users": InviteUsersTemplate;
  }
}
