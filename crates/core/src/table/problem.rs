//! What of a table was not read, or may have been misread, and why.

use std::sync::Arc;

use crate::message::{Coded, Params, display_sentence};

/// Something about a table that a person should know; the rest of the table is read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    /// What is wrong.
    pub kind: TableProblemKind,
    /// The row, as [`Row::number`](super::Row::number); `None` where it is the file as a whole.
    pub row: Option<usize>,
    /// The column, counted from 1; `None` where it is the whole row.
    pub column: Option<usize>,
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableProblemKind {
    /// A row stands above the headings.
    AboveHeader,
    /// The file holds no text.
    BinaryFile,
    /// Neither UTF-8 nor UTF-16, so it was read as windows-1252.
    EncodingGuessed,
    /// The file of a spreadsheet program, such as xlsx.
    SpreadsheetFile,
    /// The table is longer than what is read of one.
    TableTooLong {
        /// In bytes.
        max: usize,
    },
    /// A row has more columns than what is read of one.
    TooManyColumns {
        /// In columns.
        max: usize,
    },
    /// The cells hold more addresses than what is read of a table.
    TooManyEntries {
        /// In entries.
        max: usize,
    },
    /// The table has more rows than what is read of one.
    TooManyRows {
        /// In rows.
        max: usize,
    },
    /// A quote that is not closed, so that its cell ends with the line.
    UnclosedQuote,
    /// A role that is none of the known ones.
    UnknownRole {
        /// The word in the cell.
        role: String,
        /// The names of the known roles, with commas between them.
        known: Arc<str>,
    },
}

impl TableProblem {
    /// A problem of the file as a whole.
    pub(super) fn of_file(kind: TableProblemKind) -> Self {
        Self { kind, row: None, column: None }
    }

    pub(super) fn of_row(kind: TableProblemKind, row: usize) -> Self {
        Self { kind, row: Some(row), column: None }
    }

    /// A problem of the cell in that column, counted from 0.
    pub(super) fn of_cell(kind: TableProblemKind, row: usize, column: usize) -> Self {
        Self { kind, row: Some(row), column: Some(column + 1) }
    }
}

impl Coded for TableProblem {
    fn code(&self) -> &'static str {
        self.kind.code()
    }

    fn template(&self) -> &'static str {
        self.kind.template()
    }

    fn params(&self) -> Params {
        let mut params = self.kind.params();
        for (name, number) in [("row", self.row), ("column", self.column)] {
            if let Some(number) = number {
                params.push(name, number);
            }
        }
        params
    }
}

impl Coded for TableProblemKind {
    fn code(&self) -> &'static str {
        match self {
            Self::AboveHeader => "above_header",
            Self::BinaryFile => "binary_file",
            Self::EncodingGuessed => "encoding_guessed",
            Self::SpreadsheetFile => "spreadsheet_file",
            Self::TableTooLong { .. } => "table_too_long",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::TooManyEntries { .. } => "too_many_entries",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::UnclosedQuote => "unclosed_quote",
            Self::UnknownRole { .. } => "unknown_role",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::AboveHeader => "this row stands above the headings and was left out",
            Self::BinaryFile => {
                "this file holds no text; open it in the program it comes from, export it as CSV, \
                 and use that file"
            }
            Self::EncodingGuessed => {
                "the file is not in UTF-8, so accents may be wrong: check the names, or save it \
                 again as CSV UTF-8"
            }
            Self::SpreadsheetFile => {
                "this is the file of a spreadsheet program; open it there, choose Save as, Export \
                 or Download, pick CSV, and use that file"
            }
            Self::TableTooLong { .. } => {
                "the file is too long: only its first {max} bytes were read; add the rest in a \
                 second go"
            }
            Self::TooManyColumns { .. } => {
                "this row has more than {max} columns; those after them were left out"
            }
            Self::TooManyEntries { .. } => {
                "the list has more than {max} entries: only those were read; add the rest in a \
                 second go"
            }
            Self::TooManyRows { .. } => {
                "the table has more than {max} rows: only those were read; add the rest in a \
                 second go"
            }
            Self::UnclosedQuote => "a quote is opened but not closed; add the other \"",
            Self::UnknownRole { .. } => "there is no role {role} here",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::TableTooLong { max }
            | Self::TooManyColumns { max }
            | Self::TooManyEntries { max }
            | Self::TooManyRows { max } => Params::from([("max", (*max).into())]),
            Self::UnknownRole { role, known } => {
                Params::from([("role", role.as_str().into()), ("known", (&**known).into())])
            }
            _ => Params::new(),
        }
    }
}

display_sentence!(TableProblem, TableProblemKind);
