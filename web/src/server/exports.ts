/** What `invite-users/server` has, wherever it runs. */

export { InviteError } from "../error.js";
export { createInviteHandler } from "./handler.js";
export { toNodeListener } from "./node.js";
export type { NodeListener } from "./node.js";
export type { Approval, Authorize, Grant, InviteHandler, InviteHandlerOptions, RefusedPerson } from "./options.js";
