//! The commonest fragments, told by one look at their bytes: words, `ann@example.com`,
//! `Ann Lee <ann@example.com>` and `"Lee, Ann" <ann@example.com>`.
//!
//! What is any different is left to [`token`](super::token) and [`piece`](super::piece), which read
//! these as well, and alike: a test in [`reader`](super::reader) compares the two.

use std::ops::Range;

use super::class::{QUOTED, WORD, run};
use crate::email::{Plain, scan};

/// A fragment, up to the separator or the end; positions begin with the text it was found in.
#[derive(Debug)]
pub(super) struct Shape {
    /// Words, or a quoted string with its quotes; empty where there is none.
    pub(super) name: Range<usize>,
    /// The address, and where it stands with its brackets, if it has any.
    pub(super) address: Option<(Plain, Range<usize>)>,
}

impl Shape {
    /// The shape of the fragment that the text begins with, if it is one of the commonest.
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        let start = after_spaces(text, 0);
        match text.get(start)? {
            b'"' => Self::named(text, start..quoted_end(text, start)?),
            b'<' => Self::named(text, start..start),
            _ => Self::bare(text, start).or_else(|| Self::words(text, start)),
        }
    }

    fn bare(text: &[u8], start: usize) -> Option<Self> {
        let plain = scan(&text[start..])?;
        let end = start + plain.end;
        let shape = Self { name: start..start, address: Some((plain, start..end)) };
        ends_fragment(text, end).then_some(shape)
    }

    /// The address in brackets, after its name.
    fn named(text: &[u8], name: Range<usize>) -> Option<Self> {
        let open = after_spaces(text, name.end);
        let plain = scan(text.get(open..)?.strip_prefix(b"<")?)?;
        let close = open + 1 + plain.end;
        let end = close + 1;
        let closed = text.get(close) == Some(&b'>') && ends_fragment(text, end);
        closed.then_some(Self { name, address: Some((plain, open..end)) })
    }

    fn words(text: &[u8], start: usize) -> Option<Self> {
        let name = start..words_end(text, start)?;
        match text.get(after_spaces(text, name.end)) {
            Some(b'<') => Self::named(text, name),
            _ => Some(Self { name, address: None }),
        }
    }
}

/// The end of the quoted string, if nothing in it asks for a closer look.
fn quoted_end(text: &[u8], start: usize) -> Option<usize> {
    let close = run(QUOTED, text, start + 1);
    (text.get(close) == Some(&b'"')).then_some(close + 1)
}

/// The end of the words before a separator, a bracket or the end.
fn words_end(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        let word = run(WORD, text, at);
        // A word alone stands for an address in `mailto`, and for punctuation in full stops.
        if word == at || text[at] == b'.' || text[at..word].eq_ignore_ascii_case(b"mailto") {
            return None;
        }
        at = after_spaces(text, word);
        if ends_fragment(text, at) || text[at] == b'<' {
            return Some(word);
        }
    }
}

fn after_spaces(text: &[u8], mut at: usize) -> usize {
    while text.get(at) == Some(&b' ') {
        at += 1;
    }
    at
}

fn ends_fragment(text: &[u8], at: usize) -> bool {
    matches!(text.get(after_spaces(text, at)), None | Some(b',' | b';' | b'\t'))
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn of_the_commonest_fragments_is_known() {
        for (text, name, address) in [
            ("Ann Lee", "Ann Lee", ""),
            (" Jürgen O'Hara-Lee Jr. ;", "Jürgen O'Hara-Lee Jr.", ""),
            ("ann@x.com", "", "ann@x.com"),
            ("ann@x.com , bob@x.com", "", "ann@x.com"),
            ("<ann@x.com>", "", "<ann@x.com>"),
            ("Ann <ann@x.com>;", "Ann", "<ann@x.com>"),
            ("\"Lee, Ann (HR)\"<Ann@X.com>\tb", "\"Lee, Ann (HR)\"", "<Ann@X.com>"),
        ] {
            let shape = Shape::of(text.as_bytes()).expect(text);
            let span = shape.address.map_or(0..0, |(_, span)| span);
            assert_eq!((&text[shape.name], &text[span]), (name, address), "{text}");
        }
    }

    #[test]
    fn of_anything_else_is_left_to_the_others() {
        for text in OTHERS {
            assert!(Shape::of(text.as_bytes()).is_none(), "{text}");
        }
    }

    const OTHERS: [&str; 25] = [
        "",
        " ",
        "ann@x",
        "ann@x.com.",
        "ann@x.com bob@x.com",
        "ann@x.com (x)",
        "Ann ann@x.com",
        "Team: a@x.com",
        "mailto",
        "Ann MAILTO <a@x.com>",
        "Ann . Lee",
        "...",
        "\"Ann",
        "\"Ann\"",
        "\"Ann\" Lee <a@x.com>",
        "\"a@x.com\" <a@x.com>",
        "\"A\\\"B\" <a@x.com>",
        "<<a@x.com>>",
        "<a@x.com>>",
        "<a@x.com> x",
        "[a@x.com]",
        "Ann\u{A0}Lee",
        "“Ann” <a@x.com>",
        "a，b",
        "日本 <a@x.com>",
    ];
}
