//! What every error, hint, problem and outcome carries: a stable code, its data, and a sentence.
//!
//! The sentence is the English default; one in another language is built from the code and the
//! data alone, so nothing a sentence needs may be missing from [`Params`].

use std::fmt;

use crate::json::{Json, Object};

/// Something that is told to a person: [`Display`](fmt::Display) is its English sentence.
pub trait Coded: fmt::Display {
    /// The stable `snake_case` code that programs and translations go by.
    fn code(&self) -> &'static str;

    /// The English sentence, with `{name}` where that piece of the data stands.
    fn template(&self) -> &'static str;

    /// The data of the sentence, by the name that a translation uses for it.
    fn params(&self) -> Params;
}

/// Lets types print as their English sentences.
macro_rules! display_sentence {
    ($($type:ty),+) => {$(
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                use $crate::message::Coded as _;
                f.write_str(&self.params().fill(self.template()))
            }
        }
    )+};
}

pub(crate) use display_sentence;

/// The data of a sentence, by name; seldom more than two pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<(&'static str, Param)>);

/// One piece of a sentence's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// A count, a limit or a status; always below 2^53, so that JavaScript holds it exactly.
    Number(i64),
    /// A word of the user's, the server's or the API's.
    Text(String),
}

impl Params {
    /// No data.
    pub fn new() -> Self {
        Self::default()
    }

    /// With another piece.
    pub fn push(&mut self, name: &'static str, value: impl Into<Param>) {
        self.0.push((name, value.into()));
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every piece with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Param)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// The sentence with the data in its places; braces in the data stay as they are.
    pub fn fill(&self, template: &str) -> String {
        let (mut sentence, mut rest) = (String::with_capacity(2 * template.len()), template);
        while let Some((before, after)) = rest.split_once('{')
            && let Some((name, after)) = after.split_once('}')
        {
            sentence.push_str(before);
            match self.get(name) {
                Some(Param::Number(number)) => sentence.push_str(&number.to_string()),
                Some(Param::Text(text)) => sentence.push_str(text),
                None => {}
            }
            rest = after;
        }
        sentence.push_str(rest);
        sentence
    }

    /// The piece of that name.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }
}

impl<const N: usize> From<[(&'static str, Param); N]> for Params {
    fn from(pieces: [(&'static str, Param); N]) -> Self {
        Self(pieces.into())
    }
}

impl IntoIterator for Params {
    type Item = (&'static str, Param);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Object {
    /// The same object with code, sentence and data.
    pub(crate) fn with_coded(self, told: &dyn Coded) -> Self {
        let params = told.params();
        let message = params.fill(told.template());
        self.with("code", told.code()).with("message", message).with("params", &params)
    }
}

impl From<&Params> for Json {
    fn from(params: &Params) -> Self {
        let pieces = params.iter().map(|(name, value)| (name.to_owned(), value.into()));
        pieces.collect::<Object>().into()
    }
}

impl From<&Param> for Json {
    fn from(param: &Param) -> Self {
        match param {
            Param::Number(number) => Self::Integer(*number),
            Param::Text(text) => text.into(),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_not_filled_itself() {
        let params = Params::from([("email", "{role}".into()), ("role", "{".into())]);
        assert_eq!(params.fill("{email} as {role}"), "{role} as {");
        assert_eq!(params.fill("an open { stays"), "an open { stays");
    }
}
