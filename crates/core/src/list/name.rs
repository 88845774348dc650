//! A person's name as it can be shown: without quotes, controls and doubled spaces.

use std::borrow::Cow;

use super::class::{QUOTED, is};
use crate::email::{is_trimmed, strip_unbalanced};

/// The name in `raw`, at most `max` characters of it, or none if nothing is left.
///
/// Quotes and backslashes are those of RFC 5322, section 3.2.4.
pub(crate) fn clean(raw: &str, max: usize) -> Option<Cow<'_, str>> {
    match clean_already(raw) {
        Some(name) if name.len() <= max => Some(Cow::Borrowed(name)),
        _ => cleaned(raw, max).map(Cow::Owned),
    }
}

/// The name, in quotes or not, if it can be shown as it stands: the fast path, as most names can.
fn clean_already(raw: &str) -> Option<&str> {
    let quoted = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let name = quoted.unwrap_or(raw);
    // It may be one of a pair.
    if name.starts_with('\'') {
        return None;
    }
    let mut after_space = true;
    for &byte in name.as_bytes() {
        if !is(QUOTED, byte) || after_space && byte == b' ' {
            return None;
        }
        after_space = byte == b' ';
    }
    (!after_space).then_some(name)
}

fn cleaned(raw: &str, max: usize) -> Option<String> {
    let stripped = strip_unbalanced(strip_quotes(strip_quotes(raw)));
    let mut name = String::with_capacity(stripped.len().min(max));
    let (mut space, mut length) = (false, 0);
    let mut characters = stripped.chars();
    while let Some(next) = characters.next() {
        let character = if next == '\\' { characters.next().unwrap_or(' ') } else { next };
        let leading = length == 0 && is_trimmed(character);
        let visible = !is_hidden(character) && next != '"' && !leading;
        if character.is_whitespace() {
            space = length > 0;
        } else if visible {
            length += 1 + usize::from(space);
            if length > max {
                break;
            }
            name.extend(space.then_some(' '));
            name.push(character);
            space = false;
        }
    }
    name.truncate(name.trim_end_matches(is_trimmed).len());
    (!name.is_empty()).then_some(name)
}

/// What is in a comment, as a name.
pub(super) fn from_comment(raw: &str, max: usize) -> Option<Cow<'_, str>> {
    let inner = raw.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    clean(inner.unwrap_or(raw), max)
}

/// Without one pair of quotes around the whole.
fn strip_quotes(name: &str) -> &str {
    let name = name.trim_matches(is_trimmed);
    let stripped = PAIRS.iter().find_map(|(open, close)| {
        name.strip_prefix(*open).and_then(|rest| rest.strip_suffix(*close))
    });
    stripped.map_or(name, |inner| inner.trim_matches(is_trimmed))
}

const PAIRS: [(char, char); 8] = [
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('”', '”'),
    ('«', '»'),
    ('‘', '’'),
];

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
    fn takes_off_two_layers_of_quotes() {
        assert_eq!(clean("\"'Ann Lee'\"", 256).as_deref(), Some("Ann Lee"));
        assert_eq!(clean("Pat \"O'Hara\"", 256).as_deref(), Some("Pat O'Hara"));
    }

    #[test]
    fn of_nothing_but_quotes_is_none() {
        for raw in ["\"\u{200B}\"", "''", "“ ”", "\"\" \u{FEFF}\"\""] {
            assert_eq!(clean(raw, 256), None, "{raw}");
        }
    }
}
