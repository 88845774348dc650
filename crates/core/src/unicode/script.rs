//! The scripts that addresses are told apart by.

/// The script of a character, [UAX 24](https://www.unicode.org/reports/tr24/): those that are in
/// wide use or look like another one by name, all others as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Used with every script, such as digits, or taking the one of the letter before, as accents.
    Common,
    /// Arabic
    Arabic,
    /// Armenian
    Armenian,
    /// Bopomofo
    Bopomofo,
    /// Cyrillic
    Cyrillic,
    /// Devanagari
    Devanagari,
    /// Georgian
    Georgian,
    /// Greek
    Greek,
    /// Han
    Han,
    /// Hangul
    Hangul,
    /// Hebrew
    Hebrew,
    /// Hiragana
    Hiragana,
    /// Katakana
    Katakana,
    /// Latin
    Latin,
    /// Thai
    Thai,
    /// Any other script: two of them are not told apart.
    Other,
}

impl Script {
    /// The scripts that have a [name](Self::name) in the Unicode Character Database, the most used
    /// ones beyond ASCII first.
    pub const NAMED: [Self; 14] = [
        Self::Latin,
        Self::Cyrillic,
        Self::Han,
        Self::Arabic,
        Self::Greek,
        Self::Katakana,
        Self::Hiragana,
        Self::Hangul,
        Self::Devanagari,
        Self::Thai,
        Self::Hebrew,
        Self::Armenian,
        Self::Georgian,
        Self::Bopomofo,
    ];

    /// The name of the script, which is also the value of the property.
    pub fn name(self) -> &'static str {
        match self {
            Self::Common => "Common",
            Self::Arabic => "Arabic",
            Self::Armenian => "Armenian",
            Self::Bopomofo => "Bopomofo",
            Self::Cyrillic => "Cyrillic",
            Self::Devanagari => "Devanagari",
            Self::Georgian => "Georgian",
            Self::Greek => "Greek",
            Self::Han => "Han",
            Self::Hangul => "Hangul",
            Self::Hebrew => "Hebrew",
            Self::Hiragana => "Hiragana",
            Self::Katakana => "Katakana",
            Self::Latin => "Latin",
            Self::Thai => "Thai",
            Self::Other => "other",
        }
    }
}
