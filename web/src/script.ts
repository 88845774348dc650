/** The classic script: registers `<invite-users>`, and is the global `InviteUsers`. */

import integrity from "integrity:widget";
import { InviteUsersElement as ElementClass } from "./invite-users-element.js";
import type { OwnFile } from "./compile.js";
import { failed } from "./loading-failure.js";
import { defineTag } from "./tag.js";
import type { WasmSource } from "./types.js";
import { loadWidgetFrom, loadedFrom } from "./widget.js";

export * from "./form-exports.js";

// Only while the script runs does the page know which one it is.
const place = (globalThis.document?.currentScript as HTMLScriptElement | null)?.src;

/** The form, with its wasm in a file beside this script. */
export const InviteUsersElement = loadedFrom(ElementClass, besideScript);
/** One form. */
export type InviteUsersElement = ElementClass;

/** Loads the widget's wasm from `source`, or from beside this script; elements do so by themselves. */
export function loadWidget(source?: WasmSource): Promise<void> {
  return loadWidgetFrom(() => source ?? besideScript());
}

defineTag(InviteUsersElement);

function besideScript(): OwnFile {
  if (!place) throw failed("wasm_source_required", { file: "widget.wasm" });
  return { url: new URL("widget.wasm", place), integrity };
}

declare global {
  /** What `invite-users/define` exports, where the page loads the classic script. */
  var InviteUsers: typeof import("./define.js");
}
