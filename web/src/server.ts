/**
 * The server handler `invite-users/server`: keeps the API's key off the page. Ready as soon as it is imported;
 * it reads no file, since bundlers for servers move scripts away from the files beside them.
 */

import { serverBytes } from "./server-bytes.js";
import { loadSync } from "./server/module.js";

export * from "./server/exports.js";

loadSync(serverBytes);
