//! What stands between the cells of a table: found out by trying, since no file says.

use super::column::is_email_header;
use super::row::{Row, Rows, holds_at};
use crate::unicode::Unicode;

/// The delimiter, and the text without the line in which Excel names it.
pub(super) fn sniff<'a>(text: &'a str, unicode: &dyn Unicode) -> (u8, &'a str) {
    if let Some(named) = named(text) {
        return named;
    }
    // The comma is the last, since the last of the best wins.
    let best = b"|\t;,".iter().max_by_key(|&&delimiter| score(text, delimiter, unicode));
    (best.copied().unwrap_or(b','), text)
}

/// `sep=;` as the first line, which Excel reads and does not show.
fn named(text: &str) -> Option<(u8, &str)> {
    let (key, rest) = text.split_at_checked(4)?;
    let delimiter = *rest.as_bytes().first()?;
    if !key.eq_ignore_ascii_case("sep=") || !b",;\t|".contains(&delimiter) {
        return None;
    }
    let rest = &rest[1..];
    let after = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
    after.or_else(|| rest.is_empty().then_some(rest)).map(|after| (delimiter, after))
}

/// How well the first rows read with that delimiter: how early there are headings, how many cells
/// are an address and nothing else, and how many rows have equally many cells.
fn score(text: &str, delimiter: u8, unicode: &dyn Unicode) -> (usize, isize, usize) {
    let rows: Vec<Row> = Rows::new(text, delimiter).take(SAMPLE).collect();
    let header = rows.iter().take_while(|row| !row.holds_at());
    let header = header.enumerate().find(|(_, row)| is_email_header(row, unicode));
    let early = header.map_or(0, |(index, _)| SAMPLE - index);
    let addresses = rows.iter().flat_map(Row::cells).map(neatness).sum();
    let alike = |row: &Row| rows.iter().filter(|other| other.len() == row.len()).count();
    let even = rows.iter().filter(|row| row.len() > 1).map(alike).max().unwrap_or(0);
    (early, addresses, even)
}

/// How many rows are looked at.
const SAMPLE: usize = 20;

/// Whether an address is cut out well: another delimiter beside it speaks against it.
fn neatness(cell: &str) -> isize {
    match (holds_at(cell), cell.contains([',', ';', '\t', '|'])) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => -1,
    }
}
