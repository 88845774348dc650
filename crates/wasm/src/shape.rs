//! Shapes whose positions differ: bytes of UTF-8 in Rust, UTF-16 code units in JavaScript.

use std::ops::Range;

use invite_users_core::email::{EmailAddress, EmailError, Hint};
use invite_users_core::list::{Entry, ListProblem, PastedList, Summary};
use invite_users_core::{Coded, Params};
use serde::Serialize;

/// `EmailCheck`: an address, or why there is none.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum EmailCheck {
    /// `{ valid: false, error }`
    Invalid {
        /// Always `false`.
        valid: bool,
        /// Why.
        error: Fault,
    },
    /// `{ valid: true, email, domainUnicode, key, hints }`
    #[serde(rename_all = "camelCase")]
    Valid {
        /// Always `true`.
        valid: bool,
        /// What goes on the wire.
        email: String,
        /// The domain as people read it.
        domain_unicode: String,
        /// Equal for two addresses of one mailbox.
        key: String,
        /// What is worth a second look.
        hints: Vec<Remark>,
    },
}

/// `Hint`.
#[derive(Debug, Serialize)]
pub struct Remark {
    code: &'static str,
    message: String,
    params: Params,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<String>,
}

/// `Hint & { start, end }`.
#[derive(Debug, Serialize)]
pub struct Fault {
    #[serde(flatten)]
    remark: Remark,
    start: usize,
    end: usize,
}

/// `PastedList`.
#[derive(Debug, Serialize)]
pub struct List {
    entries: Vec<ListEntry>,
    summary: Counts,
    problems: Vec<Fault>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ListEntry {
    text: String,
    start: usize,
    end: usize,
    name: Option<String>,
    group: Option<String>,
    check: EmailCheck,
    duplicate_of: Option<usize>,
}

#[derive(Debug, Serialize)]
struct Counts {
    total: usize,
    valid: usize,
    rejected: usize,
    duplicates: usize,
}

impl EmailCheck {
    /// The check of one text by itself.
    pub fn new(text: &str, email: Result<EmailAddress, EmailError>) -> Self {
        Self::at(&mut Utf16::of(text), email)
    }

    fn at(positions: &mut Utf16, email: Result<EmailAddress, EmailError>) -> Self {
        match email {
            Ok(email) => Self::Valid {
                valid: true,
                email: email.as_str().to_owned(),
                domain_unicode: email.domain_unicode().to_owned(),
                key: email.key().to_owned(),
                hints: email.hints().iter().map(Remark::from).collect(),
            },
            Err(error) => {
                let remark = Remark::new(&error, error.suggestion.clone());
                Self::Invalid { valid: false, error: Fault::new(remark, &error.span, positions) }
            }
        }
    }
}

impl List {
    /// The entries of a pasted text.
    pub fn new(text: &str, list: PastedList) -> Self {
        let positions = &mut Utf16::of(text);
        let summary = list.summary().into();
        let entries = list.entries.into_iter().map(|entry| ListEntry::new(entry, positions));
        let entries = entries.collect();
        let problems = list.problems.iter().map(|problem| Fault::of_list(problem, positions));
        Self { entries, summary, problems: problems.collect() }
    }
}

impl ListEntry {
    fn new(entry: Entry, positions: &mut Utf16) -> Self {
        Self {
            text: entry.text,
            start: positions.unit(entry.span.start),
            check: EmailCheck::at(positions, entry.email),
            end: positions.unit(entry.span.end),
            name: entry.name,
            group: entry.group,
            duplicate_of: entry.duplicate_of,
        }
    }
}

impl Remark {
    fn new(what: &impl Coded, suggestion: Option<String>) -> Self {
        Self { code: what.code(), message: what.to_string(), params: what.params(), suggestion }
    }
}

impl From<&Hint> for Remark {
    fn from(hint: &Hint) -> Self {
        Self::new(hint, hint.suggestion.clone())
    }
}

impl Fault {
    fn new(remark: Remark, span: &Range<usize>, positions: &mut Utf16) -> Self {
        Self { remark, start: positions.unit(span.start), end: positions.unit(span.end) }
    }

    fn of_list(problem: &ListProblem, positions: &mut Utf16) -> Self {
        Self::new(Remark::new(problem, None), &problem.span, positions)
    }
}

impl From<Summary> for Counts {
    fn from(summary: Summary) -> Self {
        let Summary { total, valid, rejected, duplicates } = summary;
        Self { total, valid, rejected, duplicates }
    }
}

/// Counts UTF-16 code units from where it was asked last, so that a whole list costs one pass.
struct Utf16<'a> {
    text: &'a str,
    byte: usize,
    unit: usize,
}

impl<'a> Utf16<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    /// The position in UTF-16 code units of a position in bytes.
    fn unit(&mut self, byte: usize) -> usize {
        let units = |range: Range<usize>| self.text[range].encode_utf16().count();
        self.unit = if byte >= self.byte {
            self.unit + units(self.byte..byte)
        } else {
            self.unit - units(byte..self.byte)
        };
        self.byte = byte;
        self.unit
    }
}
