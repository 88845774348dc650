//! Which API a configuration means: one that is known by name, or one that the host describes.

use std::sync::Arc;

use super::custom::Custom;
use super::{ApiRef, by_id};
use crate::json::{FromJson, Json, ShapeError};
use crate::problem::{Problem, ProblemKind};

/// What a configuration says of its API.
#[derive(Clone, Debug, PartialEq)]
pub enum ApiChoice {
    /// The id of one of [`ALL`](super::ALL).
    Named(String),
    /// One that the host describes.
    Described(Description),
}

/// A description as it was written, and what is made of it: both, since a configuration is written
/// again where a delivery is saved.
#[derive(Clone, Debug)]
pub struct Description {
    source: Arc<Json>,
    read: Result<Arc<Custom>, Vec<Problem>>,
}

impl Description {
    /// Reads a description; what is wrong with it is told when its API is wanted.
    pub fn new(source: Json) -> Self {
        Self { read: Custom::parse(&source).map(Arc::new), source: Arc::new(source) }
    }
}

/// As they were written.
impl PartialEq for Description {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

/// The API that a configuration means.
///
/// # Errors
/// A [`Problem`] with an id that [`by_id`] does not know, or the first fault of a description.
pub fn find(choice: &ApiChoice) -> Result<ApiRef, Problem> {
    choice.resolve().map_err(|mut problems| problems.swap_remove(0))
}

impl ApiChoice {
    /// The API.
    ///
    /// # Errors
    /// A [`Problem`] with an id that [`by_id`] does not know, or every fault of a description.
    pub fn resolve(&self) -> Result<ApiRef, Vec<Problem>> {
        match self {
            Self::Named(id) => by_id(id).map(ApiRef::Known).ok_or_else(|| {
                vec![Problem::at("api", ProblemKind::UnknownApi { api: id.clone() })]
            }),
            Self::Described(Description { read, .. }) => match read {
                Ok(api) => Ok(ApiRef::Own(api.clone())),
                Err(problems) => Err(problems.clone()),
            },
        }
    }
}

impl Default for ApiChoice {
    fn default() -> Self {
        Self::Named(String::new())
    }
}

impl From<&str> for ApiChoice {
    fn from(id: &str) -> Self {
        Self::Named(id.to_owned())
    }
}

impl FromJson for ApiChoice {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        match json {
            Json::Text(id) => Ok(Self::Named(id)),
            Json::Object(_) => Ok(Self::Described(Description::new(json))),
            _ => Err(ShapeError::expected("the id of an API or the description of one")),
        }
    }
}

/// As it was written.
impl From<&ApiChoice> for Json {
    fn from(choice: &ApiChoice) -> Self {
        match choice {
            ApiChoice::Named(id) => Self::Text(id.clone()),
            ApiChoice::Described(description) => (*description.source).clone(),
        }
    }
}
