//! Faults: what goes wrong between a client and an API, when a test asks for it.

mod retry_after;
mod spoil;

use std::time::Duration;

use axum::http::StatusCode;
use serde::{Deserialize, Deserializer, de::Error};

use crate::{
    api::Api,
    call::{self, Call},
};

use retry_after::RetryAfter;

/// What goes wrong, for which requests, and how often.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the JSON")]
pub(crate) struct Fault {
    /// Only this API; all by default.
    api: Option<Api>,
    /// Only requests whose body names this address, whatever its case.
    email: Option<String>,
    /// Only paths that end so; invite calls by default, so that a login or a list of roles is met
    /// by a fault of its own alone.
    path: Option<String>,
    /// How many requests it meets; every one by default.
    times: Option<u32>,

    /// Answers in the API's place, unless `after`.
    #[serde(default, deserialize_with = "status")]
    status: Option<StatusCode>,
    /// Lets the API process the request first.
    #[serde(default)]
    pub(crate) after: bool,
    /// Milliseconds to wait, before the API processes the request or, with `after`, behind it; a
    /// client that goes away meanwhile was not heard in the first case.
    #[serde(default)]
    delay_ms: u64,
    /// Cuts the connection: without a reply before or after the API processes the request, or in
    /// the midst of the reply.
    pub(crate) reset: Option<Reset>,
    /// Replaces the reply's body.
    body: Option<String>,
    content_type: Option<String>,
    retry_after: Option<RetryAfter>,
    /// Cuts the reply's body in half.
    #[serde(default)]
    truncate: bool,
    /// Replaces the reply by a page of a proxy, with status 200 unless one is given.
    #[serde(default)]
    html: bool,
    #[serde(default)]
    empty_body: bool,
    /// Milliseconds before each byte of the body.
    drip_ms: Option<u64>,
    /// Replaces the body by JSON of about so many bytes.
    big_body: Option<usize>,
    /// Leaves the CORS headers out. Alone, without `email`, it denies the preflight too; else the
    /// request is processed and the browser hides the reply.
    #[serde(default)]
    pub(crate) no_cors: bool,
}

/// When the connection is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Reset {
    /// Nothing was processed.
    Before,
    /// The API has processed the request.
    After,
    /// The API has processed the request, and half of the reply's body was sent.
    During,
}

/// The first fault that applies to the call, which counts as one of its times.
pub(crate) fn take(faults: &mut [Fault], call: &Call) -> Option<Fault> {
    let people = call.people();
    take_first(faults, |fault| fault.covers(call.api, call.path()) && fault.names_one_of(&people))
}

/// Whether a fault denies the preflight of a call, which counts as one of its times.
pub(crate) fn deny_preflight(faults: &mut [Fault], api: Api, path: &str) -> bool {
    take_first(faults, |fault| fault.covers(api, path) && fault.is_no_cors_alone()).is_some()
}

fn take_first(faults: &mut [Fault], applies: impl Fn(&Fault) -> bool) -> Option<Fault> {
    let index = faults.iter().position(applies)?;
    let fault = faults[index].clone();
    if let Some(times) = &mut faults[index].times {
        *times -= 1;
    }
    Some(fault)
}

impl Fault {
    /// The status that the fault gives.
    pub(crate) fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// How long the fault keeps the client waiting.
    pub(crate) fn delay(&self) -> Duration {
        Duration::from_millis(self.delay_ms)
    }

    fn covers(&self, api: Api, path: &str) -> bool {
        let path_matches = match &self.path {
            Some(end) => path.ends_with(end.as_str()),
            None => !call::is_side_call(path),
        };
        path_matches && self.times != Some(0) && self.api.is_none_or(|only| only == api)
    }

    fn names_one_of(&self, people: &[String]) -> bool {
        let Some(email) = &self.email else { return true };
        people.iter().any(|person| person.to_lowercase() == email.to_lowercase())
    }

    fn is_no_cors_alone(&self) -> bool {
        let scope =
            Self { api: self.api, path: self.path.clone(), times: self.times, ..Self::default() };
        *self == Self { no_cors: true, ..scope }
    }
}

/// A status that a final reply can have.
fn status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<StatusCode>, D::Error> {
    let number = u16::deserialize(deserializer)?;
    match StatusCode::from_u16(number) {
        Ok(status) if (200..600).contains(&number) => Ok(Some(status)),
        _ => Err(D::Error::custom(format!("status {number} is not one of 200 to 599"))),
    }
}
