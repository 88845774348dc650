/** The entry `invite-users/check` where files can be read at once: ready as soon as it is imported. */

import { readFileSync } from "node:fs";
import { loadCheckerSync } from "./checker.js";

export { checkEmail, checkEmails, parseList } from "./checker.js";
export { InviteError } from "./error.js";

loadCheckerSync(readFileSync(new URL("./check.wasm", import.meta.url)));

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
