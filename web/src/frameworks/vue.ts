/** Tells templates and JSX of Vue about `<invite-users>`; listeners are `@invite-users-sent` and the like. */

import type { HTMLAttributes, PublicProps } from "vue";
import type { JSX } from "vue/jsx-runtime";
import type { InviteUsersElement } from "../invite-users-element.js";
import type { InviteUsersAttributes, InviteUsersEvent, InviteUsersProps } from "../types/props.js";
import type { InviteUsersEventMap } from "../events.js";

/** `invite-users-sent` as `InviteUsersSent`. */
type Pascal<Name extends string> =
  Name extends `${infer Word}-${infer Rest}` ? `${Capitalize<Word>}${Pascal<Rest>}` : Capitalize<Name>;

/** Listeners as Vue names them: `onInviteUsersSent` is what a template's `@` becomes. */
type Listeners = {
  [Type in keyof InviteUsersEventMap as `on${Pascal<Type>}`]?:
    ((event: InviteUsersEvent<Type>) => void) | undefined;
};

/** Attributes as templates are checked: vue-tsc reads `max-invitees="20"` as `maxInvitees`, and it stays a text. */
type CamelAttributes = {
  [Name in keyof InviteUsersAttributes as Uncapitalize<Pascal<Name>>]: InviteUsersAttributes[Name];
};

/** What `<invite-users>` takes in a template. */
export type InviteUsersTemplate =
  & HTMLAttributes & PublicProps & JSX.IntrinsicAttributes & Listeners
  & CamelAttributes & Omit<InviteUsersProps, keyof CamelAttributes>;

/** The element as a component: what a `ref` holds, and what it takes. */
export type InviteUsersComponent = new () => InviteUsersElement & { $props: InviteUsersTemplate };

declare module "vue" {
  interface HTMLAttributes {
    /** The slot of the form that an element inside `<invite-users>` goes into; types of Vue itself leave it out. */
    slot?: string | undefined;
  }

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
