/** What checking addresses and reading lists answers. */

import type { EmailErrorCode, HintCode, ListProblemCode } from "./codes.js";

/** The data of a sentence, by the name that a translation uses for it. */
export type Params = Record<string, string | number>;

/** Which addresses are accepted. */
export interface EmailOptions {
  /** Whether there may be letters beyond ASCII before the @ (RFC 6531); true by default. */
  allowSmtpUtf8?: boolean | undefined;
  /**
   * The team's own domains: never taken for a typo, suggested where one is close, and every other gets
   * the hint `outside_domains`. A domain below one of them is the team's, too. Case and an @ before do
   * not matter; letters beyond ASCII have to be small ones.
   */
  ownDomains?: readonly string[] | undefined;
  /** What to do with domains such as `example.com`; a hint by default. */
  reservedDomains?: "hint" | "reject" | undefined;
}

/** How a list is read, and how much of it. */
export interface ListOptions {
  /** Which addresses are accepted. */
  email?: EmailOptions | undefined;
  /** The most text that is read, in bytes of UTF-8; 1 MB by default. */
  maxBytes?: number | undefined;
  /** The most entries that are read; 10 000 by default. */
  maxEntries?: number | undefined;
  /** The most characters that are kept of a name; 256 by default. */
  maxName?: number | undefined;
  /** The most parentheses inside one another; 32 by default. */
  maxCommentDepth?: number | undefined;
}

/** Something to tell a person: the code and its data make the sentence in any language. */
export interface Coded<Code extends string> {
  /** The stable snake_case code. */
  code: Code;
  /** The English sentence. */
  message: string;
  /** The data of the sentence. */
  params: Params;
}

/** Something to tell a person about an address. */
export interface Hint<Code extends string = HintCode> extends Coded<Code> {
  /** What was probably meant. */
  suggestion?: string;
}

/** What checking one address found. */
export type EmailCheck = ValidEmail | InvalidEmail;

/** An address that can be sent to. */
export interface ValidEmail {
  /** Whether it is an address. */
  valid: true;
  /** The address as it goes on the wire. */
  email: string;
  /** The domain as people read it. */
  domainUnicode: string;
  /** Equal for addresses that reach the same mailbox. */
  key: string;
  /** What may be wrong with it all the same. */
  hints: readonly Hint[];
}

/** Text that is not an address. */
export interface InvalidEmail {
  /** Whether it is an address. */
  valid: false;
  /** The reason, and where it is in the text. */
  error: EmailFault;
}

/** Why a text is not an address, and where. */
export interface EmailFault extends Hint<EmailErrorCode>, Span {}

/** A place in a text. */
export interface Span {
  /** Where it begins, in UTF-16 code units. */
  start: number;
  /** Where it ends, in UTF-16 code units. */
  end: number;
}

/** One piece of a pasted list; every piece is kept, the unreadable ones too. */
export interface Entry {
  /** The piece as it was pasted. */
  text: string;
  /** Where it begins in the list, in UTF-16 code units. */
  start: number;
  /** Where it ends in the list, in UTF-16 code units. */
  end: number;
  /** The person's name, where the list has one. */
  name: string | null;
  /** The group that it was listed under (RFC 5322, section 3.4). */
  group: string | null;
  /** What checking its address found. */
  check: EmailCheck;
  /** The index of the first entry with the same key. */
  duplicateOf: number | null;
}

/** A pasted list, read. */
export interface PastedList {
  /** The pieces in their order. */
  entries: Entry[];
  /** How many there are of each kind. */
  summary: Summary;
  /** What of the list was not read, and where. */
  problems: ListProblem[];
}

/** What of a list was not read, and where. */
export interface ListProblem extends Coded<ListProblemCode>, Span {}

/** How many entries there are of each kind. */
export interface Summary {
  /** All of them. */
  total: number;
  /** Those that are addresses, duplicates among them. */
  valid: number;
  /** Those that are none. */
  rejected: number;
  /** Those whose mailbox an earlier one has already. */
  duplicates: number;
}
