/** The properties by which a host sets the element up. */

import { ATTRIBUTES } from "./attributes.js";
import type { Options } from "./options.js";
import type { AnyApi, ApiId, Auth, CustomApi, InviteConfig, LocaleName } from "./types.js";
import type { Fetch, MessageOverrides, RoleOf, SettingOf, Suggest } from "./types.js";

/** The colour schemes to choose from; `auto` follows the page. */
export type Theme = "auto" | "light" | "dark";

/** How close things stand; `comfortable` where nothing is said. */
export type Density = "comfortable" | "compact";

/** What concerns the form and not the requests. */
export interface FormOptions<Api extends AnyApi = AnyApi> {
  /** The names of the settings that the person fills in; any other missing one is your mistake. */
  ask?: readonly SettingOf<Api>[] | undefined;
  /** What a new person gets who is given no role. */
  defaultRole?: RoleOf<Api> | undefined;
  /** How many people can be invited at the same time. */
  maxInvitees?: number | undefined;
  /** The language, as a BCP 47 tag; by default the page's, else the browser's, else English. */
  locale?: LocaleName | (string & {}) | undefined;
  /** The colour scheme. */
  theme?: Theme | undefined;
  /** How close things stand. */
  density?: Density | undefined;
  /**
   * Keeps list and delivery over a reload, for twelve hours in this tab: a key that holds who is signed in, since
   * any script of your origin can read what is kept. Off where it is empty.
   */
  persist?: string | undefined;
  /** Whether the form can be used. */
  disabled?: boolean | undefined;
  /** Makes it a field of your form: nothing is sent from here, the people are its value. */
  collect?: boolean | undefined;
  /** With `collect`: whether there has to be somebody in the list. */
  required?: boolean | undefined;
  /** With `collect`: the name under which your form sends the people, as JSON. */
  name?: string | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Finds people in a directory while somebody types. */
  suggest?: Suggest | undefined;
  /** The addresses of those who are in the team already. */
  members?: readonly string[] | undefined;
  /** The team's own domains: whoever is elsewhere gets a remark. */
  domains?: readonly string[] | undefined;
  /** Single messages in your own words. */
  messages?: MessageOverrides | undefined;
}

/** Everything at once, for the property `config`. */
export type ElementConfig<Api extends AnyApi = AnyApi> =
  Api extends AnyApi ? InviteConfig<Api> & FormOptions<Api> : never;

/** How `send()` of the element goes about it. */
export interface FormSendOptions {
  /** Whether it is known already that some people will be able to manage others: then nobody is asked. */
  confirmed?: boolean | undefined;
}

/** How `retry()` of the element goes about it. */
export interface FormRetryOptions {
  /** Whether those go again, too, who may have been invited already: they may get two invitations. */
  unconfirmed?: boolean | undefined;
}

/** Every option as a property of its own: the last written of attribute and property wins. */
export interface OptionProperties extends FormOptions {
  /** The API that invites: the id of a known one, or a description of yours. */
  api: ApiId | CustomApi | undefined;
  /** The exact URL to call, such as a route of your own server. */
  endpoint: string | undefined;
  /** Replaces the documented server of the API. */
  baseUrl: string | undefined;
  /** The API's settings. */
  settings: ElementConfig["settings"];
  /** The roles to choose from. */
  roles: readonly string[] | undefined;
  /** How requests are authorised: a property only, since a page's markup is no place for secrets. */
  auth: Auth | undefined;
}

/** The options that are properties of their own. */
export const OPTIONS: readonly string[] = [
  ...Object.values(ATTRIBUTES).map(({ property }) => property),
  "auth", "fetch", "members", "domains", "messages", "suggest",
];

/** Everything that a framework may have set before the element was defined. */
const PROPERTIES: readonly string[] = [...OPTIONS, "config", "invitees"];

/** Gives a class its option properties; `set` is told of each that is written. */
export function defineOptions<Host extends object>(
  prototype: Host,
  options: (host: Host) => Options,
  set: (host: Host, property: string, value: unknown) => void,
): void {
  for (const property of OPTIONS) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: Host) { return options(this).get(property); },
      set(this: Host, value: unknown) { set(this, property, value); },
    });
  }
}

/** Runs the setters of what was set before the element had them. */
export function upgrade(host: object): void {
  const target = host as Record<string, unknown>;
  for (const property of PROPERTIES) {
    if (!Object.hasOwn(host, property)) continue;
    const value = target[property];
    delete target[property];
    target[property] = value;
  }
}
