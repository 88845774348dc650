//! The rows of a table, each with its cells.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::record::{Record, Records};
use crate::email::is_trimmed;

/// One row as it stands in the table, every cell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet shows it: from 1, with the headings and blank rows counted.
    pub number: usize,
    /// The cells, one behind the other: two allocations a row, however many columns it has.
    text: String,
    ends: Vec<usize>,
    /// The cell whose quote is not closed.
    pub(super) unclosed: Option<usize>,
}

impl Row {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell of that column, counted from 0, without the quotes of the file.
    pub fn cell(&self, column: usize) -> Option<&str> {
        let end = *self.ends.get(column)?;
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        Some(&self.text[start..end])
    }

    /// Every cell, the empty ones among them.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|column| self.cell(column))
    }

    pub(super) fn is_blank(&self) -> bool {
        is_blank(&self.text)
    }

    pub(super) fn holds_at(&self) -> bool {
        holds_at(&self.text)
    }
}

/// Whether there is nothing to see in it.
pub(super) fn is_blank(cell: &str) -> bool {
    cell.chars().all(is_trimmed)
}

/// Whether it may hold an address.
pub(super) fn holds_at(cell: &str) -> bool {
    cell.contains(crate::email::is_at_sign)
}

/// The rows of a text, without the blank ones.
pub(super) struct Rows<'a> {
    records: Records<'a>,
    reader: Reader,
    number: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { records: Records::new(text, delimiter), reader, number: 0 }
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let record = self.records.next()?;
            self.number += 1;
            if is_blank(record.text) {
                continue;
            }
            let row = read(&mut self.reader, &record, self.number);
            if !row.is_blank() {
                return Some(row);
            }
        }
    }
}

fn read(reader: &mut Reader, record: &Record, number: usize) -> Row {
    let mut input = record.text.as_bytes();
    // A cell is never longer than what it is written with; csv-core wants room when it ends, too.
    let mut output = vec![0; input.len() + 1];
    let (mut length, mut ends) = (0, Vec::new());
    loop {
        let (result, taken, given) = reader.read_field(input, &mut output[length..]);
        input = &input[taken..];
        length += given;
        match result {
            ReadFieldResult::Field { record_end } => {
                ends.push(length);
                if record_end && input.is_empty() {
                    break;
                }
            }
            ReadFieldResult::InputEmpty => input = &[],
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
        }
    }
    output.truncate(length);
    let Ok(text) = String::from_utf8(output) else {
        unreachable!("csv-core leaves out quotes and delimiters only, and those are ASCII");
    };
    let unclosed = record.unclosed.then(|| ends.len().saturating_sub(1));
    Row { number, text, ends, unclosed }
}
