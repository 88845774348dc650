//! What is wrong with a description, told to the developer who wrote it.

use crate::message::{Coded, Param, Params, display_sentence};

/// One thing that is wrong with a description, and which of its keys it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DescriptionFault {
    /// Two keys that exclude one another.
    Conflict {
        /// Where, such as `api.maxBatch`.
        key: String,
        /// What it excludes.
        other: &'static str,
    },
    /// A name or a key stands there twice.
    Duplicate {
        /// Where the second one stands.
        key: String,
        /// The name.
        name: String,
    },
    /// A key that must be there is not.
    MissingKey {
        /// Where it should be.
        key: String,
    },
    /// More values than a description may have, or too many inside one another.
    TooLarge {
        /// Where.
        key: String,
        /// How many there may be.
        max: usize,
    },
    /// A key that means nothing.
    UnknownKey {
        /// Where.
        key: String,
        /// The keys that mean something.
        known: String,
    },
    /// A text that begins with `$` and stands for nothing.
    UnknownPlace {
        /// Where.
        key: String,
        /// The text.
        place: String,
    },
    /// Anything else than what must be there.
    WrongValue {
        /// Where.
        key: String,
        /// What must be there, in English.
        expected: &'static str,
    },
}

impl DescriptionFault {
    /// Where it is: a path into the configuration, such as `api.settings[1].type`.
    pub fn key(&self) -> &str {
        match self {
            Self::Conflict { key, .. }
            | Self::Duplicate { key, .. }
            | Self::MissingKey { key }
            | Self::TooLarge { key, .. }
            | Self::UnknownKey { key, .. }
            | Self::UnknownPlace { key, .. }
            | Self::WrongValue { key, .. } => key,
        }
    }
}

impl Coded for DescriptionFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "description_conflict",
            Self::Duplicate { .. } => "description_duplicate",
            Self::MissingKey { .. } => "description_missing_key",
            Self::TooLarge { .. } => "description_too_large",
            Self::UnknownKey { .. } => "description_unknown_key",
            Self::UnknownPlace { .. } => "description_unknown_place",
            Self::WrongValue { .. } => "description_wrong_value",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "{key} can't stand beside {other}",
            Self::Duplicate { .. } => "{key} has {name} twice",
            Self::MissingKey { .. } => "{key} is missing",
            Self::TooLarge { .. } => {
                "{key} is too large: it may have {max} values, 32 inside one another"
            }
            Self::UnknownKey { .. } => "{key} means nothing; the keys here are {known}",
            Self::UnknownPlace { .. } => {
                "{key} is {place}, which stands for nothing; write $$ for a text that begins with $"
            }
            Self::WrongValue { .. } => "{key} must be {expected}",
        }
    }

    fn params(&self) -> Params {
        let mut params = Params::from([("key", Param::from(self.key()))]);
        match self {
            Self::Conflict { other, .. } => params.push("other", *other),
            Self::Duplicate { name, .. } => params.push("name", name.as_str()),
            Self::MissingKey { .. } => {}
            Self::TooLarge { max, .. } => params.push("max", *max),
            Self::UnknownKey { known, .. } => params.push("known", known.as_str()),
            Self::UnknownPlace { place, .. } => params.push("place", place.as_str()),
            Self::WrongValue { expected, .. } => params.push("expected", *expected),
        }
        params
    }
}

display_sentence!(DescriptionFault);
