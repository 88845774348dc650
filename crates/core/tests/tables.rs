//! Every case of `tests/data/tables.json`, through the native Unicode; and what holds for every
//! table, shown with generated ones.

use invite_users_core::table::{
    ColumnKind, PastedTable, TableEntry, TableOptions, TableProblem, parse_table, to_csv,
};
use invite_users_core::unicode::Native;
use invite_users_core::{Coded, EmailError};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "from")]
    _from: String,
    #[serde(flatten)]
    input: Input,
    #[serde(default)]
    options: TableOptions,
    #[serde(default)]
    columns: Vec<String>,
    header: Option<usize>,
    entries: Vec<Value>,
    problems: Vec<Value>,
}

/// Text as it is, text to be encoded, or bytes.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Input {
    Text(String),
    Utf16le(String),
    Utf16be(String),
    Latin1(String),
    Hex(String),
}

impl Input {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.as_bytes().to_vec(),
            Self::Utf16le(text) => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16be(text) => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Self::Latin1(text) => text.chars().map(|c| u8::try_from(c).unwrap()).collect(),
            Self::Hex(text) => (0..text.len())
                .step_by(2)
                .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
                .collect(),
        }
    }
}

#[test]
fn tables() {
    let data = include_str!("../../../tests/data/tables.json");
    let cases: Vec<Case> = serde_json::from_str(data).unwrap();
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
    assert!(cases.len() >= 45, "cases are missing");
}

fn failure(case: &Case) -> Option<String> {
    let table = parse_table(&case.input.bytes(), &case.options, &Native);
    let seen = json!({
        "columns": table.columns.iter().map(|column| word(column.kind)).collect::<Vec<_>>(),
        "header": table.header_row,
        "entries": table.entries.iter().map(|it| entry(&table, it)).collect::<Vec<_>>(),
        "problems": table.problems.iter().map(problem).collect::<Vec<_>>(),
    });
    let Case { columns, header, entries, problems, .. } = case;
    let expected = json!({
        "columns": columns, "header": header, "entries": entries, "problems": problems,
    });
    (seen != expected).then(|| format!("{}: {seen}", case.name))
}

fn word(kind: ColumnKind) -> Value {
    kind.as_str().into()
}

/// What is there of an entry; what is not, a case need not say.
fn entry(table: &PastedTable, it: &TableEntry) -> Value {
    let mut seen = json!({ "row": table.rows[it.row].number });
    let mut put = |key: &str, value: Value| {
        if !value.is_null() && value != json!([]) && value != json!({}) {
            seen[key] = value;
        }
    };
    put("name", json!(it.entry.name));
    put("group", json!(it.entry.group));
    put("roles", json!(it.roles));
    put("duplicateOf", json!(it.entry.duplicate_of));
    let aside: Vec<&str> = table.aside(it).map(|(_, cell)| cell).collect();
    put("aside", json!(aside));
    match &it.entry.email {
        Ok(email) => put("email", json!(email.as_str())),
        Err(error) => {
            put("code", json!(error.code()));
            put("text", json!(it.entry.text));
        }
    }
    seen
}

fn problem(problem: &TableProblem) -> Value {
    let mut seen = json!({ "code": problem.code() });
    for (key, value) in problem.params() {
        seen[key] = json!(value);
    }
    seen
}

#[test]
fn a_domain_that_is_often_in_the_table_shows_slips() {
    let people = ["ann", "ben", "cid", "dan", "eve"].join("@northwind.io\n");
    let data = format!("email\n{people}@northwind.io\nbob@nortwind.io\n");
    let table = parse_table(data.as_bytes(), &TableOptions::default(), &Native);
    let hints = table.entries[5].entry.email.as_ref().unwrap().hints();
    assert_eq!(hints[0].suggestion.as_deref(), Some("bob@northwind.io"));
}

#[test]
fn columns_beyond_the_limit_stay_in_their_row() {
    let data = format!("email{}\nann@acme.com{}last\n", ",x".repeat(10_000), ",".repeat(10_000));
    let table = parse_table(data.as_bytes(), &TableOptions::default(), &Native);
    assert_eq!(table.columns.len(), 10_000);
    let problems: Vec<Value> = table.problems.iter().map(problem).collect();
    let expected = |row| json!({ "code": "too_many_columns", "max": 10_000, "row": row });
    assert_eq!(problems, [expected(1), expected(2)]);
    let aside: Vec<_> = table.aside(&table.entries[0]).collect();
    assert_eq!(aside, [(10_000, "last")]);
}

#[test]
fn any_bytes_are_read_and_no_cell_is_lost() {
    let options = TableOptions { max_rows: 7, ..TableOptions::default() };
    for data in tables_of_pieces(4_000) {
        let table = parse_table(data.as_bytes(), &options, &Native);
        assert_sound(&table, &data);
    }
    for data in random_bytes(10_000) {
        parse_table(&data, &TableOptions { max_bytes: 40, ..options.clone() }, &Native);
    }
}

fn assert_sound(table: &PastedTable, data: &str) {
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert!(numbers.is_sorted_by(|one, next| one < next), "{data:?}: {numbers:?}");
    for (index, row) in table.rows.iter().enumerate() {
        assert!(row.cells().any(|cell| !cell.is_empty()), "{data:?}: a blank row");
        let entries = table.entries.iter().filter(|it| it.row == index).count();
        let told = table.problems.iter().any(|problem| problem.row == Some(row.number));
        assert!(entries > 0 || told, "{data:?}: row {} is lost", row.number);
    }
    for it in &table.entries {
        assert_spans(table, it, data);
    }
    if !table.problems.iter().any(|problem| problem.code().starts_with("too_many")) {
        assert_eq!(visible(&cells_of(table)), visible(below_sep(data)), "{data:?}: {table:#?}");
    }
}

fn assert_spans(table: &PastedTable, it: &TableEntry, data: &str) {
    let Some(column) = it.column else {
        return assert!(it.entry.email.is_err() && it.entry.span.is_empty(), "{data:?}");
    };
    let cell = table.rows[it.row].cell(column).expect("the cell of an entry");
    assert_eq!(it.entry.text, cell[it.entry.span.clone()], "{data:?}");
    if let Err(EmailError { span, .. }) = &it.entry.email {
        assert!(cell.get(span.clone()).is_some(), "{data:?}: {it:?}");
    }
}

/// Without the line that names the delimiter.
fn below_sep(data: &str) -> &str {
    let data = data.strip_prefix('\u{FEFF}').unwrap_or(data);
    let rest = data.strip_prefix("sep=").and_then(|rest| rest.strip_prefix([',', ';', '\t', '|']));
    match rest {
        Some(rest) if rest.is_empty() || rest.starts_with(['\r', '\n']) => rest,
        _ => data,
    }
}

/// Headings and rows in their order.
fn cells_of(table: &PastedTable) -> String {
    let headings = || table.columns.iter().map(|column| column.heading.as_str());
    let mut cells = String::new();
    let above = |number| table.header_row.is_some_and(|header| number < header);
    let (before, after): (Vec<_>, Vec<_>) = table.rows.iter().partition(|row| above(row.number));
    before.iter().flat_map(|row| row.cells()).for_each(|cell| cells.push_str(cell));
    headings().for_each(|heading| cells.push_str(heading));
    after.iter().flat_map(|row| row.cells()).for_each(|cell| cells.push_str(cell));
    cells
}

/// Without what delimits cells, and without what can't be seen.
fn visible(text: &str) -> String {
    let hidden = |c: char| c.is_whitespace() || "\",;|\u{FEFF}\u{200B}".contains(c);
    text.chars().filter(|&c| !hidden(c)).collect()
}

#[test]
fn what_is_written_is_read_again() {
    let mut random = Random::new();
    for round in 0..4_000 {
        let width = 1 + random.below(4);
        let columns: Vec<String> =
            ["email", "x", "y", "z"][..width].iter().map(|&it| it.into()).collect();
        let row = |random: &mut Random| -> Vec<String> {
            (0..width).map(|_| random.pieces(3, &PIECES)).collect()
        };
        let rows: Vec<Vec<String>> = (0..=random.below(4)).map(|_| row(&mut random)).collect();
        let csv = to_csv(&rows, &columns);
        let table = parse_table(csv.as_bytes(), &TableOptions::default(), &Native);
        let seen: Vec<Vec<&str>> = table.rows.iter().map(|row| row.cells().collect()).collect();
        let written = rows.iter().map(|row| row.iter().map(|cell| guarded(cell)).collect());
        let expected: Vec<Vec<String>> =
            written.filter(|row: &Vec<String>| row.concat().contains(is_seen)).collect();
        assert_eq!(seen, expected, "round {round}: {csv:?}");
    }
}

#[test]
fn a_guard_does_not_harm_an_address() {
    for email in ["ann@acme.com", "+ann@acme.com", "-ann@acme.com", "=ann@acme.com"] {
        let csv = to_csv(&[vec![email.to_owned()]], &["email".to_owned()]);
        let table = parse_table(csv.as_bytes(), &TableOptions::default(), &Native);
        let read = table.entries[0].entry.email.as_ref().map(AsRef::as_ref);
        assert_eq!(read, Ok(email));
    }
}

fn is_seen(character: char) -> bool {
    !character.is_whitespace() && !"\u{FEFF}\u{200B}".contains(character)
}

/// The guard of a cell, found without the code that puts it there: all cells here are short.
fn guarded(cell: &str) -> String {
    let marks = |c: char| " \"'\u{FEFF}\u{200B}\u{A0}\u{2028}".contains(c);
    let start = cell.trim_start_matches(marks);
    let guard = if start.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    format!("{guard}{cell}")
}

fn tables_of_pieces(count: usize) -> impl Iterator<Item = String> {
    let mut random = Random::new();
    (0..count).map(move |_| random.pieces(30, &PIECES))
}

fn random_bytes(count: usize) -> impl Iterator<Item = Vec<u8>> {
    const BYTES: &[u8] = b"\0\0\xFF\xFE\xEF\xBB\xBF\xC3\xE9aaa@@..,;\t|\"\"\n\n\r\x80\x9F";
    let mut random = Random::new();
    (0..count).map(move |_| {
        let length = random.below(60);
        (0..length).map(|_| BYTES[random.below(BYTES.len())]).collect()
    })
}

/// The same numbers in every run.
struct Random(u64);

impl Random {
    fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn pieces(&mut self, most: usize, pieces: &[&str]) -> String {
        (0..self.below(most + 1)).map(|_| pieces[self.below(pieces.len())]).collect()
    }
}

const PIECES: [&str; 44] = [
    "ann@acme.com",
    "bob@acme.com",
    "ann@acme.com",
    "Ann Lee <ann@acme.com>",
    "'+ann@acme.com",
    "email",
    "Role",
    "name",
    "E-Mail",
    "Admin",
    "Zoë",
    "山田",
    "a",
    "@",
    "@",
    "=",
    "+",
    "-",
    "'",
    "\"",
    "\"",
    "\"",
    "\"\"",
    ",",
    ",",
    ",",
    ",",
    ";",
    ";",
    "\t",
    "|",
    " ",
    "\u{A0}",
    "\u{FEFF}",
    "\u{200B}",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    ":::",
    "sep=",
    "sep=;",
    "\u{2028}",
];
