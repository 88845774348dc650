//! What a text may cost, however long it is and whatever is in it.

#![cfg(feature = "native")]

use std::borrow::Cow;
use std::cell::Cell;

use invite_users_core::Coded;
use invite_users_core::email::{EmailAddress, EmailOptions};
use invite_users_core::list::{ListOptions, parse_list};
use invite_users_core::unicode::{Native, Script, Unicode};

#[test]
fn what_is_too_long_is_said_to_be() {
    for piece in ["a", "é", "ann@acme.com\n", "\u{301}", " ", "(", "@"] {
        let text = piece.repeat(10_000_000 / piece.len());
        let list = parse_list(&text, &ListOptions::default(), &Native);
        let code = list.problems.first().map(Coded::code);
        assert!(matches!(code, Some("list_too_long" | "too_many_entries")), "{piece}: {code:?}");
        assert!(EmailAddress::parse(&text, &EmailOptions::default(), &Native).is_err());
        if !piece.contains([' ', '@', '(', '\u{301}']) {
            assert_eq!(code_of(&format!("{text}@acme.com")), "local_too_long", "{piece}");
            assert_eq!(code_of(&format!("ann@{text}.com")), "domain_too_long", "{piece}");
        }
    }
}

/// A question about Unicode may cost a call to the browser, so it shows what a text costs: twice
/// the text, at most twice the questions.
#[test]
fn questions_grow_as_the_text_does() {
    let options = ListOptions { max_entries: usize::MAX, ..ListOptions::default() };
    for first in PIECES {
        for second in ["", "é", "a", ",", "<", "\"", "@é.é"] {
            let asked = |times| {
                let unicode = Counting::default();
                parse_list(&[first, second].concat().repeat(times), &options, &unicode);
                unicode.questions.get()
            };
            let (once, twice) = (asked(300), asked(600));
            assert!(twice <= 2 * once + 3_000, "{first:?} {second:?}: {once}, then {twice}");
        }
    }
}

const PIECES: [&str; 32] = [
    "",
    "a",
    "é",
    "@",
    "é@",
    "a@",
    "é@é.é",
    ",",
    "é,",
    ";",
    ":",
    "é:",
    "\n",
    "\t",
    " ",
    "é ",
    "<",
    ">",
    "<é",
    "(",
    ")",
    "(é",
    "[",
    "]",
    "\"",
    "\"é",
    "“",
    "“é",
    "'",
    "mailto:é",
    "\u{301}",
    "\u{202E}",
];

fn code_of(text: &str) -> &'static str {
    let email = EmailAddress::parse(text, &EmailOptions::default(), &Native);
    email.err().map_or("valid", |error| error.code())
}

/// Counts how often it is asked.
#[derive(Default)]
struct Counting {
    questions: Cell<usize>,
}

impl Counting {
    fn answer(&self) -> Native {
        self.questions.update(|questions| questions + 1);
        Native
    }
}

impl Unicode for Counting {
    fn nfc<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.answer().nfc(text)
    }

    fn lowercase(&self, text: &str) -> String {
        self.answer().lowercase(text)
    }

    fn is_letter_or_digit(&self, character: char) -> bool {
        self.answer().is_letter_or_digit(character)
    }

    fn domain_to_ascii(&self, domain: &str) -> Option<String> {
        self.answer().domain_to_ascii(domain)
    }

    fn is_unsafe(&self, character: char) -> bool {
        self.answer().is_unsafe(character)
    }

    fn is_combining_mark(&self, character: char) -> bool {
        self.answer().is_combining_mark(character)
    }

    fn script(&self, character: char) -> Script {
        self.answer().script(character)
    }
}
