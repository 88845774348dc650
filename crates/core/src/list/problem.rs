//! What of a list was not read, and why.

use std::ops::Range;

use crate::message::{Coded, Params, display_sentence};

/// A part of a list that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListProblem {
    /// Why it was not read.
    pub kind: ListProblemKind,
    /// The part, in bytes of the list.
    pub span: Range<usize>,
}

/// Why a part of a list was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListProblemKind {
    /// The list is longer than what is read of one.
    ListTooLong {
        /// In bytes.
        max: usize,
    },
    /// The list has more entries than what is read of one.
    TooManyEntries {
        /// In entries.
        max: usize,
    },
}

impl Coded for ListProblem {
    fn code(&self) -> &'static str {
        match self.kind {
            ListProblemKind::ListTooLong { .. } => "list_too_long",
            ListProblemKind::TooManyEntries { .. } => "too_many_entries",
        }
    }

    fn template(&self) -> &'static str {
        match self.kind {
            ListProblemKind::ListTooLong { .. } => {
                "the list is too long: only its first {max} bytes were read; add the rest in a \
                 second go"
            }
            ListProblemKind::TooManyEntries { .. } => {
                "the list has more than {max} entries: only those were read; add the rest in a \
                 second go"
            }
        }
    }

    fn params(&self) -> Params {
        match self.kind {
            ListProblemKind::ListTooLong { max } | ListProblemKind::TooManyEntries { max } => {
                Params::from([("max", max.into())])
            }
        }
    }
}

display_sentence!(ListProblem);
