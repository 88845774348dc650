//! A table as a file: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180), guarded against cells
//! that a spreadsheet program would run.

/// The rows as CSV under the headings, each line ended by CRLF; without headings, no first line.
///
/// Give it headings where it is read again: without them, a reader has to guess what stands between
/// the cells.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front
/// ([OWASP, CSV Injection](https://owasp.org/www-community/attacks/CSV_Injection));
/// [`parse_table`](super::parse_table) takes it off where it reads addresses, names and roles.
///
/// ```
/// use invite_users_core::table::to_csv;
///
/// let row = ["Ann \"A\" Lee", "ann@acme.com", "=1+1"].map(String::from);
/// let csv = to_csv(&[row.to_vec()], &["name", "email", "note"].map(String::from));
/// assert_eq!(csv, "name,email,note\r\n\"Ann \"\"A\"\" Lee\",ann@acme.com,'=1+1\r\n");
/// ```
pub fn to_csv(rows: &[Vec<String>], columns: &[String]) -> String {
    let mut csv = String::new();
    if !columns.is_empty() {
        write_row(columns, &mut csv);
    }
    for row in rows {
        write_row(row, &mut csv);
    }
    csv
}

fn write_row(cells: &[String], csv: &mut String) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        write_cell(cell, csv);
    }
    csv.push_str("\r\n");
}

fn write_cell(cell: &str, csv: &mut String) {
    let quoted = cell.contains(needs_quotes) || cell.starts_with("sep=");
    csv.extend(quoted.then_some('"'));
    csv.extend(is_formula(cell).then_some('\''));
    for character in cell.chars() {
        csv.extend((character == '"').then_some('"'));
        csv.push(character);
    }
    csv.extend(quoted.then_some('"'));
}

/// The quote, line ends, and whatever a program may take for the delimiter.
fn needs_quotes(character: char) -> bool {
    matches!(character, '"' | '\r' | '\n' | ',' | ';' | '\t' | '|')
}

/// The cell without the apostrophe that guards it.
pub(super) fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet program may run it: quotes and spaces in front don't keep all of them
/// from it.
fn is_formula(cell: &str) -> bool {
    let rest = cell.trim_start_matches(|character: char| {
        !matches!(character, '\t' | '\r' | '\n')
            && (crate::email::is_trimmed(character) || matches!(character, '"' | '\''))
    });
    rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::{to_csv, unguard};

    #[test]
    fn formulas_are_guarded() {
        for cell in
            ["=1", "+1", "-1", "@a", "\ta", "\ra", " =1", "\"=1", "'=1", "\u{FEFF}=1", "＝1"]
        {
            let csv = to_csv(&[vec![cell.to_owned()]], &[]);
            assert!(csv.trim_start_matches('"').starts_with('\''), "{cell:?}: {csv:?}");
            assert_eq!(unguard(&format!("'{cell}")), cell);
        }
    }

    #[test]
    fn other_cells_stay_as_they_are() {
        for cell in ["ann@acme.com", "O'Hara", "'t Hooft", "a=b", "5", "", " a "] {
            assert_eq!(to_csv(&[vec![cell.to_owned()]], &[]), format!("{cell}\r\n"));
            assert_eq!(unguard(cell), cell);
        }
    }
}
