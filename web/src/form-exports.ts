/** What every entry with the form offers beside its class, wherever its wasm comes from. */

import type { InviteUsersElement } from "./invite-users-element.js";

export { LOCALES, registerLocale } from "./catalogue.js";
export { InviteError } from "./error.js";
export { useBindings } from "./widget.js";
export type { ChangeDetail, ErrorDetail, EventListening, InviteUsersEventMap } from "./events.js";
export type { FieldProperties } from "./form.js";
export type { Density, ElementConfig, FormOptions, FormRetryOptions, FormSendOptions, OptionProperties, Theme } from "./properties.js";
export type { LoadingCode } from "./loading-failure.js";
export type { ElementState } from "./states.js";
export type * from "./types.js";
export type { Widget, WidgetBindings, WidgetHooks } from "./widget.js";

declare global {
  interface HTMLElementTagNameMap {
    "invite-users": InviteUsersElement;
  }
}
