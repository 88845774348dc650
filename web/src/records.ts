/**
 * Large results as the core hands them over: numbers, names and texts, turned into plain objects in
 * one pass. The layouts are those of `crates/wasm/src/records.rs`.
 */

import type { Column, ColumnKind, EmailCheck, Entry, Hint, Params, PastedList } from "./types.js";
import type { PastedTable, Span, Summary, TableEntry, TableProblem, TableRow } from "./types.js";

/** Words of 32 bits, the names of codes and parameters, and the texts that are not in the source. */
export type Answer = [words: Uint32Array, names: string, ascii: string, others: string];

const NO_WORDS: Uint32Array = new Uint32Array();
const NOTHING: Answer = [NO_WORDS, "", "", ""];

/** In place of a text that there is none of. */
const NONE = 0xffff_ffff;

/** A check of an address that is the whole source as it is; the rest is the place of its @ sign. */
const PLAIN = 0x8000_0000;

/** Most addresses have none, and 10,000 empty arrays are work for the garbage collector. */
const NO_HINTS: readonly Hint[] = Object.freeze([]);

/** How many sentences are kept. */
const TOLD = 61;

/** As many sentences have none. */
const NO_PARAMS: Params = Object.freeze({});

/** The check of this text. */
export function readCheck(answer: Answer, text: string): EmailCheck {
  return reading(answer, (records) => records.from(text).check());
}

/** The checks of these texts. */
export function readChecks(answer: Answer, texts: readonly string[]): EmailCheck[] {
  return reading(answer, (records) => texts.map((text) => records.from(text).check()));
}

/** The entries of this text. */
export function readList(answer: Answer, text: string): PastedList {
  return reading(answer, (records) => records.from(text).list());
}

/** The columns, rows and people of a table. */
export function readTable(answer: Answer): PastedTable {
  return reading(answer, (records) => records.table());
}

function reading<T>(answer: Answer, read: (records: Records) => T): T {
  const result = read(records.open(answer));
  records.open(NOTHING);
  return result;
}

/** Reads from the first word to the last, each once. */
class Records {
  #words = NO_WORDS;
  #names: readonly string[] = [];
  #ascii = "";
  #others = "";
  #toldAt: number[] = [];
  #toldText: string[] = [];
  #source = "";
  #at = 0;

  open(answer: Answer): this {
    this.#words = answer[0];
    this.#names = answer[1].split(" ");
    this.#ascii = answer[2];
    this.#others = answer[3];
    this.#toldAt = [];
    this.#toldText = [];
    this.#at = 0;
    return this.from("");
  }

  /** What follows is about this text. */
  from(source: string): this {
    this.#source = source;
    return this;
  }

  all<T>(read: () => T): T[] {
    const items: T[] = [];
    for (let left = this.number(); left > 0; left -= 1) items.push(read());
    return items;
  }

  number(): number {
    return this.#words[this.#at++] as number;
  }

  list(): PastedList {
    return {
      entries: this.all(() => this.entry()),
      summary: this.summary(),
      problems: this.all(() => this.fault()),
    };
  }

  table(): PastedTable {
    const columns = this.all(() => this.column());
    const rows = this.all(() => this.row());
    return {
      columns,
      rows,
      entries: this.all(() => this.person(rows)),
      headerRow: this.number() || null,
      summary: this.summary(),
      problems: this.all(() => this.tableProblem()),
    };
  }

  entry(): Entry {
    const start = this.number();
    const end = this.number();
    const name = this.#optional() ?? null;
    const group = this.#optional() ?? null;
    const first = this.number();
    const check = this.check();
    const text = this.#source.slice(start, end);
    return { text, start, end, name, group, check, duplicateOf: first === 0 ? null : first - 1 };
  }

  column(): Column {
    return { heading: this.#text(), kind: this.#name() as ColumnKind };
  }

  row(): TableRow {
    return { number: this.number(), cells: this.#list() };
  }

  person(rows: readonly TableRow[]): TableEntry {
    const row = this.number();
    const column = this.number() - 1;
    const roles = this.#list();
    const text = this.#text();
    const entry = this.from(rows[row]?.cells[column] ?? "").entry();
    return { ...entry, text, row, column: column < 0 ? null : column, roles };
  }

  tableProblem(): TableProblem {
    const problem: TableProblem = this.#hint();
    const [row, column] = [this.number(), this.number()];
    if (row > 0) problem.row = row;
    if (column > 0) problem.column = column;
    return problem;
  }

  summary(): Summary {
    return {
      total: this.number(),
      valid: this.number(),
      rejected: this.number(),
      duplicates: this.number(),
    };
  }

  check(): EmailCheck {
    const first = this.number();
    if (first >= PLAIN) return this.#plain(first - PLAIN);
    const hints = first - 1;
    if (hints < 0) return { valid: false, error: this.fault() };
    const words = this.#words;
    const at = this.#at;
    this.#at = at + 6;
    const email = this.#cut(words[at] as number, words[at + 1] as number);
    const domainUnicode = this.#cut(words[at + 2] as number, words[at + 3] as number);
    // Mostly the same text, which need not be cut twice.
    const same = words[at] === words[at + 4] && words[at + 1] === words[at + 5];
    const key = same ? email : this.#cut(words[at + 4] as number, words[at + 5] as number);
    return { valid: true, email, domainUnicode, key, hints: this.#hints(hints) };
  }

  #plain(at: number): EmailCheck {
    const email = this.#source;
    return { valid: true, email, domainUnicode: email.slice(at + 1), key: email, hints: NO_HINTS };
  }

  /** Which codes there are is the core's to say. */
  fault<Code extends string>(): Hint<Code> & Span {
    const code = this.#name() as Code;
    const message = this.#told();
    const params = this.#params();
    const suggestion = this.#optional();
    const start = this.number();
    const end = this.number();
    return suggestion === undefined
      ? { code, message, params, start, end }
      : { code, message, params, suggestion, start, end };
  }

  #hints(count: number): readonly Hint[] {
    if (count === 0) return NO_HINTS;
    const hints: Hint[] = [this.#hint()];
    while (hints.length < count) hints.push(this.#hint());
    return hints;
  }

  #hint<Code extends string>(): Hint<Code> {
    const code = this.#name() as Code;
    const message = this.#told();
    const params = this.#params();
    const suggestion = this.#optional();
    return suggestion === undefined ? { code, message, params } : { code, message, params, suggestion };
  }

  #params(): Params {
    const count = this.number();
    if (count === 0) return NO_PARAMS;
    const params: Params = {};
    for (let left = count; left > 0; left -= 1) params[this.#key()] = this.#param();
    return params;
  }

  #key(): string {
    return this.#names[(this.#words[this.#at] as number) >>> 1] as string;
  }

  #param(): string | number {
    return this.number() & 1 ? this.number() : this.#text();
  }

  #list(): string[] {
    return this.all(() => this.#text());
  }

  #name(): string {
    return this.#names[this.number()] as string;
  }

  #text(): string {
    return this.#optional() as string;
  }

  /** A sentence; the core has many checks point at one and the same, which is cut out once. */
  #told(): string {
    const place = this.number();
    const length = this.number();
    const slot = place % TOLD;
    if (this.#toldAt[slot] !== place) {
      this.#toldAt[slot] = place;
      this.#toldText[slot] = this.#cut(place, length);
    }
    return this.#toldText[slot] as string;
  }

  #optional(): string | undefined {
    const place = this.number();
    if (place === NONE) return undefined;
    return this.#cut(place, this.number());
  }

  #cut(place: number, length: number): string {
    const start = place >>> 2;
    return this.#where(place & 3).slice(start, start + length);
  }

  #where(kind: number): string {
    return kind === 0 ? this.#source : kind === 1 ? this.#ascii : this.#others;
  }
}

/** Only one: when the last of a class is gone, V8 throws away what it has compiled for the class. */
const records = new Records();
