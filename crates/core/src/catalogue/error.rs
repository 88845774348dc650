//! Why the server's list of roles could not be read, told so that whoever set it up sees the cause.

use crate::delivery::Loss;
use crate::json::Json;
use crate::message::{Coded, Params, display_sentence};

/// Why there is no list of roles to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RolesError {
    /// What came back is no list of roles.
    Unreadable {
        /// What it is, in English.
        found: String,
    },
}

/// The most names of members that are told.
const MAX_MEMBERS: usize = 8;

/// The most characters of a member's name that are told.
const MAX_NAME: usize = 40;

impl RolesError {
    /// No answer came that could be read.
    pub fn lost(loss: Loss) -> Self {
        Self::found(match loss {
            Loss::Connection => "a broken connection",
            Loss::Redirect => "a redirect, which is not followed",
            Loss::Timeout => "no answer in time",
            Loss::Unreadable => "an answer that is too large, or no text",
        })
    }

    pub(super) fn status(status: u16) -> Self {
        Self::found(&["the status ", &status.to_string()].concat())
    }

    pub(super) fn not_json(body: &str) -> Self {
        Self::found(if body.trim().is_empty() { "nothing" } else { "text that is not JSON" })
    }

    pub(super) fn shape(body: &Json) -> Self {
        Self::Unreadable { found: described(body) }
    }

    fn found(found: &str) -> Self {
        Self::Unreadable { found: found.to_owned() }
    }
}

fn described(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(_) => "true or false".to_owned(),
        Json::Integer(_) | Json::Number(_) => "a number".to_owned(),
        Json::Text(_) => "a single text".to_owned(),
        Json::List(items) => {
            let item = items.iter().find(|item| super::role(item).is_none());
            ["a list with ", &item.map_or_else(String::new, described_item), " in it"].concat()
        }
        Json::Object(object) if object.iter().len() == 0 => "an object without members".to_owned(),
        Json::Object(object) => {
            let names = object.iter().take(MAX_MEMBERS).map(|(name, _)| shown(name));
            let more = if object.iter().len() > MAX_MEMBERS { " …" } else { "" };
            let names: Vec<String> = names.collect();
            ["an object with the members ", &names.join(", "), more].concat()
        }
    }
}

fn described_item(item: &Json) -> String {
    match item {
        Json::List(_) => "another list".to_owned(),
        Json::Text(_) => "a blank text".to_owned(),
        item => described(item),
    }
}

fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect()
}

impl Coded for RolesError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "roles_unreadable",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => {
                "the server's list of roles can't be read: instead there was {found}"
            }
        }
    }

    fn params(&self) -> Params {
        let Self::Unreadable { found } = self;
        [("found", found.as_str().into())].into()
    }
}

display_sentence!(RolesError);

impl std::error::Error for RolesError {}
