/** What every entry without a form offers, wherever its wasm comes from. */

export { InviteError } from "./error.js";
export { apiInfo, apis, checkEmail, checkEmails, parseList, parseTable } from "./functions.js";
export { plan, readReply, readRequest, toCsv } from "./functions.js";
export { loadRoles } from "./roles.js";
export { Delivery, send } from "./delivery.js";
export type { LoadingCode } from "./loading-failure.js";
export type * from "./types.js";
