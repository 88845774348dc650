/** Tells the JSX of React 19 about `<invite-users>`; listeners are `oninvite-users-sent` and the like. */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { InviteUsersElement } from "../invite-users-element.js";
import type { InviteUsersListeners, InviteUsersProps } from "../types/props.js";

/** What `<invite-users>` takes in JSX. */
export type InviteUsersJsx =
  & DetailedHTMLProps<HTMLAttributes<InviteUsersElement>, InviteUsersElement>
  & InviteUsersProps & InviteUsersListeners<"on">;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** A form that invites people. */
      "invite-users": InviteUsersJsx;
    }
  }
}
