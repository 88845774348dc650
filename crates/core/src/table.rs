//! A table: the rows of a spreadsheet, a CSV file or an export of contacts, as entries.

use crate::email::EmailOptions;
use crate::list::{Entry, Summary};
use crate::unicode::Unicode;

mod column;
mod delimiter;
mod encoding;
mod export;
mod field;
mod heading;
mod pasted;
mod people;
mod problem;
mod record;
mod role;
mod row;

use column::{COLUMNS_MAX, Layout};
use people::People;
use role::KnownRoles;
use row::Rows;

pub use column::{Column, ColumnKind};
pub use export::to_csv;
pub use field::FieldColumns;
pub use pasted::is_table;
pub use problem::{TableProblem, TableProblemKind};
pub use role::{KnownRole, role_named};
pub use row::Row;

/// How a table is read, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableOptions {
    /// How each address is judged.
    pub email: EmailOptions,
    /// The most that is read of a file, in bytes; 10 MB by default.
    pub max_bytes: usize,
    /// The most rows that are read, and the most entries; 10 000 by default.
    pub max_rows: usize,
    /// The roles that a cell may name; empty, the default: any.
    pub roles: Vec<KnownRole>,
}

/// What a table holds, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedTable {
    /// The columns that were found; what a row has beyond them is kept in the row.
    pub columns: Vec<Column>,
    /// The number of the row of headings, if there is one.
    pub header_row: Option<usize>,
    /// Every row that was read, but for headings and blank ones.
    pub rows: Vec<Row>,
    /// At least one entry for each row below the headings.
    pub entries: Vec<TableEntry>,
    /// What was not read, or may have been misread.
    pub problems: Vec<TableProblem>,
}

/// A person in a table, or a row without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableEntry {
    /// The same as in a list, but for the spans: they are in bytes of the cell. Where no cell
    /// holds an address, its text is that of all cells and the spans are empty.
    pub entry: Entry<'static>,
    /// An index into [`PastedTable::rows`].
    pub row: usize,
    /// The column of the address, as an index into [`PastedTable::columns`].
    pub column: Option<usize>,
    /// The names of the roles on the wire; an unknown one in the words of its cell.
    pub roles: Vec<String>,
}

/// Reads CSV, TSV or what else a spreadsheet program exports; one bad row never rejects the file.
///
/// Time and memory grow linearly with the data.
///
/// ```
/// use invite_users_core::{parse_table, table::TableOptions, unicode::Native};
///
/// let file = "Vorname;Nachname;E-Mail\r\nAnn;Lee;ann@acme.com\r\nBob;Roy;\r\n";
/// let table = parse_table(file.as_bytes(), &TableOptions::default(), &Native);
/// assert_eq!(table.entries[0].entry.name.as_deref(), Some("Ann Lee"));
/// assert_eq!(table.entries[0].entry.email.as_ref().unwrap().as_str(), "ann@acme.com");
/// assert!(table.entries[1].entry.email.is_err());
/// assert_eq!(table.rows[table.entries[1].row].number, 3);
/// ```
pub fn parse_table(data: &[u8], options: &TableOptions, unicode: &dyn Unicode) -> PastedTable {
    let cut = data.len() > options.max_bytes;
    let read = if cut { &data[..options.max_bytes] } else { data };
    let (text, guessed) = match encoding::decode(read, cut) {
        Ok(decoded) => decoded,
        Err(kind) => return PastedTable::unreadable(kind),
    };
    let mut table = parse_text(if cut { whole_lines(&text) } else { &text }, options, unicode);
    if guessed {
        let problem = TableProblem::of_file(TableProblemKind::EncodingGuessed);
        table.problems.insert(0, problem);
    }
    if cut {
        let kind = TableProblemKind::TableTooLong { max: options.max_bytes };
        table.problems.push(TableProblem::of_file(kind));
    }
    table
}

/// The text up to its last line end, so that no row is halved.
fn whole_lines(text: &str) -> &str {
    text.rfind(['\r', '\n']).map_or("", |at| &text[..=at])
}

fn parse_text(text: &str, options: &TableOptions, unicode: &dyn Unicode) -> PastedTable {
    let (delimiter, text) = delimiter::sniff(text, unicode);
    let roles = KnownRoles::new(&options.roles, unicode);
    // Two more, for the headings and to know whether there are any left.
    let most = options.max_rows.saturating_add(2);
    let mut rows: Vec<Row> = Rows::new(text, delimiter).take(most).collect();
    let layout = Layout::of(&rows, &roles, unicode);
    let mut people = People::new(&layout, &roles, options, unicode);
    let header = layout.header.map(|index| rows.remove(index));
    people.problems.extend(header.iter().flat_map(slips));
    let above = layout.header.unwrap_or(0);
    let read = read_rows(&rows, above, options.max_rows, &mut people);
    rows.truncate(read);
    let (entries, problems) = people.finish();
    let header_row = header.map(|row| row.number);
    PastedTable { columns: layout.columns, header_row, rows, entries, problems }
}

/// Reads the rows below the headings; how many there are until a limit is reached.
fn read_rows(rows: &[Row], above: usize, max: usize, people: &mut People) -> usize {
    for (index, row) in rows.iter().enumerate() {
        if index >= max {
            let kind = TableProblemKind::TooManyRows { max };
            people.problems.push(TableProblem::of_row(kind, row.number));
            return index;
        }
        people.problems.extend(slips(row));
        if index < above {
            people.problems.push(TableProblem::of_row(TableProblemKind::AboveHeader, row.number));
            continue;
        }
        people.read(index, row);
        if people.is_full {
            let kind = TableProblemKind::TooManyEntries { max };
            people.problems.push(TableProblem::of_row(kind, row.number));
            return index + 1;
        }
    }
    rows.len()
}

/// What is wrong with the row itself, whatever it holds.
fn slips(row: &Row) -> Vec<TableProblem> {
    let mut problems = Vec::new();
    if let Some(column) = row.unclosed {
        problems.push(TableProblem::of_cell(TableProblemKind::UnclosedQuote, row.number, column));
    }
    if row.len() > COLUMNS_MAX {
        let kind = TableProblemKind::TooManyColumns { max: COLUMNS_MAX };
        problems.push(TableProblem::of_row(kind, row.number));
    }
    problems
}

impl PastedTable {
    /// How many entries there are of each sort.
    pub fn summary(&self) -> Summary {
        Summary::of(self.entries.iter().map(|it| &it.entry))
    }

    /// The cells of the entry's row that were read as nothing: the column of each, and its text.
    pub fn aside(&self, entry: &TableEntry) -> impl Iterator<Item = (usize, &str)> {
        let cells = self.rows.get(entry.row).into_iter().flat_map(Row::cells).enumerate();
        let email = entry.column;
        cells.filter(move |&(column, cell)| {
            let is_aside = match self.columns.get(column).map(|it| it.kind) {
                None | Some(ColumnKind::Aside) => true,
                Some(ColumnKind::Email) => self.header_row.is_some() && email != Some(column),
                Some(_) => false,
            };
            is_aside && !row::is_blank(cell)
        })
    }

    fn unreadable(kind: TableProblemKind) -> Self {
        Self { problems: vec![TableProblem::of_file(kind)], ..Self::default() }
    }
}

impl Default for TableOptions {
    fn default() -> Self {
        Self {
            email: EmailOptions::default(),
            max_bytes: 10_000_000,
            max_rows: 10_000,
            roles: Vec::new(),
        }
    }
}
