//! A fragment of one of the commonest shapes, as an entry or the first half of a name.

use super::super::shape::Shape;
use super::super::token::Lexer;
use super::unit::Unit;
use super::{EmailAddress, Fragment, Reader};

impl Reader<'_, '_> {
    /// Reads the fragment that begins here up to its separator, if its shape is one of the commonest.
    pub(super) fn read_direct(&mut self, lexer: &mut Lexer<'_>) {
        let start = lexer.at();
        let Some(shape) = Shape::of(lexer.rest().as_bytes()) else { return };
        let name = start + shape.name.start..start + shape.name.end;
        let Some((plain, span)) = shape.address else {
            lexer.skip_to(name.end);
            let span = self.with_lead(name.clone());
            return self.pending.push(Fragment { span, words: name });
        };
        let span = start + span.start..start + span.end;
        lexer.skip_to(span.end);
        let bracket = span.len() > plain.end;
        let mut unit = if bracket { self.take_pending() } else { Unit::default() };
        self.reject_pending();
        if !name.is_empty() {
            unit.add_name(&name);
        }
        let inner = span.start + usize::from(bracket);
        let text = &self.text[inner..inner + plain.end];
        let email = EmailAddress::of_plain(text, plain, false, &self.options.email);
        self.push_address(&span, email.map_err(|error| error.shifted(inner)), unit);
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::Reader;
    use crate::list::lines::Lines;
    use crate::list::{Entry, ListOptions};
    use crate::unicode::Native;

    #[test]
    fn says_what_the_tokens_say() {
        for text in texts(12_000) {
            assert_eq!(entries(&text, true), entries(&text, false), "{text:?}");
        }
    }

    fn entries(text: &str, direct: bool) -> Vec<Entry<'_>> {
        let options = ListOptions { max_entries: 20, max_name: 12, ..ListOptions::default() };
        let mut reader = Reader { direct, ..Reader::new(text, &options, &Native) };
        for line in Lines::of(text) {
            if !reader.is_full() {
                reader.read_line(line, usize::MAX);
            }
        }
        let mut entries = reader.finish();
        entries.truncate(options.max_entries);
        entries
    }

    /// Lists of random pieces, the same in every run.
    fn texts(count: usize) -> impl Iterator<Item = String> {
        let mut random = 0x9E37_79B9_7F4A_7C15_u64;
        let mut next = move |below: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            usize::try_from(random % below as u64).unwrap()
        };
        (0..count).map(move |_| {
            let pieces = (0..=next(16)).map(|_| PIECES[next(PIECES.len())]);
            pieces.collect()
        })
    }

    const PIECES: [&str; 40] = [
        "ann@acme.com",
        "Bob.Lee@ACME.co.uk",
        "<ann@acme.com>",
        "<Bob@Acme.com>",
        "<>",
        "Ann",
        "Lee",
        "\"Lee, Ann\" ",
        "\"Ann Lee\" ",
        "\"ceo@x.com\" ",
        "Jürgen",
        "O'Hara",
        "'Ann'",
        "Dr.",
        ".",
        "mailto",
        "mailto:",
        "Team:",
        "To:",
        "(HR)",
        "[",
        "]",
        "@",
        ",",
        ",",
        ", ",
        ";",
        "; ",
        " ",
        " ",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "- ",
        "1. ",
        "“",
        "，",
        "\u{A0}",
    ];
}
