//! The people in the rows of a table: addresses by the rules of lists, with the names, groups and
//! roles that stand beside them.

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use super::column::{Column, ColumnKind, Layout};
use super::export::unguard;
use super::problem::{TableProblem, TableProblemKind};
use super::role::KnownRoles;
use super::row::{Row, holds_at, is_blank};
use super::{TableEntry, TableOptions};
use crate::email::{EmailAddress, EmailError, EmailErrorKind, HintKind, trim};
use crate::list::{Entry, ListOptions, clean, mark_duplicates, parse_list, suggest_frequent};
use crate::unicode::Unicode;

/// Collects the entries of row after row.
pub(super) struct People<'a> {
    columns: Columns,
    /// Whether every address of a row is read, and not only the first.
    is_list: bool,
    roles: &'a KnownRoles<'a>,
    list: ListOptions,
    max: usize,
    unicode: &'a dyn Unicode,
    entries: Vec<Entry<'static>>,
    places: Vec<Place>,
    pub(super) problems: Vec<TableProblem>,
    pub(super) is_full: bool,
}

/// Where what is read stands.
struct Columns {
    emails: Vec<usize>,
    roles: Vec<usize>,
    name: Option<usize>,
    first_name: Option<usize>,
    last_name: Option<usize>,
    group: Option<usize>,
}

impl Columns {
    fn of(columns: &[Column]) -> Self {
        let all = |kind| {
            let indices = columns.iter().enumerate().filter(move |(_, it)| it.kind == kind);
            indices.map(|(index, _)| index)
        };
        Self {
            emails: all(ColumnKind::Email).collect(),
            roles: all(ColumnKind::Role).collect(),
            name: all(ColumnKind::Name).next(),
            first_name: all(ColumnKind::FirstName).next(),
            last_name: all(ColumnKind::LastName).next(),
            group: all(ColumnKind::Group).next(),
        }
    }
}

/// What a table knows of an entry and a list does not.
struct Place {
    row: usize,
    column: Option<usize>,
    roles: Vec<String>,
}

impl<'a> People<'a> {
    pub(super) fn new(
        layout: &'a Layout,
        roles: &'a KnownRoles<'a>,
        options: &TableOptions,
        unicode: &'a dyn Unicode,
    ) -> Self {
        let (email, max_bytes) = (options.email.clone(), usize::MAX);
        Self {
            columns: Columns::of(&layout.columns),
            is_list: layout.header.is_none(),
            roles,
            list: ListOptions { email, max_bytes, ..ListOptions::default() },
            max: options.max_rows,
            unicode,
            entries: Vec::new(),
            places: Vec::new(),
            problems: Vec::new(),
            is_full: false,
        }
    }

    /// Reads the row at `index`: at least one entry, be it a rejected one.
    pub(super) fn read(&mut self, index: usize, row: &Row) {
        let first = self.entries.len();
        let most = if self.is_list { usize::MAX } else { 1 };
        let emails = filled(&self.columns.emails, row).take(most).collect::<Vec<_>>();
        for column in emails {
            self.read_cell(index, row, column);
        }
        if self.entries.len() == first && !self.is_full {
            let place = Place { row: index, column: None, roles: Vec::new() };
            self.push(rejected(row), place);
        }
        self.describe(first, row);
    }

    /// The entries with all that is known of them.
    pub(super) fn finish(mut self) -> (Vec<TableEntry>, Vec<TableProblem>) {
        mark_duplicates(&mut self.entries);
        suggest_frequent(&mut self.entries, &self.list.email.own_domains);
        let entries = self.entries.into_iter().zip(self.places).map(|(entry, place)| {
            let Place { row, column, roles } = place;
            TableEntry { entry, row, column, roles }
        });
        (entries.collect(), self.problems)
    }

    fn push(&mut self, entry: Entry<'static>, place: Place) {
        self.entries.push(entry);
        self.places.push(place);
    }

    fn read_cell(&mut self, index: usize, row: &Row, column: usize) {
        let cell = row.cell(column).unwrap_or_default();
        let place = || Place { row: index, column: Some(column), roles: Vec::new() };
        if row.unclosed == Some(column) {
            return self.push(broken(cell, EmailErrorKind::UnclosedQuote, 0..cell.len()), place());
        }
        let bare = unguard(cell);
        let mut start = cell.len() - bare.len();
        for piece in values(bare) {
            for entry in self.read_piece(piece) {
                self.push(shifted(entry.into_owned(), start), place());
            }
            start += piece.len() + BETWEEN_VALUES.len();
        }
    }

    fn read_piece<'p>(&mut self, piece: &'p str) -> Vec<Entry<'p>> {
        let max_entries = self.max.saturating_sub(self.entries.len());
        let (start, text) = trim(piece);
        if text.is_empty() || max_entries == 0 {
            self.is_full |= !text.is_empty();
            return Vec::new();
        }
        if let Ok(email) = EmailAddress::parse(piece, &self.list.email, self.unicode) {
            let span = start..start + text.len();
            let text = text.into();
            let (name, group, duplicate_of) = (None, None, None);
            return vec![Entry { text, span, name, group, email: Ok(email), duplicate_of }];
        }
        self.list.max_entries = max_entries;
        let list = parse_list(piece, &self.list, self.unicode);
        self.is_full |= !list.problems.is_empty();
        list.entries
    }

    /// Gives the entries from `first` on what stands in the other columns of their row.
    fn describe(&mut self, first: usize, row: &Row) {
        let roles = self.roles_of(row);
        let (name, group) =
            (self.name_of(row).map(Cow::Owned), self.word(row, self.columns.group).map(Cow::Owned));
        for (entry, place) in self.entries.iter_mut().zip(&mut self.places).skip(first) {
            place.roles.clone_from(&roles);
            if entry.group.is_none() {
                entry.group.clone_from(&group);
            }
            if entry.name.is_none() {
                entry.name.clone_from(&name);
                doubt_name(entry, &self.list, self.unicode);
            }
        }
    }

    fn roles_of(&mut self, row: &Row) -> Vec<String> {
        let mut roles: Vec<String> = Vec::new();
        for column in filled(&self.columns.roles, row) {
            let cell = unguard(row.cell(column).unwrap_or_default());
            for found in self.roles.read(cell, self.unicode) {
                if !found.known {
                    let (role, known) = (found.role.clone(), self.roles.names.clone());
                    let kind = TableProblemKind::UnknownRole { role, known };
                    self.problems.push(TableProblem::of_cell(kind, row.number, column));
                }
                if !roles.contains(&found.role) {
                    roles.push(found.role);
                }
            }
        }
        roles
    }

    /// The whole name, or the one of first and last name. Beside a first name alone, what is
    /// headed `Name` is the last name, as in German.
    fn name_of(&self, row: &Row) -> Option<String> {
        let whole = self.word(row, self.columns.name);
        let first = self.word(row, self.columns.first_name);
        let last = self.word(row, self.columns.last_name);
        let has_last = self.columns.last_name.is_some();
        match (whole, first, last) {
            (Some(name), Some(first), _)
                if !has_last && !name.starts_with(&first) && !name.ends_with(&first) =>
            {
                Some(join(&first, &name))
            }
            (Some(name), ..) => Some(name),
            (None, Some(first), Some(last)) => Some(join(&first, &last)),
            (None, first, last) => first.or(last),
        }
    }

    /// What the row's cell in that column says, unless a quote has swallowed an address into it.
    fn word(&self, row: &Row, column: Option<usize>) -> Option<String> {
        let cell = row.cell(column?)?;
        let swallowed = row.unclosed == column && holds_at(cell);
        if swallowed { None } else { clean(unguard(cell), self.list.max_name).map(Cow::into_owned) }
    }
}

/// What Google Contacts puts between the values of one cell.
const BETWEEN_VALUES: &[u8] = b":::";

fn values(cell: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(cell);
    iter::from_fn(move || {
        let text = rest?;
        let mut windows = text.as_bytes().windows(BETWEEN_VALUES.len());
        let end = windows.position(|window| window == BETWEEN_VALUES);
        rest = end.map(|end| &text[end + BETWEEN_VALUES.len()..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

/// Those of the columns that are not blank in the row.
fn filled(columns: &[usize], row: &Row) -> impl Iterator<Item = usize> {
    let present = columns.iter().copied().take_while(|&column| column < row.len());
    present.filter(|&column| !is_blank(row.cell(column).unwrap_or_default()))
}

/// First and last name, in the order of their language.
fn join(first: &str, last: &str) -> String {
    let is_east_asian = |c: char| matches!(c, '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}');
    let (one, other) = if last.starts_with(is_east_asian) { (last, first) } else { (first, last) };
    [one, " ", other].concat()
}

/// A row without an address, with its words.
fn rejected(row: &Row) -> Entry<'static> {
    let kind = match row.unclosed {
        Some(_) => EmailErrorKind::UnclosedQuote,
        None => EmailErrorKind::EmailMissing,
    };
    let words: Vec<&str> = row.cells().map(|cell| trim(cell).1).filter(|c| !c.is_empty()).collect();
    broken(&words.join(", "), kind, 0..0)
}

fn broken(text: &str, kind: EmailErrorKind, span: Range<usize>) -> Entry<'static> {
    let email = Err(EmailError::new(kind, span.clone()));
    Entry { text: text.to_owned().into(), span, name: None, group: None, email, duplicate_of: None }
}

/// The same entry in a cell that has `offset` bytes more in front.
fn shifted(mut entry: Entry<'static>, offset: usize) -> Entry<'static> {
    entry.span = entry.span.start + offset..entry.span.end + offset;
    entry.email = entry.email.map_err(|error| error.shifted(offset));
    entry.duplicate_of = None;
    entry
}

/// A name that is an address: the same one says nothing, another one deserves a second look.
fn doubt_name(entry: &mut Entry<'_>, list: &ListOptions, unicode: &dyn Unicode) {
    if let (Some(name), Ok(email)) = (&entry.name, &mut entry.email)
        && name.contains('@')
        && let Ok(other) = EmailAddress::parse(name, &list.email, unicode)
    {
        if other.key() == email.key() {
            entry.name = None;
        } else {
            email.add_hint(HintKind::NameLooksLikeAddress { name: name.to_string() });
        }
    }
}
