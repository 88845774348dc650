//! What holds for every text: generated ones here, from the pieces that parsers stumble over.

#![cfg(feature = "native")]

use std::ops::Range;

use invite_users_core::Coded;
use invite_users_core::email::{EmailAddress, EmailError, EmailOptions};
use invite_users_core::list::{ListOptions, ListReader, PastedList, parse_list};
use invite_users_core::unicode::Native;

const LISTS: usize = 20_000;
const ADDRESSES: usize = 50_000;

#[test]
fn every_character_is_in_exactly_one_entry() {
    let options = ListOptions { max_entries: 12, ..ListOptions::default() };
    for text in texts(LISTS, 24) {
        let list = parse_list(&text, &options, &Native);
        let mut end = 0;
        for span in spans(&list) {
            assert!(end <= span.start && span.start < span.end, "{text:?}: {list:#?}");
            assert!(text[end..span.start].chars().all(is_between), "{text:?}: {list:#?}");
            end = span.end;
        }
        assert!(text[end..].chars().all(is_between), "{text:?}: {list:#?}");
    }
}

#[test]
fn a_list_in_parts_is_the_list_as_a_whole() {
    for text in texts(LISTS, 24) {
        for (part, max_entries, max_bytes) in [(1, 100, 10_000), (2, 100, 10_000), (3, 5, 60)] {
            let options = ListOptions { max_entries, max_bytes, ..ListOptions::default() };
            let mut reader = ListReader::new(&text, &options, &Native);
            let mut position = 0;
            while reader.read(part) {
                assert!(reader.position() > position, "{text:?}");
                position = reader.position();
            }
            assert_eq!(reader.finish(), parse_list(&text, &options, &Native), "{text:?}");
        }
    }
}

#[test]
fn entries_are_sound() {
    let options = ListOptions { max_name: 5, ..ListOptions::default() };
    for text in texts(LISTS, 24) {
        let list = parse_list(&text, &options, &Native);
        for (index, entry) in list.entries.iter().enumerate() {
            assert_eq!(entry.text, &text[entry.span.clone()], "{text:?}");
            for name in entry.name.iter().chain(&entry.group) {
                assert!(!name.is_empty() && name.chars().count() <= 5, "{text:?}: {name:?}");
                assert!(!name.contains(char::is_control), "{text:?}: {name:?}");
            }
            match &entry.email {
                Ok(email) => assert_sound(email),
                Err(error) => assert_in(error, &text, &entry.span),
            }
            let first = list.entries.iter().position(|other| is_same(&other.email, &entry.email));
            assert_eq!(entry.duplicate_of, first.filter(|&first| first < index), "{text:?}");
        }
        let summary = list.summary();
        assert_eq!(summary.total, summary.valid + summary.rejected);
        assert!(summary.duplicates <= summary.valid);
    }
}

#[test]
fn addresses_are_sound() {
    let mut valid = 0;
    for text in texts(ADDRESSES, 4) {
        match EmailAddress::parse(&text, &EmailOptions::default(), &Native) {
            Ok(email) => {
                assert_sound(&email);
                valid += 1;
            }
            Err(error) => assert_in(&error, &text, &(0..text.len())),
        }
    }
    assert!(valid > ADDRESSES / 100, "only {valid} were valid, so little was tested");
}

#[test]
fn long_repetitions_are_read() {
    for piece in PIECES {
        let text = piece.repeat(100_000 / piece.len());
        let list = parse_list(&text, &ListOptions::default(), &Native);
        let covered: usize = spans(&list).map(|span| span.len()).sum();
        assert!(covered <= text.len(), "{piece:?}");
        assert!(
            EmailAddress::parse(&text, &EmailOptions::default(), &Native).is_err()
                || text.len() < 255
        );
    }
}

#[test]
fn half_a_character_is_refused_wherever_it_stands() {
    let half = |text: &str| {
        let units = text.encode_utf16().map(|unit| if unit == 0x7E { 0xD83D } else { unit });
        String::from_utf16_lossy(&units.collect::<Vec<_>>())
    };
    for text in ["a~@acme.com", "~a@acme.com", "a~", "a@ac~me.com", "a@acme.~", "a@acme.com~"] {
        let text = half(text);
        let list = parse_list(&text, &ListOptions::default(), &Native);
        let codes: Vec<_> = list.entries.iter().map(|entry| entry.email.is_err()).collect();
        assert_eq!(codes, [true], "{text}");
        let expected = if text.contains('@') { "unsafe_unicode" } else { "missing_at" };
        assert_eq!(code_of(&text), expected, "{text}");
    }
}

fn code_of(text: &str) -> &'static str {
    let email = EmailAddress::parse(text, &EmailOptions::default(), &Native);
    email.err().map_or("valid", |error| error.code())
}

/// Read again, an address stays what it is.
fn assert_sound(email: &EmailAddress) {
    let wire = email.as_str();
    let again = EmailAddress::parse(wire, &EmailOptions::default(), &Native).expect(wire);
    assert_eq!((again.as_str(), again.key()), (wire, email.key()));
    assert_eq!(again.domain_unicode(), email.domain_unicode(), "{wire}");
    assert!(wire.len() <= 254 && email.domain().is_ascii(), "{wire}");
    assert_eq!(format!("{}@{}", email.local_part(), email.domain()), wire);
    let read = format!("{}@{}", email.local_part(), email.domain_unicode());
    let read = EmailAddress::parse(&read, &EmailOptions::default(), &Native).expect(wire);
    assert_eq!(read.as_str(), wire);
    for suggestion in email.hints().iter().filter_map(|hint| hint.suggestion.as_ref()) {
        assert_valid(suggestion);
    }
}

fn assert_in(error: &EmailError, text: &str, span: &Range<usize>) {
    let Range { start, end } = error.span;
    assert!(start <= end && span.start <= start && end <= span.end, "{text:?}: {error:?}");
    assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{text:?}: {error:?}");
    assert!(!error.to_string().contains(char::is_control), "{text:?}: {error:?}");
    error.suggestion.iter().for_each(|suggestion| assert_valid(suggestion));
}

fn assert_valid(suggestion: &str) {
    let parsed = EmailAddress::parse(suggestion, &EmailOptions::default(), &Native);
    assert_eq!(parsed.expect(suggestion).as_str(), suggestion);
}

fn is_same(
    one: &Result<EmailAddress, EmailError>,
    other: &Result<EmailAddress, EmailError>,
) -> bool {
    matches!((one, other), (Ok(one), Ok(other)) if one.key() == other.key())
}

/// Where entries are, and what was left unread.
fn spans(list: &PastedList) -> impl Iterator<Item = Range<usize>> {
    let entries = list.entries.iter().map(|entry| entry.span.clone());
    entries.chain(list.problems.iter().map(|problem| problem.span.clone()))
}

/// A separator, white space, or a mark that can't be seen.
fn is_between(character: char) -> bool {
    let separator = matches!(character, ',' | ';' | '，' | '；' | '、' | '،' | '؛');
    let mark = matches!(character, '\u{200B}' | '\u{FEFF}' | '\u{202E}' | '\u{200F}');
    character.is_whitespace() || separator || mark
}

/// Texts of up to that many random pieces, the same in every run.
fn texts(count: usize, pieces: usize) -> impl Iterator<Item = String> {
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % below as u64).unwrap()
    };
    (0..count).map(move |_| {
        let length = 1 + next(pieces);
        (0..length).map(|_| PIECES[next(PIECES.len())]).collect()
    })
}

const PIECES: [&str; 74] = [
    "ann@acme.com",
    "bob@acme.com",
    "Ann@ACME.com",
    "zoë@bücher.de",
    "ceo@gmial.com",
    "@",
    "@",
    "@",
    "ann",
    "acme.com",
    "acme",
    ".com",
    "Lee",
    "a",
    "é",
    "\u{301}",
    "\u{1F600}",
    "xn--",
    "xn--bcher-kva.de",
    "-",
    "_",
    "'",
    "\"",
    "\"",
    "\"",
    "<",
    "<",
    ">",
    ">",
    "(",
    "(",
    ")",
    ")",
    "[",
    "]",
    "“",
    "”",
    "„",
    "«",
    "»",
    ",",
    ",",
    ", ",
    ";",
    ":",
    ":",
    "\n",
    "\n",
    "\r\n",
    "\t",
    " ",
    " ",
    "\u{A0}",
    "\u{2028}",
    "\u{200B}",
    "\u{FEFF}",
    "，",
    "；",
    "：",
    "،",
    "؛",
    "、",
    "أحمد",
    "王芳",
    "\u{202E}",
    "\u{200F}",
    "＠",
    "。",
    "mailto:",
    "%40",
    "%0A",
    "\\",
    "\0",
    "- ",
];
