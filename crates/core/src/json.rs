//! JSON values (RFC 8259): what comes from a host or a server before it has a type, and what goes
//! to a server.
//!
//! Text is read by `serde_json`. Its own `Value` is not what is passed on, since here every whole
//! number above 2^53 is told to JavaScript in text, and one small type serves hosts and servers.

mod fields;
mod indent;
mod object;
mod serde;
mod write;

use crate::text::Text;

pub use fields::{FromJson, ShapeError};
pub use indent::indented;
pub use object::Object;

/// The largest whole number up to which JavaScript holds each one exactly.
pub(crate) const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Any JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// `null`; also what is absent.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number of 64 bits.
    Integer(i64),
    /// Every other number, in digits.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

impl Json {
    /// Reads JSON text; `None` where it is none, or too deeply nested.
    ///
    /// A byte order mark in front is ignored (RFC 8259, section 8.1).
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text.strip_prefix('\u{FEFF}').unwrap_or(text)).ok()
    }

    /// An array of these items.
    pub fn list(items: impl IntoIterator<Item: Into<Self>>) -> Self {
        let mut list = Vec::new();
        for item in items {
            list.push(item.into());
        }
        Self::List(list)
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The truth value, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The whole number, if it is one.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, if it is a list.
    pub fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The object, if it is one.
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The texts, if it is a list of nothing else.
    pub fn as_texts(&self) -> Option<Vec<&str>> {
        self.as_list()?.iter().map(Self::as_text).collect()
    }

    /// The member of that name, if it is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u16> for Json {
    fn from(number: u16) -> Self {
        Self::Integer(number.into())
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Text> for Json {
    fn from(text: &Text) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<&[String]> for Json {
    fn from(texts: &[String]) -> Self {
        Self::list(texts)
    }
}

impl From<Vec<Json>> for Json {
    fn from(items: Vec<Json>) -> Self {
        Self::List(items)
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<&Object> for Json {
    fn from(object: &Object) -> Self {
        Self::Object(object.clone())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
