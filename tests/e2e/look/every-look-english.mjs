/** Every state from all sides, in English. */

import { testEveryLook } from "./every-look.mjs";

testEveryLook("English");
