//! The file: a table becomes people, and every row that is none is said to be so.

use std::io;
use std::path::Path;

use invite_users_core::api::ApiInfo;
use invite_users_core::table::{KnownRole, TableEntry, TableProblem, TableProblemKind};
use invite_users_core::unicode::Native;
use invite_users_core::{InviteeInput, PastedTable, TableOptions, parse_table};

use crate::screen::plain;

/// Who is in the file.
pub(crate) struct People {
    /// Each address once.
    pub(crate) invitees: Vec<InviteeInput>,
    /// The number of each invitee's row, as a spreadsheet shows it.
    pub(crate) rows: Vec<usize>,
    /// What a person should know of the other rows, and of these.
    remarks: Vec<String>,
    /// How many rows hold no address.
    rejected: usize,
    /// Whether a limit was reached before the file's end.
    is_cut: bool,
}

impl People {
    /// Reads a file; `roles` are for those whose row names none.
    pub(crate) fn read(path: &Path, info: &ApiInfo, roles: &[String]) -> io::Result<Self> {
        let data = std::fs::read(path).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        })?;
        let known = info.roles.choices.iter().map(KnownRole::from).collect();
        let options = TableOptions { roles: known, ..TableOptions::default() };
        Ok(Self::of(&parse_table(&data, &options, &Native), roles))
    }

    /// Says what was read.
    pub(crate) fn tell(&self) {
        println!("{} people; rows without an address: {}", self.invitees.len(), self.rejected);
        for remark in &self.remarks {
            println!("  {}", plain(remark));
        }
    }

    /// Whether the file was understood whole.
    pub(crate) fn is_whole(&self) -> bool {
        self.rejected == 0 && !self.is_cut
    }

    fn of(table: &PastedTable, roles: &[String]) -> Self {
        let (invitees, rows) = (Vec::new(), Vec::new());
        let remarks = table.problems.iter().map(problem).collect();
        let is_cut = table.problems.iter().any(|problem| is_limit(&problem.kind));
        let mut people = Self { invitees, rows, remarks, rejected: 0, is_cut };
        for entry in &table.entries {
            people.add(entry, table, roles);
        }
        people
    }

    fn add(
        &mut self,
        TableEntry { entry, row, roles: own, .. }: &TableEntry,
        table: &PastedTable,
        default: &[String],
    ) {
        let row = table.rows[*row].number;
        let email = match &entry.email {
            Ok(email) => email,
            Err(error) => {
                self.rejected += 1;
                return self.remarks.push(format!("row {row}: {}: {error}", entry.text));
            }
        };
        if let Some(first) = entry.duplicate_of {
            let first = table.rows[table.entries[first].row].number;
            return self.remarks.push(format!("row {row}: {email} is in row {first} already"));
        }
        let hints = email.hints().iter().map(|hint| format!("row {row}: {email}: {hint}"));
        self.remarks.extend(hints);
        let roles = if own.is_empty() { default } else { own }.to_vec();
        let name = entry.name.as_deref().map(String::from);
        self.invitees.push(InviteeInput { name, roles, ..InviteeInput::new(email.as_str()) });
        self.rows.push(row);
    }
}

fn problem(problem: &TableProblem) -> String {
    match problem.row {
        Some(row) => format!("row {row}: {problem}"),
        None => problem.to_string(),
    }
}

fn is_limit(kind: &TableProblemKind) -> bool {
    matches!(
        kind,
        TableProblemKind::TableTooLong { .. }
            | TableProblemKind::TooManyEntries { .. }
            | TableProblemKind::TooManyRows { .. }
    )
}
