/** The functions that check addresses and read lists, over any module that has them. */

import { encode, encodeAll } from "./encoding.js";
import { guarded } from "./error.js";
import { readCheck, readChecks, readList } from "./records.js";
import type { Answer } from "./records.js";
import type { EmailCheck, EmailOptions, ListOptions, PastedList } from "./types.js";

/** The functions of `crates/wasm/src/checks.rs`. */
export interface Checker {
  checkEmail(text: string, options: EmailOptions | undefined): Answer;
  checkEmails(joined: Uint8Array, lengths: Uint32Array, options: EmailOptions | undefined): Answer;
  parseList(text: Uint8Array, options: ListOptions | undefined): Answer;
}

/** The package's functions over this module, which is asked for at each call: it may not be ready yet. */
export function checksOf(checker: () => Checker) {
  return {
    checkEmail(text: string, options?: EmailOptions): EmailCheck {
      return readCheck(guarded(() => checker().checkEmail(text, options)), text);
    },
    checkEmails(texts: readonly string[], options?: EmailOptions): EmailCheck[] {
      const { bytes, lengths } = encodeAll(texts);
      return readChecks(guarded(() => checker().checkEmails(bytes, lengths, options)), texts);
    },
    parseList(text: string, options?: ListOptions): PastedList {
      return readList(guarded(() => checker().parseList(encode(text), options)), text);
    },
  };
}
