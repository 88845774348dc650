//! What is no part of an address although it stands at its ends: white space, and the marks that
//! mail programs and documents leave there unseen.

/// The text without white space and invisible marks at its ends, and how many bytes went in front.
pub(crate) fn trim(text: &str) -> (usize, &str) {
    if let [b'!'..=b'~', .., b'!'..=b'~'] | [b'!'..=b'~'] = text.as_bytes() {
        return (0, text);
    }
    let rest = text.trim_start_matches(is_trimmed);
    (text.len() - rest.len(), rest.trim_end_matches(is_trimmed))
}

/// Whether trimming took away more than ASCII white space, which nobody need be told of.
pub(super) fn hides_something(text: &str, trimmed: &str) -> bool {
    text.len() != trimmed.len() && text.trim_ascii().len() != trimmed.len()
}

/// White space, byte order mark, zero-width characters and bidirectional marks.
pub(crate) fn is_trimmed(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200B}'..='\u{200F}' // zero width, and directional marks
            | '\u{202A}'..='\u{202E}' // embeddings and overrides
            | '\u{2060}' | '\u{FEFF}' // word joiner, byte order mark
            | '\u{2066}'..='\u{2069}' // isolates
            | '\u{061C}') // Arabic letter mark
}

/// The @ sign, and the two that look like it and are not.
pub(crate) fn is_at_sign(character: char) -> bool {
    matches!(character, '@' | '\u{FE6B}' | '\u{FF20}')
}
