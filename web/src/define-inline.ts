/** The entry `invite-users/define-inline`: registers `<invite-users>`, with its wasm inside. */

import { InviteUsersElement } from "./element-inline.js";
import { defineTag } from "./tag.js";

export * from "./element-inline.js";

defineTag(InviteUsersElement);
