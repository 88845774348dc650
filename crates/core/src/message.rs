//! What every error, hint, problem and outcome carries: a stable code, its data, and a sentence.
//!
//! The sentence is the English default; one in another language is built from the code and the
//! data alone, so nothing a sentence needs may be missing from [`Params`].

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// Something that is told to a person: [`Display`](fmt::Display) is its English sentence.
pub trait Coded: fmt::Display {
    /// The stable `snake_case` code that programs and translations go by.
    fn code(&self) -> &'static str;

    /// The data of the sentence, by the name that a translation uses for it.
    fn params(&self) -> Params;
}

/// The data of a sentence, by name.
pub type Params = BTreeMap<&'static str, Param>;

/// One piece of a sentence's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A count, a limit or a status; always below 2^53, so that JavaScript holds it exactly.
    Number(i64),
    /// A word of the user's, the server's or the API's.
    Text(String),
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<char> for Param {
    fn from(character: char) -> Self {
        Self::Text(character.to_string())
    }
}

impl From<u16> for Param {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Param {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}
