/** The class of `<invite-users>` with its wasm inside. */

import { InviteUsersElement as ElementClass } from "./invite-users-element.js";
import type { WasmSource } from "./types.js";
import { widgetBytes } from "./widget-bytes.js";
import { loadWidgetFrom, loadedFrom } from "./widget.js";

export * from "./form-exports.js";

/** The form, with its wasm in this script. */
export const InviteUsersElement = /* @__PURE__ */ loadedFrom(ElementClass, widgetBytes, { atHand: true });
/** One form. */
export type InviteUsersElement = ElementClass;

/** Loads the widget's wasm from `source`, or from this script; elements do so by themselves. */
export function loadWidget(source?: WasmSource): Promise<void> {
  return loadWidgetFrom(() => source ?? widgetBytes());
}
