/** Tells the JSX of Preact about `<invite-users>`; listeners are `oninvite-users-sent` and the like. */

import type { HTMLAttributes } from "preact";
import type { InviteUsersElement } from "../invite-users-element.js";
import type { InviteUsersListeners, InviteUsersProps } from "../types/props.js";

/** What `<invite-users>` takes in JSX. */
export type InviteUsersJsx =
  & Omit<HTMLAttributes<InviteUsersElement>, keyof InviteUsersProps>
  & InviteUsersProps & InviteUsersListeners<"on">;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      /** A form that invites people. */
      "invite-users": InviteUsersJsx;
    }
  }
}
