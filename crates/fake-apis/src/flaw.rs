//! What is wrong with a request, and where: the words of each kind of error.

use std::fmt::{self, Write};

use serde_json::{Value, json};

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub(crate) struct Flaw {
    /// Where: `"body"` or `"path"`, then names and indices.
    pub(crate) place: Vec<Value>,
    pub(crate) kind: Kind,
}

/// How a value can be wrong.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    BadAddress(String),
    Duplicate,
    NotBoolean,
    NotChoice(&'static [&'static str]),
    NotHttpUrl,
    NotInteger,
    NotJson,
    NotList,
    NotObject,
    NotString,
    NotUuid,
    NotUuid4,
    Missing,
    TooFew,
    Unknown,
}

impl Flaw {
    /// As the item of `detail` that the documents call `ValidationError`: `loc`, `msg`, `type`.
    pub(crate) fn to_json(&self) -> Value {
        json!({"loc": self.place, "msg": self.kind.to_string(), "type": self.kind.code()})
    }

    /// As one sentence, for the APIs whose errors are text.
    pub(crate) fn sentence(&self) -> String {
        match &self.kind {
            Kind::BadAddress(text) => format!("The email address '{text}' is not valid."),
            kind => format!("{} {kind}.", self.path()),
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.place {
            match step {
                Value::String(name) if path.is_empty() => path.push_str(name),
                Value::String(name) => drop(write!(path, ".{name}")),
                index => drop(write!(path, "[{index}]")),
            }
        }
        path
    }
}

impl Kind {
    /// The `type` that Pydantic, the validator behind these errors, has for it.
    fn code(&self) -> &'static str {
        match self {
            Self::BadAddress(_) | Self::Duplicate => "value_error",
            Self::NotBoolean => "bool_type",
            Self::NotChoice(_) => "enum",
            Self::NotHttpUrl => "string_pattern_mismatch",
            Self::NotInteger => "int_type",
            Self::NotJson => "json_invalid",
            Self::NotList => "list_type",
            Self::NotObject => "model_attributes_type",
            Self::NotString => "string_type",
            Self::NotUuid => "uuid_parsing",
            Self::NotUuid4 => "uuid_version",
            Self::Missing => "missing",
            Self::TooFew => "too_short",
            Self::Unknown => "extra_forbidden",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BadAddress(text) => return write!(f, "'{text}' is not a valid email address"),
            Self::NotChoice(choices) => {
                return write!(f, "should be one of {}", choices.join(", "));
            }
            Self::Duplicate => "is there twice",
            Self::NotBoolean => "should be true or false",
            Self::NotHttpUrl => "should match '^https?.*'",
            Self::NotInteger => "should be a 64-bit integer",
            Self::NotJson => "could not be read as JSON",
            Self::NotList => "should be a list",
            Self::NotObject => "should be an object",
            Self::NotString => "should be a string",
            Self::NotUuid => "should be a UUID",
            Self::NotUuid4 => "should be a UUID of version 4",
            Self::Missing => "is required",
            Self::TooFew => "should have at least 1 item",
            Self::Unknown => "is not a known field",
        })
    }
}
