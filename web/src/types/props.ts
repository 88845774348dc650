/** What the template of a framework can set on `<invite-users>`, and which events it can listen to. */

import type { InviteUsersEventMap } from "../events.js";
import type { InviteUsersElement } from "../invite-users-element.js";
import type { Density, ElementConfig, OptionProperties, Theme } from "../properties.js";
import type { ApiId, CustomApi, Invitee } from "../types.js";

/** A text in an attribute that holds an object or a list in JSON. */
export type JsonObjectText = `{${string}`;

/** A text in an attribute that holds a list in JSON. */
export type JsonListText = `[${string}`;

/** A switch as markup and frameworks write it. */
export type BooleanAttribute = boolean | "";

/** The attributes; a secret is none of them. */
export interface InviteUsersAttributes {
  /** The API that invites: the id of a known one, or a description of yours. */
  api?: ApiId | CustomApi | JsonObjectText | undefined;
  /** The exact URL to call, such as a route of your own server. */
  endpoint?: string | undefined;
  /** Replaces the documented server of the API. */
  "base-url"?: string | undefined;
  /** The API's settings. */
  settings?: ElementConfig["settings"] | JsonObjectText;
  /** The names of the settings that the person fills in. */
  ask?: readonly string[] | string | undefined;
  /** The roles to choose from. */
  roles?: readonly string[] | JsonListText | undefined;
  /** What a new person gets who is given no role. */
  "default-role"?: string | undefined;
  /** How many people can be invited at the same time. */
  "max-invitees"?: number | `${number}` | undefined;
  /** The language, as a BCP 47 tag. */
  locale?: string | undefined;
  /** The colour scheme. */
  theme?: Theme | undefined;
  /** How close things stand. */
  density?: Density | undefined;
  /** Keeps list and delivery over a reload, under this key. */
  persist?: string | undefined;
  /** Whether the form can be used. */
  disabled?: BooleanAttribute | undefined;
  /** Makes it a field of your form. */
  collect?: BooleanAttribute | undefined;
  /** With `collect`: whether there has to be somebody in the list. */
  required?: BooleanAttribute | undefined;
  /** With `collect`: the name under which your form sends the people. */
  name?: string | undefined;
}

/** The properties that have no attribute of the same name. */
export interface InviteUsersProperties
  extends Partial<Omit<OptionProperties, keyof InviteUsersAttributes>> {
  /** Everything at once. */
  config?: ElementConfig | undefined;
  /** The people in the list. */
  invitees?: Invitee[] | undefined;
}

/** Everything that a template can set. */
export interface InviteUsersProps extends InviteUsersAttributes, InviteUsersProperties {}

/** An event of the element, as its listener gets it. */
export type InviteUsersEvent<Type extends keyof InviteUsersEventMap> = InviteUsersEventMap[Type] & FromElement;

/** What is dispatched on the element. */
export interface FromElement {
  /** The element that was listened to. */
  readonly currentTarget: InviteUsersElement;
}

/** Listeners under the event's name behind a prefix, such as `oninvite-users-sent`. */
export type InviteUsersListeners<Prefix extends string> = {
  [Type in keyof InviteUsersEventMap as `${Prefix}${Type}`]?:
    ((event: InviteUsersEvent<Type>) => void) | undefined;
};
