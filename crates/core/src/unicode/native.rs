//! The answers of the `idna`, `unicode-normalization`, `unicode-general-category` and
//! `unicode-script` crates.

use std::borrow::Cow;

use idna::AsciiDenyList;
use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use unicode_script::UnicodeScript;

use super::{Script, Unicode};

/// Unicode as the crates of feature `native` know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Native;

impl Unicode for Native {
    fn nfc<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
    }

    fn lowercase(&self, text: &str) -> String {
        text.to_lowercase()
    }

    fn is_letter_or_digit(&self, character: char) -> bool {
        character.is_alphanumeric()
    }

    fn domain_to_ascii(&self, domain: &str) -> Option<String> {
        idna::domain_to_ascii_cow(domain.as_bytes(), AsciiDenyList::STD3).ok().map(Cow::into_owned)
    }

    fn is_unsafe(&self, character: char) -> bool {
        matches!(
            get_general_category(character),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::Surrogate
                | GeneralCategory::PrivateUse
                | GeneralCategory::Unassigned
                | GeneralCategory::SpaceSeparator
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
        )
    }

    fn is_combining_mark(&self, character: char) -> bool {
        matches!(
            get_general_category(character),
            GeneralCategory::NonspacingMark
                | GeneralCategory::SpacingMark
                | GeneralCategory::EnclosingMark
        )
    }

    fn script(&self, character: char) -> Script {
        use unicode_script::Script as Known;
        match character.script() {
            Known::Common | Known::Inherited => Script::Common,
            known => {
                let named = |script: &Script| script.name() == known.full_name();
                Script::NAMED.into_iter().find(named).unwrap_or(Script::Other)
            }
        }
    }
}
