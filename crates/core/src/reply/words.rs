//! A server's own words: made fit to be shown, and searched for the addresses that they quote.

use std::collections::HashMap;

use crate::api::key;

/// The most characters that are kept of them.
const MAX_CHARACTERS: usize = 1000;

/// The words as text to show: without control characters but line breaks, which are `\n`, and cut to
/// 1,000 characters. Markup stays as it is, since it is text.
pub(crate) fn shown(words: &str) -> String {
    let mut last = '\0';
    let fit = words.chars().filter_map(|character| {
        let before = std::mem::replace(&mut last, character);
        match character {
            '\n' if before == '\r' => None,
            '\r' | '\n' => Some('\n'),
            '\t' => Some(' '),
            character if character.is_control() => None,
            character => Some(character),
        }
    });
    fit.take(MAX_CHARACTERS).collect()
}

/// The addresses that a sentence quotes as a whole: `ann@x.com` is not in `joann@x.com`.
pub(super) struct Quoted(HashMap<String, usize>);

impl Quoted {
    /// Every word of the sentence that could be an address.
    pub(super) fn of(sentence: &str) -> Self {
        let mut quoted = HashMap::new();
        let mut word = |word: &str| {
            let word = word.trim_end_matches(['.', '!', '?']);
            if word.contains('@') {
                quoted.insert(key(word), 0);
            }
        };
        sentence.split(is_edge).for_each(&mut word);
        // An apostrophe may belong to the address, so it is tried with the quotation marks on, too.
        for part in sentence.split_whitespace() {
            word(part.trim_matches(|c: char| is_edge(c) || matches!(c, '.' | '!' | '?')));
        }
        Self(quoted)
    }

    /// Whether the address is among them.
    pub(super) fn has(&self, address: &str) -> bool {
        self.0.contains_key(&key(address))
    }
}

fn is_edge(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '(' | ')' | '<' | '>' | '[' | ']' | '{' | '}' | '|')
        || matches!(character, ',' | ';' | ':' | '\'' | '"' | '`')
        || matches!(character, '“' | '”' | '‘' | '’' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_as_text() {
        for (words, text) in [
            ("no\r\nSet-Cookie: x", "no\nSet-Cookie: x"),
            ("a\rb\tc\0\u{1b}[31m\u{7f}\u{9b}d", "a\nb c[31md"),
            ("<b>no</b>", "<b>no</b>"),
        ] {
            assert_eq!(shown(words), text);
        }
        assert_eq!(shown(&"é".repeat(2000)).chars().count(), 1000);
    }

    #[test]
    fn addresses_are_found_whole() {
        for (sentence, found) in [
            ("The address 'ann@acme.com' is not valid.", true),
            ("ann@acme.com", true),
            ("Is it <ANN@ACME.COM>?", true),
            ("ann@acme.com, bob@acme.com: no", true),
            ("“ann@acme.com”!", true),
            ("mailto:ann@acme.com.", true),
            ("joann@acme.com", false),
            ("ann@acme.com.br", false),
            ("ann@acme.community", false),
            ("jo.ann@acme.com", false),
            ("jo-ann@acme.com and ann at acme.com", false),
        ] {
            assert_eq!(Quoted::of(sentence).has("ann@acme.com"), found, "{sentence}");
        }
        assert!(Quoted::of("'o'neil@acme.com' is not valid").has("o'neil@acme.com"));
    }
}
