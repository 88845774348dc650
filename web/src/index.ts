/** The headless package `invite-users`: checks addresses, builds requests, sends them. */

import { loadCore } from "./core.js";
import type { WasmSource } from "./types.js";

export { InviteError } from "./error.js";
export { apiInfo, apis, checkEmail, checkEmails, parseList, parseTable } from "./functions.js";
export { plan, readReply, readRequest, toCsv } from "./functions.js";
export { loadRoles } from "./roles.js";
export { Delivery, send } from "./delivery.js";
export type * from "./types.js";

/** Makes the functions ready to be called; may be called any number of times. */
export default function init(source?: WasmSource): Promise<void> {
  return loadCore(source);
}
