//! A person's name as it can be shown: without quotes, controls and doubled spaces.

use crate::email::{is_trimmed, strip_unbalanced};

/// The name in `raw`, at most `max` characters of it, or none if nothing is left.
pub(super) fn clean(raw: &str, max: usize) -> Option<String> {
    let unquoted = unescape(raw);
    let stripped = strip_pair(strip_unbalanced(unquoted.trim_matches(is_trimmed)));
    let words = stripped.split_whitespace().map(|word| word.replace(is_hidden, ""));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let name: String = words.join(" ").chars().take(max).collect();
    let name = name.trim_matches(is_trimmed);
    (!name.is_empty()).then(|| name.to_owned())
}

/// What is in a comment, as a name.
pub(super) fn from_comment(raw: &str, max: usize) -> Option<String> {
    let inner = raw.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    clean(inner.unwrap_or(raw), max)
}

/// Without the quotes of quoted strings, and without the backslashes in them.
fn unescape(raw: &str) -> String {
    let mut name = String::with_capacity(raw.len());
    let mut characters = raw.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => {}
            '\\' => name.extend(characters.next()),
            _ => name.push(character),
        }
    }
    name
}

/// Without one pair of quotes around the whole.
fn strip_pair(name: &str) -> &str {
    let stripped = PAIRS.iter().find_map(|(open, close)| {
        name.strip_prefix(*open).and_then(|rest| rest.strip_suffix(*close))
    });
    stripped.unwrap_or(name)
}

const PAIRS: [(char, char); 7] =
    [('\'', '\''), ('“', '”'), ('„', '“'), ('„', '”'), ('«', '»'), ('‘', '’'), ('”', '”')];

/// Controls, and the marks that make text read in another order than it is written.
fn is_hidden(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn leaves_nothing_that_hides() {
        assert_eq!(clean("Ann\u{202E}\u{0}  Lee\u{85}", 256).as_deref(), Some("Ann Lee"));
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(clean("Zoë Ångström", 5).as_deref(), Some("Zoë Å"));
        assert_eq!(clean("Ann Lee", 4).as_deref(), Some("Ann"));
    }

    #[test]
    fn of_nothing_but_quotes_is_none() {
        assert_eq!(clean("\"\u{200B}\" ''", 256).as_deref(), None);
    }
}
