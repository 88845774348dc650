/** The small module for those who only check, and its functions. */

import * as bindings from "../generated/check/check.js";
import { checksOf } from "./checks.js";
import type { Checker } from "./checks.js";
import { headless } from "./module.js";

/** @internal */
const { load, loadSync, functions } = headless<Checker>(bindings);

/** @internal */
export { load as loadChecker, loadSync as loadCheckerSync };

const checks = checksOf(functions);

/** Judges one bare address. */
export const checkEmail = checks.checkEmail;

/** Judges many addresses; all of them cross into wasm and back at once. */
export const checkEmails = checks.checkEmails;

/** Reads a pasted list; never fails, since what is unreadable becomes an entry that says so. */
export const parseList = checks.parseList;
