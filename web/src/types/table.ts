/** What reading a table answers. */

import type { Coded, EmailOptions, Entry, Summary } from "./address.js";
import type { TableProblemCode } from "./codes.js";

/** How a table is read, and how much of it. */
export interface TableOptions {
  /** Which addresses are accepted. */
  email?: EmailOptions | undefined;
  /** The most that is read of a file, in bytes; 10 MB by default. */
  maxBytes?: number | undefined;
  /** The most rows that are read, and the most entries; 10 000 by default. */
  maxRows?: number | undefined;
  /** The roles that a cell may name, by name or label; any word where there are none. */
  roles?: readonly (string | KnownRole)[] | undefined;
}

/** A role that a cell may name. */
export interface KnownRole {
  /** The value on the wire. */
  name: string;
  /** What people call it. */
  label?: string | undefined;
}

/** What the cells of a column are read as; those of `aside` are kept, and that is all. */
export type ColumnKind = "aside" | "email" | "first_name" | "group" | "last_name" | "name" | "role";

/** A column, in the order of the table. */
export interface Column {
  /** Its heading; empty where there is none. */
  heading: string;
  /** What its cells are read as. */
  kind: ColumnKind;
}

/** A row that was read; headings and blank rows are not among them. */
export interface TableRow {
  /** Its number as a spreadsheet shows it, from 1. */
  number: number;
  /** Its cells, without the quotes of the file. */
  cells: string[];
}

/**
 * A person in a table, or a row without one. `start` and `end` are positions in the cell; where no
 * cell holds an address, `text` is that of all cells and both are 0.
 */
export interface TableEntry extends Entry {
  /** The index of its row in `rows`. */
  row: number;
  /** The index of the column that holds the address, in `columns`. */
  column: number | null;
  /** The roles as they go on the wire; an unknown one in the words of its cell. */
  roles: string[];
}

/** Something about a table that a person should know; the rest is read all the same. */
export interface TableProblem extends Coded<TableProblemCode> {
  /** The number of the row; none where it is the file as a whole. */
  row?: number;
  /** The number of the column, from 1; none where it is the whole row. */
  column?: number;
}

/** A table, read. */
export interface PastedTable {
  /** The columns that were found. */
  columns: Column[];
  /** The number of the row of headings, if there is one. */
  headerRow: number | null;
  /** Every row that was read. */
  rows: TableRow[];
  /** At least one for each row below the headings. */
  entries: TableEntry[];
  /** How many there are of each kind. */
  summary: Summary;
  /** What was not read, or may have been misread. */
  problems: TableProblem[];
}

/** A cell to be written; `null` and `undefined` leave it empty. */
export type Cell = string | number | boolean | null | undefined;
