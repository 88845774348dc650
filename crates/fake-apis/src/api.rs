//! The five APIs: where each is mounted, and the one function by which each answers.

mod contextual;
mod extractor;
mod galileo;
mod smartdocumentor;
mod vijil;

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::{call::Call, fastapi, reply::Reply, run::Run};

/// One of the five documented APIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Api {
    Contextual,
    Extractor,
    Galileo,
    Smartdocumentor,
    Vijil,
}

impl Api {
    /// All of them, in alphabetical order.
    pub(crate) const ALL: [Self; 5] =
        [Self::Contextual, Self::Extractor, Self::Galileo, Self::Smartdocumentor, Self::Vijil];

    /// The first segment of its paths here.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Contextual => "contextual",
            Self::Extractor => "extractor",
            Self::Galileo => "galileo",
            Self::Smartdocumentor => "smartdocumentor",
            Self::Vijil => "vijil",
        }
    }

    /// Answers a call: `Ok` where the document allows it, else `Err` with the API's own error.
    pub(crate) fn answer(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
        match call.api {
            Self::Contextual => contextual::answer(call, run),
            Self::Extractor => extractor::answer(call, run),
            Self::Galileo => galileo::answer(call, run),
            Self::Smartdocumentor => smartdocumentor::answer(call, run),
            Self::Vijil => vijil::answer(call, run),
        }
    }

    /// A refusal in the shape of this API's errors.
    pub(crate) fn refusal(self, status: StatusCode, message: &str) -> Reply {
        match self {
            Self::Contextual | Self::Galileo | Self::Vijil => fastapi::detail(status, message),
            Self::Extractor => extractor::message(status, message),
            Self::Smartdocumentor => smartdocumentor::problem(status, message),
        }
    }
}
