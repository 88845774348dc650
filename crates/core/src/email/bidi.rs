//! The Bidi rule of [RFC 5893](https://www.rfc-editor.org/rfc/rfc5893#section-2): a domain with
//! letters that run from right to left must still be read in one way only.
//!
//! Not every platform checks it (Node's `URL` does not), so it is checked here.

use crate::unicode::Unicode;

/// Whether a domain with U-labels may be shown; one without right-to-left letters always may.
pub(super) fn is_readable(domain: &str, unicode: &dyn Unicode) -> bool {
    !domain.chars().any(is_right_to_left)
        || domain.split('.').all(|label| is_readable_label(label, unicode))
}

/// The classes of [UAX 9](https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types) that
/// the rule tells apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// R, AL
    RightToLeft,
    /// AN
    ArabicNumber,
    /// EN
    EuropeanNumber,
    /// L
    LeftToRight,
    /// NSM
    Mark,
    /// ES, CS, ET, ON, BN
    Neutral,
}

fn is_readable_label(label: &str, unicode: &dyn Unicode) -> bool {
    let classes: Vec<Class> = label.chars().map(|c| class(c, unicode)).collect();
    let has = |class| classes.contains(&class);
    let last = classes.iter().rfind(|class| **class != Class::Mark);
    let ends_well = last.is_some_and(|class| *class != Class::Neutral);
    match classes.first() {
        Some(Class::RightToLeft) => {
            let mixes_numbers = has(Class::EuropeanNumber) && has(Class::ArabicNumber);
            ends_well && !has(Class::LeftToRight) && !mixes_numbers
        }
        Some(Class::LeftToRight) => {
            ends_well && !has(Class::RightToLeft) && !has(Class::ArabicNumber)
        }
        _ => false,
    }
}

fn class(character: char, unicode: &dyn Unicode) -> Class {
    match character {
        'a'..='z' => Class::LeftToRight,
        '0'..='9' | '۰'..='۹' => Class::EuropeanNumber,
        '\u{660}'..='\u{669}' => Class::ArabicNumber,
        _ if unicode.is_combining_mark(character) => Class::Mark,
        _ if is_right_to_left(character) => Class::RightToLeft,
        _ if unicode.is_letter_or_digit(character) => Class::LeftToRight,
        _ => Class::Neutral,
    }
}

/// The blocks that [UAX 44](https://www.unicode.org/reports/tr44/#Bidi_Class_Values) sets aside for
/// scripts that run from right to left; of them, domains have only letters, marks and digits.
pub(super) fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}
