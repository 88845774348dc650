//! Where a text is found: in the source, or among those that were written beside it.

use super::word;

/// Where a text begins, in UTF-16 code units.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Source(usize),
    Ascii(usize),
    Others(usize),
}

/// Texts without anything between.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) text: String,
    units: usize,
}

impl Place {
    pub(super) fn after(self, units: usize) -> Self {
        match self {
            Self::Source(start) => Self::Source(start + units),
            Self::Ascii(start) => Self::Ascii(start + units),
            Self::Others(start) => Self::Others(start + units),
        }
    }

    pub(super) fn word(self) -> u32 {
        word(match self {
            Self::Source(start) => start * 4,
            Self::Ascii(start) => start * 4 + 1,
            Self::Others(start) => start * 4 + 2,
        })
    }
}

impl Texts {
    /// Where the text begins, which is as long as this in code units.
    pub(super) fn push(&mut self, text: &str, length: usize) -> usize {
        let start = self.units;
        self.text.push_str(text);
        self.units += length;
        start
    }
}
