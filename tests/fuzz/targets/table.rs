//! Any bytes as a table: no panic, rows in their order, and entries that lie in their cells.
#![no_main]

use invite_users_core::table::{KnownRole, TableOptions, parse_table, to_csv};
use invite_users_core::unicode::Native;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let role = KnownRole { name: "admin".into(), label: "Administrator".into() };
    let small =
        TableOptions { max_bytes: 60, max_rows: 2, roles: vec![role], ..Default::default() };
    for options in [TableOptions::default(), small] {
        let table = parse_table(data, &options, &Native);
        assert!(table.rows.windows(2).all(|pair| pair[0].number < pair[1].number));
        for person in &table.entries {
            let cell = person.column.and_then(|column| table.rows[person.row].cell(column));
            let cell = cell.unwrap_or_default();
            let _ = cell[person.entry.span.clone()].len();
            if let Err(error) = &person.entry.email {
                let _ = cell[error.span.clone()].len();
            }
        }
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.cells().map(str::to_owned).collect()).collect();
        // Without headings, what stands between the cells has to be guessed.
        let columns = ["email", "name"].map(str::to_owned);
        let csv = to_csv(&rows, &columns);
        let again = parse_table(csv.as_bytes(), &TableOptions::default(), &Native);
        assert!(again.rows.len() <= rows.len());
    }
});
