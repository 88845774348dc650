//! Large results in one crossing: numbers, names and texts that `web/src/records.ts` turns into
//! plain objects in one pass.
//!
//! A text that stands in what was given is told by its place, so that JavaScript cuts it out of the
//! string that it has already. The layouts, in words of 32 bits:
//!
//! | what | words |
//! |---|---|
//! | text | four times its start, plus 1 if it is in `ascii` and 2 if it is in `others`, not in the source; its length; or [`NONE`] |
//! | hint | code (in `names`), message, count of params, params, suggestion |
//! | param | twice its key (in `names`), plus one for a number; then a text or the number |
//! | fault | hint, start, end |
//! | check | 0 and a fault; or 1 + count of hints, email, domain, key, hints; or [`PLAIN`] + place of the @ sign |
//! | entry | start, end, name, group, 1 + first duplicate or 0, check |
//! | list | count of entries, entries, four counts, count of problems, faults |
//! | column | heading, kind (in `names`) |
//! | row | number, count of cells, cells |
//! | person | row, 1 + column or 0, count of roles, roles, text, entry, with the cell for a source |
//! | table | columns, rows and persons, each counted; heading row or 0; four counts; counted problems: hint, row or 0, column or 0 |
//!
//! Positions are UTF-16 code units.

use std::ops::Range;

use invite_users_core::email::{EmailAddress, EmailError, EmailOptions};
use invite_users_core::list::{Entry, PastedList, Summary};
use invite_users_core::table::{PastedTable, TableEntry};
use invite_users_core::{Coded, Param, Params};
use js_sys::{Array, Uint32Array};

use crate::Platform;
use crate::utf16::{Utf16, offset_in, units};

mod place;
mod told;

use place::{Place, Texts};
use told::Told;

/// In place of a text that there is none of.
const NONE: u32 = u32::MAX;

/// A check of an address that is the whole source as it is, with nothing remarkable about it.
const PLAIN: u32 = 1 << 31;

/// A result on its way to JavaScript.
#[derive(Debug, Default)]
pub struct Records {
    words: Vec<u32>,
    names: Vec<&'static str>,
    told: Told,
    /// Texts that are not in the source. Those of ASCII are by themselves, since they are quicker to read.
    ascii: Texts,
    others: Texts,
}

impl Records {
    /// `[words, names, ascii, others]`
    pub fn into_js(self) -> Array {
        let words = Uint32Array::from(&self.words[..]);
        let names = self.names.join(" ");
        Array::of4(&words.into(), &names.into(), &self.ascii.text.into(), &self.others.text.into())
    }

    /// What checking one text finds.
    pub fn check(&mut self, text: &str, options: &EmailOptions) {
        match EmailAddress::at_sign_of_plain(text, options) {
            Some(at) => self.words.push(PLAIN | word(at)),
            None => self.check_in_full(text, &EmailAddress::parse(text, options, &Platform)),
        }
    }

    /// What reading a list found.
    pub fn list(&mut self, text: &str, list: &PastedList) {
        let source = &mut Utf16::of(text);
        self.number(list.entries.len());
        for entry in &list.entries {
            self.entry(source, entry);
        }
        self.summary(list.summary());
        self.number(list.problems.len());
        for problem in &list.problems {
            self.hint(problem, None);
            self.span(source, &problem.span);
        }
    }

    /// What reading a table found.
    pub fn table(&mut self, table: &PastedTable) {
        self.number(table.columns.len());
        for column in &table.columns {
            self.text(&column.heading);
            let kind = self.name(column.kind.as_str());
            self.words.push(kind);
        }
        self.number(table.rows.len());
        for row in &table.rows {
            self.number(row.number);
            self.texts(row.cells());
        }
        self.number(table.entries.len());
        for entry in &table.entries {
            self.person(table, entry);
        }
        self.number(table.header_row.unwrap_or(0));
        self.summary(table.summary());
        self.number(table.problems.len());
        for problem in &table.problems {
            self.hint(problem, None);
            self.number(problem.row.unwrap_or(0));
            self.number(problem.column.unwrap_or(0));
        }
    }

    fn check_in_full(&mut self, text: &str, email: &Result<EmailAddress, EmailError>) {
        let bare = text.trim_start();
        let verbatim = email.as_ref().is_ok_and(|email| bare.starts_with(email.as_str()));
        let start = verbatim.then(|| text.len() - bare.len());
        self.email(&mut Utf16::of(text), email, start);
    }

    fn person(&mut self, table: &PastedTable, person: &TableEntry) {
        let TableEntry { entry, row, column, roles } = person;
        self.number(*row);
        self.number(column.map_or(0, |column| column + 1));
        self.texts(roles.iter().map(String::as_str));
        self.text(&entry.text);
        let cell = column.and_then(|column| table.rows.get(*row)?.cell(column));
        self.entry(&mut Utf16::of(cell.unwrap_or_default()), entry);
    }

    fn summary(&mut self, summary: Summary) {
        for count in [summary.total, summary.valid, summary.rejected, summary.duplicates] {
            self.number(count);
        }
    }

    fn entry(&mut self, source: &mut Utf16, entry: &Entry) {
        source.enter(&entry.span);
        self.span(source, &entry.span);
        self.cut(source, entry.name.as_deref());
        self.cut(source, entry.group.as_deref());
        self.number(entry.duplicate_of.map_or(0, |first| first + 1));
        self.email(source, &entry.email, entry.verbatim_email().map(|span| span.start));
    }

    /// `start` is where the address stands in the source as it is sent, if it does.
    fn email(
        &mut self,
        source: &mut Utf16,
        email: &Result<EmailAddress, EmailError>,
        start: Option<usize>,
    ) {
        match email {
            Ok(email) => self.valid(source, email, start),
            Err(error) => {
                self.number(0);
                self.hint(&error.kind, error.suggestion.as_deref());
                self.span(source, &error.span);
            }
        }
    }

    fn valid(&mut self, source: &mut Utf16, email: &EmailAddress, start: Option<usize>) {
        let hints = email.hints();
        self.number(1 + hints.len());
        let wire = email.as_str();
        let length = units(wire);
        let place = match start {
            Some(start) => Place::Source(source.unit(start)),
            None => self.kept(wire, length),
        };
        self.place(place, length);
        let ascii = length == wire.len();
        for form in [email.domain_unicode(), email.key()] {
            match offset_in(wire, form).filter(|_| ascii) {
                Some(offset) => self.place(place.after(offset), form.len()),
                None => self.text(form),
            }
        }
        for hint in hints {
            self.hint(hint, hint.suggestion.as_deref());
        }
    }

    /// What was told lately is the same again, so it is not written again.
    fn hint(&mut self, what: &dyn Coded, suggestion: Option<&str>) {
        let (code, params) = (what.code(), what.params());
        if let Some(words) = self.told.find(code, &params) {
            self.words.extend_from_within(words);
        } else {
            let start = self.words.len();
            self.tell(what.template(), code, &params);
            self.told.keep(code, params, start..self.words.len());
        }
        self.optional(suggestion);
    }

    fn tell(&mut self, template: &str, code: &'static str, params: &Params) {
        let code = self.name(code);
        self.words.push(code);
        self.text(&params.fill(template));
        self.number(params.len());
        for (key, param) in params.iter() {
            self.param(key, param);
        }
    }

    fn param(&mut self, key: &'static str, param: &Param) {
        let key = self.name(key) * 2;
        match param {
            Param::Text(text) => {
                self.words.push(key);
                self.text(text);
            }
            Param::Number(number) => {
                // A count, a limit or a length: never below 0, and of 32 bits in wasm.
                self.words.extend([key + 1, u32::try_from(*number).unwrap_or(u32::MAX)]);
            }
        }
    }

    /// A text that may be a slice of the source.
    fn cut(&mut self, source: &mut Utf16, text: Option<&str>) {
        match text.and_then(|text| Some((text, source.offset_of(text)?))) {
            Some((text, start)) => self.place(Place::Source(source.unit(start)), units(text)),
            None => self.optional(text),
        }
    }

    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.words.push(NONE),
        }
    }

    fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        let count = self.words.len();
        self.number(0);
        for text in texts {
            self.text(text);
            self.words[count] += 1;
        }
    }

    fn text(&mut self, text: &str) {
        let length = units(text);
        let place = self.kept(text, length);
        self.place(place, length);
    }

    /// Where the text is kept, which is as long as this in code units.
    fn kept(&mut self, text: &str, length: usize) -> Place {
        if length == text.len() {
            Place::Ascii(self.ascii.push(text, length))
        } else {
            Place::Others(self.others.push(text, length))
        }
    }

    fn place(&mut self, place: Place, units: usize) {
        self.words.extend_from_slice(&[place.word(), word(units)]);
    }

    fn span(&mut self, source: &mut Utf16, span: &Range<usize>) {
        let (start, end) = (source.unit(span.start), source.unit(span.end));
        self.number(start);
        self.number(end);
    }

    fn number(&mut self, number: usize) {
        self.words.push(word(number));
    }

    /// A handful of names in a result: looking through them is quicker than hashing.
    fn name(&mut self, name: &'static str) -> u32 {
        let known = self.names.iter().position(|known| *known == name);
        if known.is_none() {
            self.names.push(name);
        }
        word(known.unwrap_or(self.names.len() - 1))
    }
}

/// Positions and counts: a wasm module has no more than 2^32 bytes to count.
fn word(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
