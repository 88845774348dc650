/**
 * The server handler `invite-users/server`: keeps the API's key off the page. Ready as soon as it is imported;
 * it reads no file, since bundlers for servers move scripts away from the files beside them.
 */

import { coreBytes } from "./core-bytes.js";
import { loadCoreSync } from "./core.js";

export * from "./server/exports.js";

loadCoreSync(coreBytes);
