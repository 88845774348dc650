//! Any text as a list: no panic, every character in exactly one entry, and errors within theirs.
#![no_main]

use invite_users_core::list::{ListOptions, parse_list};
use invite_users_core::unicode::Native;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let small = ListOptions { max_bytes: 40, max_entries: 3, max_name: 4, ..Default::default() };
    for options in [ListOptions::default(), small] {
        let list = parse_list(text, &options, &Native);
        let entries = list.entries.iter().map(|entry| entry.span.clone());
        let unread = list.problems.iter().map(|problem| problem.span.clone());
        let mut end = 0;
        for span in entries.chain(unread) {
            assert!(end <= span.start && span.start < span.end);
            assert!(text[end..span.start].chars().all(is_between));
            end = span.end;
        }
        assert!(text[end..].chars().all(is_between));
        for entry in &list.entries {
            assert_eq!(entry.text, &text[entry.span.clone()]);
            assert!(entry.duplicate_of.is_none() || entry.email.is_ok());
            if let Err(error) = &entry.email {
                assert!(entry.span.start <= error.span.start && error.span.end <= entry.span.end);
                let _ = text[error.span.clone()].len();
            }
        }
    }
});

/// What separates entries, and white space.
fn is_between(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, ',' | ';' | '，' | '；' | '、' | '،' | '؛' | '\u{200B}'..='\u{200F}')
        || matches!(character, '\u{61C}' | '\u{FEFF}' | '\u{2060}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
