//! A line with tabs: cells copied out of a spreadsheet.

use std::ops::Range;

use super::{EmailError, EmailErrorKind, Reader, is_at_sign, is_trimmed, name, prefix};

impl Reader<'_, '_> {
    /// Reads a row with at most one cell that holds an address: the cells before it are its name,
    /// and the whole row belongs to its entry. Says whether it was such a row.
    pub(super) fn read_row(&mut self, line: Range<usize>) -> bool {
        let row = self.trimmed(line);
        let text = &self.text[row.clone()];
        if !text.contains('\t') {
            return false;
        }
        let Some(at) = text.find(is_at_sign) else {
            self.push(row.clone(), None, Err(EmailError::new(EmailErrorKind::MissingAt, row)));
            return true;
        };
        let start = row.start + text[..at].rfind('\t').map_or(0, |tab| tab + 1);
        let end = text[at..].find('\t').map_or(row.end, |tab| row.start + at + tab);
        let labelled = self.text[row.start..start].trim_end().ends_with([':', '：']);
        if labelled || self.text[end..row.end].contains(is_at_sign) {
            return false;
        }
        self.read_cell(start..end, &row);
        true
    }

    fn read_cell(&mut self, cell: Range<usize>, row: &Range<usize>) {
        let first = self.entries.len();
        let before = &self.text[row.start..cell.start];
        if !before.is_empty() {
            self.extend_lead(row.start..cell.start);
        }
        self.read_fragments(cell);
        // A bracket that leads to nothing in this row is covered by the row.
        self.lead.take_if(|_| self.entries.len() > first);
        let new = &mut self.entries[first..];
        if let [only] = new {
            let words = &before[prefix::bullets(before)..];
            only.name = only.name.take().or_else(|| name::clean(words, self.options.max_name));
        }
        if let [.., last] = new {
            last.span.end = row.end;
        }
    }

    fn trimmed(&self, span: Range<usize>) -> Range<usize> {
        let rest = self.text[span.clone()].trim_start_matches(is_trimmed);
        let start = span.end - rest.len();
        start..start + rest.trim_end_matches(is_trimmed).len()
    }
}
