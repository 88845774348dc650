/** The entry `invite-users/element`: the class of `<invite-users>`, without the tag. */

import { InviteUsersElement as ElementClass } from "./invite-users-element.js";
import type { WasmSource } from "./types.js";
import { widgetFile } from "./widget-file.js";
import { loadWidgetFrom, loadedFrom } from "./widget.js";

export * from "./form-exports.js";

/** The form, with its wasm in a file beside this script. */
export const InviteUsersElement = /* @__PURE__ */ loadedFrom(ElementClass, widgetFile);
/** One form. */
export type InviteUsersElement = ElementClass;

/** Loads the widget's wasm from `source`, or from beside this script; elements do so by themselves. */
export function loadWidget(source?: WasmSource): Promise<void> {
  return loadWidgetFrom(() => source ?? widgetFile());
}
