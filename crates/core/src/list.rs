//! A pasted list: whatever people copy out of mail programs, calendars and spreadsheets, as
//! entries, none of them lost.

use std::borrow::Cow;
use std::ops::Range;

use crate::email::{EmailAddress, EmailError, EmailOptions};
use crate::unicode::Unicode;

mod class;
mod duplicates;
mod frequent;
pub(crate) mod hash;
mod lines;
mod name;
mod parts;
mod piece;
mod prefix;
mod problem;
mod reader;
mod shape;
mod token;

pub(crate) use duplicates::mark_duplicates;
pub(crate) use frequent::suggest_frequent;
pub(crate) use name::clean;
pub use parts::ListReader;
pub use problem::{ListProblem, ListProblemKind};
pub use token::is_separator;

/// How a list is read, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListOptions {
    /// How each address is judged.
    pub email: EmailOptions,
    /// The most text that is read, in bytes; 1 MB by default.
    pub max_bytes: usize,
    /// The most entries that are read; 10 000 by default.
    pub max_entries: usize,
    /// The most characters that are kept of a name; 256 by default.
    pub max_name: usize,
    /// The most parentheses inside one another; 32 by default.
    pub max_comment_depth: usize,
}

/// What a list holds, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedList<'a> {
    /// Everything that is neither separator nor white space, each in exactly one entry.
    pub entries: Vec<Entry<'a>>,
    /// What was not read because a limit was reached.
    pub problems: Vec<ListProblem>,
}

/// One piece of a list: an address with what belongs to it, or something that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The piece as it stands in the list.
    pub text: Cow<'a, str>,
    /// Where it stands, in bytes of the list.
    pub span: Range<usize>,
    /// The name of the person, without quotes, controls and doubled spaces; borrowed where it
    /// stands so in the list.
    pub name: Option<Cow<'a, str>>,
    /// The name of the group it is in, as in `Team: ann@example.com, bob@example.com;`.
    pub group: Option<Cow<'a, str>>,
    /// The address, or what is wrong; the error's span is in bytes of the list, too.
    pub email: Result<EmailAddress, EmailError>,
    /// The first entry with the same [key](EmailAddress::key), if this is not the first.
    pub duplicate_of: Option<usize>,
}

/// How many entries there are of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All entries: the valid and the rejected ones.
    pub total: usize,
    /// Entries with an address, duplicates among them.
    pub valid: usize,
    /// Entries without one.
    pub rejected: usize,
    /// Valid entries whose address came before.
    pub duplicates: usize,
}

/// Reads a list; what is no address becomes a rejected entry, never an error of the whole.
///
/// Time and memory grow linearly with the text.
pub fn parse_list<'a>(
    text: &'a str,
    options: &ListOptions,
    unicode: &dyn Unicode,
) -> PastedList<'a> {
    let mut reader = ListReader::new(text, options, unicode);
    reader.read(usize::MAX);
    reader.finish()
}

impl PastedList<'_> {
    /// How many entries there are of each sort.
    pub fn summary(&self) -> Summary {
        Summary::of(self.entries.iter())
    }
}

impl Summary {
    pub(crate) fn of<'a>(entries: impl Iterator<Item = &'a Entry<'a>>) -> Self {
        let mut summary = Self::default();
        for entry in entries {
            summary.total += 1;
            summary.valid += usize::from(entry.email.is_ok());
            summary.rejected += usize::from(entry.email.is_err());
            summary.duplicates += usize::from(entry.duplicate_of.is_some());
        }
        summary
    }
}

impl Entry<'_> {
    /// The same, without a hold on the list.
    pub fn into_owned(self) -> Entry<'static> {
        Entry {
            text: self.text.into_owned().into(),
            name: self.name.map(|name| name.into_owned().into()),
            group: self.group.map(|group| group.into_owned().into()),
            ..self
        }
    }

    /// Where the address stands in the list letter for letter as it goes on the wire, in bytes; none
    /// where it is written in another way, or more than a bracket follows it.
    pub fn verbatim_email(&self) -> Option<Range<usize>> {
        let wire = self.email.as_ref().ok()?.as_str();
        let text = self.text.strip_suffix('>').unwrap_or(&self.text);
        let start = self.span.start + text.strip_suffix(wire)?.len();
        Some(start..start + wire.len())
    }

    /// Where the name stands in the list letter for letter, in bytes; none where it was cleaned.
    pub fn verbatim_name(&self) -> Option<Range<usize>> {
        let Some(Cow::Borrowed(name)) = self.name else { return None };
        let start = name.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        let start = self.span.start + start;
        (start + name.len() <= self.span.end).then(|| start..start + name.len())
    }
}

impl Default for ListOptions {
    fn default() -> Self {
        Self {
            email: EmailOptions::default(),
            max_bytes: 1_000_000,
            max_entries: 10_000,
            max_name: 256,
            max_comment_depth: 32,
        }
    }
}
