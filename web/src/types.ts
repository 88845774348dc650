/** The shapes that go in and come out: plain, cloneable objects in real arrays. */

export type * from "./types/address.js";
export type * from "./types/api.js";
export type * from "./types/codes.js";
export type * from "./types/config.js";
export type * from "./types/custom.js";
export type * from "./types/language.js";
export type * from "./types/loading.js";
export type * from "./types/outcome.js";
export type * from "./types/platform.js";
export type * from "./types/settings.js";
export type * from "./types/suggestion.js";
export type * from "./types/table.js";
