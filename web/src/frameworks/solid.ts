/** Tells the JSX of Solid about `<invite-users>`; listeners are `on:invite-users-sent` and the like. */

import type { JSX } from "solid-js";
import type { InviteUsersElement } from "../invite-users-element.js";
import type { InviteUsersListeners, InviteUsersProps } from "../types/props.js";

/** Properties that are set as such and never as attributes. */
type Properties = { [Name in keyof InviteUsersProps as `prop:${Name}`]: InviteUsersProps[Name] };

/** What `<invite-users>` takes in JSX. */
export type InviteUsersJsx =
  & JSX.HTMLAttributes<InviteUsersElement>
  & InviteUsersProps & Properties & InviteUsersListeners<"on:">;

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      /** A form that invites people. */
      "invite-users": InviteUsersJsx;
    }
  }
}
