/** Tells templates and JSX of Vue about `<invite-users>`; listeners are `@invite-users-sent` and the like. */

import type { HTMLAttributes, PublicProps } from "vue";
import type { JSX } from "vue/jsx-runtime";
import type { InviteUsersElement } from "../invite-users-element.js";
import type { InviteUsersEvent, InviteUsersProps } from "../types/props.js";
import type { InviteUsersEventMap } from "../events.js";

/** `invite-users-sent` as `onInviteUsersSent`, which is what a template's `@` becomes. */
type Handler<Name extends string> =
  Name extends `${infer Word}-${infer Rest}` ? `${Capitalize<Word>}${Handler<Rest>}` : Capitalize<Name>;

/** Listeners as Vue names them. */
type Listeners = {
  [Type in keyof InviteUsersEventMap as `on${Handler<Type>}`]?:
    ((event: InviteUsersEvent<Type>) => void) | undefined;
};

/** What `<invite-users>` takes in a template. */
export type InviteUsersTemplate = HTMLAttributes & PublicProps & JSX.IntrinsicAttributes & InviteUsersProps & Listeners;

/** The element as a component: what a `ref` holds, and what it takes. */
export type InviteUsersComponent = new () => InviteUsersElement & { $props: InviteUsersTemplate };

declare module "vue" {
  interface GlobalComponents {
    /** A form that invites people. */
    "invite-users": InviteUsersComponent;
  }
}

declare module "vue/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements {
      /** A form that invites people. */
      "invite-users": InviteUsersTemplate;
    }
  }
}
