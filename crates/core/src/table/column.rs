//! The columns of a table: what each of them holds, by its heading or else by its cells.

use super::heading::meaning;
use super::role::KnownRoles;
use super::row::{Row, holds_at, is_blank};
use crate::email::is_trimmed;
use crate::unicode::Unicode;

/// A column, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading; empty where there is none.
    pub heading: String,
    /// What its cells are read as.
    pub kind: ColumnKind,
}

/// What the cells of a column are read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnKind {
    /// Nothing that is known: the cells are kept, and that is all.
    #[default]
    Aside,
    /// Addresses.
    Email,
    /// The part of a name that comes first in `Ann Lee`.
    FirstName,
    /// The team or group that people are in.
    Group,
    /// The part of a name that comes last in `Ann Lee`.
    LastName,
    /// Whole names.
    Name,
    /// Roles.
    Role,
}

impl ColumnKind {
    /// The kind as JavaScript calls it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Aside => "aside",
            Self::Email => "email",
            Self::FirstName => "first_name",
            Self::Group => "group",
            Self::LastName => "last_name",
            Self::Name => "name",
            Self::Role => "role",
        }
    }

    /// Whether only the first column of this kind is read as such.
    fn is_single(self) -> bool {
        !matches!(self, Self::Aside | Self::Email | Self::Role)
    }
}

/// The columns, and which row is their headings.
pub(super) struct Layout {
    pub(super) columns: Vec<Column>,
    /// An index into the rows.
    pub(super) header: Option<usize>,
}

/// The most columns that are read; the cells of others stay in their rows.
pub(super) const COLUMNS_MAX: usize = 10_000;

/// How many rows may stand above the headings.
const ABOVE_MAX: usize = 10;

impl Layout {
    pub(super) fn of(rows: &[Row], roles: &KnownRoles, unicode: &dyn Unicode) -> Self {
        let header = find_header(rows, unicode);
        let width = rows.iter().map(Row::len).max().unwrap_or(0).min(COLUMNS_MAX);
        let contents = survey(&rows[header.map_or(0, |index| index + 1)..], width, roles, unicode);
        let columns = match header {
            Some(index) => by_heading(&rows[index], &contents, unicode),
            None => by_content(&contents),
        };
        Self { columns, header }
    }
}

/// The row of headings: one that names addresses, or the first one if it names anything, and no
/// address so far.
fn find_header(rows: &[Row], unicode: &dyn Unicode) -> Option<usize> {
    let head = rows.iter().take(ABOVE_MAX + 1).take_while(|row| !row.holds_at());
    let above: Vec<&Row> = head.collect();
    let named = above.iter().position(|row| is_email_header(row, unicode));
    named.or_else(|| above.first().filter(|row| names_anything(row, unicode)).map(|_| 0))
}

/// Whether one of the cells says that addresses are below it.
pub(super) fn is_email_header(row: &Row, unicode: &dyn Unicode) -> bool {
    row.cells().take(COLUMNS_MAX).any(|cell| meaning(cell, unicode) == ColumnKind::Email)
}

fn names_anything(row: &Row, unicode: &dyn Unicode) -> bool {
    row.cells().take(COLUMNS_MAX).any(|cell| meaning(cell, unicode) != ColumnKind::Aside)
}

/// What is in the cells of one column.
#[derive(Clone, Default)]
struct Content {
    filled: usize,
    at_signs: usize,
    known_roles: usize,
    words: usize,
}

fn survey(rows: &[Row], width: usize, roles: &KnownRoles, unicode: &dyn Unicode) -> Vec<Content> {
    let mut contents = vec![Content::default(); width];
    for row in rows {
        for (content, cell) in contents.iter_mut().zip(row.cells()) {
            content.filled += usize::from(!is_blank(cell));
            content.at_signs += usize::from(holds_at(cell));
            content.known_roles += usize::from(roles.know_all(cell, unicode));
            content.words += usize::from(cell.chars().any(is_letter));
        }
    }
    contents
}

/// Letters, and whatever else is neither a digit nor punctuation of ASCII.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || !character.is_ascii() && !is_trimmed(character)
}

fn by_heading(header: &Row, contents: &[Content], unicode: &dyn Unicode) -> Vec<Column> {
    let mut columns: Vec<Column> = (0..contents.len())
        .map(|index| {
            let heading = header.cell(index).unwrap_or_default();
            Column { heading: heading.to_owned(), kind: meaning(heading, unicode) }
        })
        .collect();
    if !columns.iter().any(|column| column.kind == ColumnKind::Email)
        && let Some(index) = email_column(contents)
    {
        columns[index].kind = ColumnKind::Email;
    }
    for index in 0..columns.len() {
        let (before, column) = (&columns[..index], &columns[index]);
        if column.kind.is_single() && before.iter().any(|other| other.kind == column.kind) {
            columns[index].kind = ColumnKind::Aside;
        }
    }
    columns
}

fn by_content(contents: &[Content]) -> Vec<Column> {
    let email = email_column(contents);
    // Nothing but addresses: it is a list, however its lines are broken.
    let list = contents.iter().all(|content| content.filled == content.at_signs);
    let mut kinds: Vec<ColumnKind> = contents.iter().map(Content::kind).collect();
    for (index, kind) in kinds.iter_mut().enumerate() {
        if email == Some(index) || list && contents[index].at_signs > 0 {
            *kind = ColumnKind::Email;
        }
    }
    if kinds.iter().filter(|&&kind| kind == ColumnKind::Name).count() > 1 {
        kinds.iter_mut().filter(|kind| **kind == ColumnKind::Name).for_each(|kind| {
            *kind = ColumnKind::Aside;
        });
    }
    kinds.into_iter().map(|kind| Column { heading: String::new(), kind }).collect()
}

/// The first of the columns with the most addresses.
fn email_column(contents: &[Content]) -> Option<usize> {
    let most = contents.iter().map(|content| content.at_signs).max().filter(|&most| most > 0)?;
    contents.iter().position(|content| content.at_signs == most)
}

impl Content {
    /// What it is, if it is not the addresses.
    fn kind(&self) -> ColumnKind {
        if self.filled == 0 || self.at_signs > 0 {
            ColumnKind::Aside
        } else if self.known_roles == self.filled {
            ColumnKind::Role
        } else if self.words > 0 {
            ColumnKind::Name
        } else {
            ColumnKind::Aside
        }
    }
}
