/** The entry `invite-users/define`: registers `<invite-users>`. */

import { InviteUsersElement } from "./element.js";
import { defineTag } from "./tag.js";

export * from "./element.js";

defineTag(InviteUsersElement);
