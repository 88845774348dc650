//! Where the lines of a list are.

use std::ops::Range;

/// A line, without what ends it.
pub(super) struct Line {
    pub(super) span: Range<usize>,
    pub(super) has_tab: bool,
}

/// The lines of a text, one after the other.
pub(super) struct Lines<'a> {
    text: &'a [u8],
    /// The same text, eight bytes at a time.
    chunks: &'a [[u8; 8]],
    at: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.as_bytes();
        Self { text, chunks: text.as_chunks().0, at: 0 }
    }

    /// Where the next line begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next byte from there on that may end a line, or is a tab.
    fn next_special(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let chunk = at / 8;
            match (self.chunks.get(chunk), self.text.get(at)) {
                (Some(bytes), _) if are_dull(*bytes) => at = (chunk + 1) * 8,
                (_, Some(&byte)) if byte > b'\r' && byte != LINE[0] => at += 1,
                _ => return at,
            }
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.at == self.text.len() {
            return None;
        }
        let (mut end, mut ending, mut has_tab) = (self.at, 0, false);
        while ending == 0 {
            end = self.next_special(end);
            ending = ending_length(&self.text[end..]);
            match self.text.get(end) {
                None => break,
                Some(b'\t') => has_tab = true,
                Some(_) => {}
            }
            end += usize::from(ending == 0);
        }
        let span = self.at..end;
        self.at = end + ending;
        Some(Line { span, has_tab })
    }
}

/// Whether all are ASCII and above CR: none has its highest bit, nor gets it from a subtraction.
fn are_dull(bytes: [u8; 8]) -> bool {
    let bytes = u64::from_ne_bytes(bytes);
    let below = bytes.wrapping_sub(u64::from_ne_bytes([b'\r' + 1; 8]));
    (bytes | below) & u64::from_ne_bytes([0x80; 8]) == 0
}

/// The length of the line ending that the text begins with; CR and LF are one together.
fn ending_length(text: &[u8]) -> usize {
    match text {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ if text.starts_with(LINE) || text.starts_with(PARAGRAPH) => LINE.len(),
        _ => 0,
    }
}

const LINE: &[u8] = "\u{2028}".as_bytes();
const PARAGRAPH: &[u8] = "\u{2029}".as_bytes();

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn end_as_every_system_ends_them() {
        for (text, lines) in [
            ("", vec![]),
            ("a", vec!["a"]),
            ("a\nb\r\nc\rd", vec!["a", "b", "c", "d"]),
            ("a\n\rb\r\n\r\n", vec!["a", "", "b", ""]),
            ("a\u{2028}b\u{2029}“c”\n", vec!["a", "b", "“c”"]),
        ] {
            let read: Vec<_> = Lines::of(text).map(|line| &text[line.span]).collect();
            assert_eq!(read, lines, "{text:?}");
        }
    }

    #[test]
    fn know_their_tabs() {
        let tabs: Vec<_> = Lines::of("a\tb\nc\n\t").map(|line| line.has_tab).collect();
        assert_eq!(tabs, [true, false, true]);
    }
}
