//! What was asked of the APIs: a record of each request, without its secrets.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderName, header};
use serde::Serialize;
use serde_json::Value;

use crate::{api::Api, auth::GALILEO_API_KEY, call::Call, reply::Reply};

/// What stands for a secret.
const PRESENT: &str = "present";

/// One request to an API.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record {
    /// Counts the requests of a run, accepted or not, from 1.
    id: u64,
    api: Api,
    method: String,
    /// Path and query, with the API's mount.
    path: String,
    headers: BTreeMap<String, String>,
    /// The JSON body, null where it is none.
    body: Value,
    body_text: String,
    /// The addresses in the body.
    people: Vec<String>,
    /// What the API, or the fault in its place, answered; null where the connection was cut.
    status: Option<u16>,
    /// Whether a fault met the request.
    fault: bool,
    #[serde(skip)]
    pub(crate) accepted: bool,
}

impl Record {
    /// The record of a call that the API answered.
    pub(crate) fn answered(call: &Call, answer: &Result<Reply, Reply>) -> Self {
        let (Ok(reply) | Err(reply)) = answer;
        Self { accepted: answer.is_ok(), ..Self::new(call, Some(reply)) }
    }

    /// The record of a call that a fault kept from the API, with the fault's answer.
    pub(crate) fn kept_away(call: &Call, reply: Option<&Reply>) -> Self {
        Self { fault: true, ..Self::new(call, reply) }
    }

    /// The same record, numbered.
    pub(crate) fn numbered(self, id: u64) -> Self {
        Self { id, ..self }
    }

    /// The same record, of a call that a fault met.
    pub(crate) fn met_by_fault(self, fault: bool) -> Self {
        Self { fault, ..self }
    }

    fn new(call: &Call, reply: Option<&Reply>) -> Self {
        let (body, body_text) = body(call);
        Self {
            id: 0,
            api: call.api,
            method: call.method.to_string(),
            path: call.target.clone(),
            headers: headers(&call.headers),
            body,
            body_text,
            people: call.people(),
            status: reply.map(|reply| reply.status.as_u16()),
            fault: false,
            accepted: false,
        }
    }
}

/// The body of a login is a secret as a whole.
fn body(call: &Call) -> (Value, String) {
    if call.path().ends_with("/login") {
        return (Value::Null, PRESENT.to_owned());
    }
    (serde_json::from_slice(&call.body).unwrap_or_default(), call.text().into_owned())
}

fn headers(headers: &HeaderMap) -> BTreeMap<String, String> {
    headers.keys().map(|name| (name.to_string(), shown(headers, name))).collect()
}

fn shown(headers: &HeaderMap, name: &HeaderName) -> String {
    if [header::AUTHORIZATION, GALILEO_API_KEY].contains(name) {
        return PRESENT.to_owned();
    }
    let values = headers.get_all(name).iter();
    values.map(|value| String::from_utf8_lossy(value.as_bytes())).collect::<Vec<_>>().join(", ")
}
