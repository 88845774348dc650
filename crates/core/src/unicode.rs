//! What the address rules ask about text beyond ASCII, behind one small trait.
//!
//! The tables behind the answers weigh more than all the rules together, so a browser build asks
//! the platform and a native build asks the crates of feature `native`. ASCII text never gets here.

use std::borrow::Cow;

#[cfg(feature = "native")]
mod native;
mod punycode;
mod script;

#[cfg(feature = "native")]
pub use native::Native;
pub use script::Script;

/// The knowledge of Unicode that [`EmailAddress`](crate::email::EmailAddress) needs.
pub trait Unicode {
    /// The text in Normalization Form C, [UAX 15](https://www.unicode.org/reports/tr15/).
    fn nfc<'a>(&self, text: &'a str) -> Cow<'a, str>;

    /// The text in lower case, by the full mappings of the Unicode Standard, section 3.13.
    fn lowercase(&self, text: &str) -> String;

    /// Whether the character is alphabetic or a number: a letter or digit of some script.
    fn is_letter_or_digit(&self, character: char) -> bool;

    /// The domain with A-labels for U-labels, or `None` if it has none:
    /// [UTS 46](https://www.unicode.org/reports/tr46/) `ToASCII`, non-transitional.
    ///
    /// It is given letters, digits, hyphens, dots and characters beyond ASCII that are not
    /// [unsafe](Unicode::is_unsafe); what comes back is checked again.
    fn domain_to_ascii(&self, domain: &str) -> Option<String>;

    /// The domain with U-labels for its A-labels; a label that can't be decoded stays as it is.
    ///
    /// Its answer is trusted only if [`domain_to_ascii`](Unicode::domain_to_ascii) leads back.
    fn domain_to_unicode(&self, domain: &str) -> String {
        punycode::decode_domain(domain)
    }

    /// Whether the character is of category Cc, Cf, Cs, Co, Cn, Zs, Zl or Zp: a control, invisible,
    /// unassigned, or a space.
    fn is_unsafe(&self, character: char) -> bool;

    /// Whether the character is of category Mn, Mc or Me: it changes the one before it.
    fn is_combining_mark(&self, character: char) -> bool;

    /// The script that the character is written in: the property Script of
    /// [UAX 24](https://www.unicode.org/reports/tr24/), not `Script_Extensions`.
    fn script(&self, character: char) -> Script;
}
