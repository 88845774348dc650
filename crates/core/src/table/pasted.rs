//! Pasted text that is a table: what people copy out of a spreadsheet or a CSV file.

use super::column::ColumnKind;
use super::row::{holds_at, is_blank};
use super::{PastedTable, TableOptions, parse_text};
use crate::unicode::Unicode;

/// Whether a pasted text is surely a table, and not a list: its columns have headings, or one of
/// them holds known roles.
///
/// Only its first lines are looked at, so that asking costs nothing.
///
/// ```
/// # #[cfg(feature = "native")] {
/// use invite_users_core::table::{TableOptions, is_table};
/// use invite_users_core::unicode::Native;
///
/// let is_table = |text| is_table(text, &TableOptions::default(), &Native);
/// assert!(is_table("Name\tE-mail\tRole\nAnn Lee\tann@acme.com\tadmin"));
/// assert!(!is_table("ann@acme.com, bob@acme.com"));
/// # }
/// ```
pub fn is_table(text: &str, options: &TableOptions, unicode: &dyn Unicode) -> bool {
    let table = parse_text(first_lines(text), options, unicode);
    table.columns.len() > 1
        && (table.has_headings() || table.has_roles())
        && table.entries.iter().any(|it| it.entry.email.is_ok())
        && !table.leaves_addresses()
}

/// How many lines are looked at.
const LINES: usize = 20;

/// The most that is looked at, in bytes.
const BYTES: usize = 20_000;

/// Whole lines: one that is longer than all that is looked at is no row of a table.
fn first_lines(text: &str) -> &str {
    let boundary = (0..=BYTES.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    let head = &text[..boundary.unwrap_or(0)];
    let end = head.match_indices('\n').nth(LINES).map(|(at, _)| at);
    let last = if head.len() < text.len() { head.rfind('\n').unwrap_or(0) } else { head.len() };
    &head[..end.unwrap_or(last)]
}

impl PastedTable {
    fn has_headings(&self) -> bool {
        self.header_row.is_some()
            && self.columns.iter().filter(|column| !is_blank(&column.heading)).count() > 1
    }

    fn has_roles(&self) -> bool {
        self.columns.iter().any(|column| column.kind == ColumnKind::Role)
    }

    /// Whether reading columns would leave an address that a list has.
    fn leaves_addresses(&self) -> bool {
        let is_read =
            |column: usize| self.columns.get(column).is_some_and(|it| it.kind == ColumnKind::Email);
        self.rows.iter().any(|row| {
            row.cells().enumerate().any(|(column, cell)| !is_read(column) && holds_at(cell))
        })
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::is_table;
    use crate::table::{KnownRole, TableOptions};
    use crate::unicode::Native;

    fn judged(text: &str) -> bool {
        let role = KnownRole { name: "ADMIN".into(), label: "Admin".into() };
        is_table(text, &TableOptions { roles: vec![role], ..TableOptions::default() }, &Native)
    }

    #[test]
    fn headings_or_roles_make_a_table() {
        for text in [
            "Name\tE-Mail\nAnn Lee\tann@acme.com",
            "email,role\nann@acme.com,admin\nbob@acme.com,",
            "ann@acme.com;Admin\nbob@acme.com;Admin",
            "Ann Lee\tann@acme.com\tAdmin",
        ] {
            assert!(judged(text), "{text}");
        }
    }

    #[test]
    fn what_a_list_reads_as_well_is_a_list() {
        for text in [
            "",
            "ann@acme.com",
            "Emails, please\nann@acme.com, bob@acme.com",
            "Emails\nann@acme.com",
            "Ann Lee\tann@acme.com\nBob Roy\tbob@acme.com",
            "Lee, Ann <ann@acme.com>; Roy, Bob <bob@acme.com>",
            "name,email,role",
            "Team; Email\nann@acme.com; bob@acme.com",
        ] {
            assert!(!judged(text), "{text}");
        }
    }
}
