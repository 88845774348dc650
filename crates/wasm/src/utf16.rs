//! Positions: bytes of UTF-8 in Rust, UTF-16 code units in JavaScript.

use std::ops::Range;

/// Counts code units from where it was asked last, so that a whole list costs one pass.
pub(crate) struct Utf16<'a> {
    text: &'a str,
    ascii: bool,
    byte: usize,
    unit: usize,
    /// Up to where all is known to be ASCII from `byte` on.
    ascii_end: usize,
}

impl<'a> Utf16<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, ascii: text.is_ascii(), byte: 0, unit: 0, ascii_end: 0 }
    }

    /// What is asked next is mostly within this part.
    pub(crate) fn enter(&mut self, part: &Range<usize>) {
        if !self.ascii {
            self.go_to(part.start);
            let is_ascii = self.text[part.clone()].is_ascii();
            self.ascii_end = if is_ascii { part.end } else { part.start };
        }
    }

    /// The position in UTF-16 code units of a position in bytes.
    pub(crate) fn unit(&mut self, byte: usize) -> usize {
        if self.ascii {
            return byte;
        }
        if byte < self.byte || byte > self.ascii_end {
            self.go_to(byte);
        }
        self.unit + (byte - self.byte)
    }

    fn go_to(&mut self, byte: usize) {
        if byte >= self.ascii_end {
            self.unit += self.ascii_end - self.byte;
            self.unit += units(&self.text[self.ascii_end..byte]);
        } else if byte >= self.byte {
            self.unit += byte - self.byte;
        } else {
            self.unit -= units(&self.text[byte..self.byte]);
        }
        (self.byte, self.ascii_end) = (byte, byte);
    }

    /// Where the slice begins, if it is one of the text and not a text of its own.
    pub(crate) fn offset_of(&self, slice: &str) -> Option<usize> {
        offset_in(self.text, slice)
    }
}

/// Where `part` begins in `whole`, if it is a slice of it and not a text of its own.
pub(crate) fn offset_in(whole: &str, part: &str) -> Option<usize> {
    let offset = part.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    (offset + part.len() <= whole.len()).then_some(offset)
}

/// The length in UTF-16 code units: one a character, and two where UTF-8 has four bytes.
pub(crate) fn units(text: &str) -> usize {
    let of_byte = |byte: u8| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0);
    if text.is_ascii() { text.len() } else { text.bytes().map(of_byte).sum() }
}
