/** What every entry offers that only checks, wherever its wasm comes from. */

export { checkEmail, checkEmails, parseList } from "./checker.js";
export { InviteError } from "./error.js";
export type { LoadingCode } from "./loading-failure.js";
export type * from "./types/address.js";
export type { EmailErrorCode, HintCode, ListProblemCode } from "./types/codes.js";
export type { WasmPlace, WasmSource } from "./types/loading.js";
export type { Bytes, Platform, WasmModule } from "./types/platform.js";
