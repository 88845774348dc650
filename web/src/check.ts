/** The entry `invite-users/check`: addresses and lists, without what plans and sends invitations. */

import { loadChecker } from "./checker.js";
import type { WasmSource } from "./types.js";

export { checkEmail, checkEmails, parseList } from "./checker.js";
export { InviteError } from "./error.js";
export type * from "./types/address.js";
export type { WasmSource } from "./types/loading.js";

/** Makes the functions ready to be called; may be called any number of times. */
export default function init(source?: WasmSource): Promise<void> {
  return loadChecker(source);
}
