/** The entry `invite-users/element`: the class of `<invite-users>`, without the tag. */

export { LOCALES, registerLocale } from "./catalogue.js";
export { InviteError } from "./error.js";
export { InviteUsersElement } from "./invite-users-element.js";
export { loadWidget, useBindings } from "./widget.js";
export type { InviteUsersEventMap } from "./events.js";
export type { FieldProperties } from "./form.js";
export type { Density, ElementConfig, FormOptions, FormSendOptions, OptionProperties, Theme } from "./properties.js";
export type { ElementState } from "./states.js";
export type * from "./types.js";
export type { Widget, WidgetBindings, WidgetHooks } from "./widget.js";
