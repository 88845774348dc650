//! What can't be seen, so that two addresses would look alike that are not, or one like none.

use crate::unicode::Unicode;

/// Whether the character has no place in any part of an address.
pub(super) fn is_unsafe(character: char, unicode: &dyn Unicode) -> bool {
    // U+FFFD is what a lone surrogate or a wrong encoding has turned into.
    character == char::REPLACEMENT_CHARACTER
        || is_ignorable(character)
        || unicode.is_unsafe(character)
}

/// The letters and marks with the property `Default_Ignorable_Code_Point` of
/// [UAX 44](https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point): joiners, fillers and
/// variation selectors. The others that have it are of a category that is unsafe anyway.
fn is_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{34F}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180D}'
            | '\u{180F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FFA0}'
            | '\u{E0100}'..='\u{E01EF}'
    )
}
