/** Every state from all sides, in a language that is 40 % longer. */

import { testEveryLook } from "./every-look.mjs";

testEveryLook("pseudo");
