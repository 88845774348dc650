//! The signs that words of some languages are written with, in their places only:
//! [RFC 5892, appendix A](https://www.rfc-editor.org/rfc/rfc5892#appendix-A). No browser checks these.

/// Whether a domain may have the sign, if it is in its place.
pub(super) fn is_sign(character: char) -> bool {
    matches!(character, '·' | '͵' | '׳' | '״' | '・' | '་' | '۽' | '۾')
}

/// The first sign of a label that does not belong where it stands, and where that is.
pub(super) fn misplaced(label: &str) -> Option<(usize, char)> {
    label.char_indices().find(|&(start, character)| {
        let before = label[..start].chars().next_back();
        let after = label[start + character.len_utf8()..].chars().next();
        match character {
            '·' => !before.is_some_and(is_l) || !after.is_some_and(is_l),
            '͵' => !after.is_some_and(is_greek),
            '׳' | '״' => !before.is_some_and(is_hebrew),
            '・' => !label.chars().any(is_kana_or_han),
            _ => false,
        }
    })
}

fn is_l(character: char) -> bool {
    matches!(character, 'l' | 'L')
}

fn is_greek(character: char) -> bool {
    matches!(character, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

fn is_hebrew(character: char) -> bool {
    matches!(character, '\u{591}'..='\u{5F4}' | '\u{FB1D}'..='\u{FB4F}')
}

fn is_kana_or_han(character: char) -> bool {
    matches!(
        character,
        '々' | '〇'
            | '\u{3041}'..='\u{3096}' // Hiragana
            | '\u{309D}'..='\u{309F}'
            | '\u{30A1}'..='\u{30FA}' // Katakana
            | '\u{30FD}'..='\u{30FF}'
            | '\u{31F0}'..='\u{31FF}'
            | '\u{FF66}'..='\u{FF9D}'
            | '\u{3400}'..='\u{4DBF}' // Han
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFD}'
    )
}
