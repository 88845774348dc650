/** The headless package where files can be read at once: ready as soon as it is imported. */

import { readFileSync } from "node:fs";
import { loadCoreSync } from "./core.js";

export { InviteError } from "./error.js";
export { apiInfo, apis, checkEmail, checkEmails, parseList, parseTable } from "./functions.js";
export { plan, readReply, readRequest, toCsv } from "./functions.js";
export { loadRoles } from "./roles.js";
export { Delivery, send } from "./delivery.js";

loadCoreSync(readFileSync(new URL("./core.wasm", import.meta.url)));

/** Resolves at once; here so that one program runs everywhere. */
export default function init(): Promise<void> {
  return Promise.resolve();
}
