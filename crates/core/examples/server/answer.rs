//! Answers: in the API's own words, or as problem documents (RFC 9457).

use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use invite_users_core::json::{Json, Object};
use invite_users_core::{Coded, Reason, Refusal, Reply};

use crate::{Failure, log};

/// Every answer is for this page alone, and is what it says that it is.
const MANNERS: [(HeaderName, &str); 2] =
    [(CACHE_CONTROL, "no-store"), (X_CONTENT_TYPE_OPTIONS, "nosniff")];

/// Why nothing left.
pub(crate) struct Refused {
    status: u16,
    code: String,
    detail: String,
    /// What is wrong, and whose it is; as the widget reads it.
    problems: Vec<Json>,
    /// The method that would be right.
    allow: Option<String>,
}

impl Refused {
    pub(crate) fn new(status: u16, code: &str, detail: &str) -> Self {
        let (code, detail) = (code.to_owned(), detail.to_owned());
        Self { status, code, detail, problems: Vec::new(), allow: None }
    }

    /// The same, on the people whom it is about.
    pub(crate) fn with_problems(self, problems: Vec<Json>) -> Self {
        Self { problems, ..self }
    }

    /// The same, with the method that would be right.
    pub(crate) fn allowing(self, method: &str) -> Self {
        Self { allow: Some(method.to_owned()), ..self }
    }
}

impl From<Refusal> for Refused {
    fn from(Refusal { status, problems }: Refusal) -> Self {
        match problems.first() {
            // What is wrong with the server is for its log, and not for the page.
            Some(problem) if status == 500 => {
                log(problem);
                let detail =
                    "invitations are not set up rightly on this server: tell its administrator";
                Self::new(500, "misconfigured", detail)
            }
            Some(problem) => Self::new(status, problem.code(), &problem.to_string())
                .with_problems(problems.iter().map(Json::from).collect()),
            None => Self::new(status, "refused", "this can't be sent"),
        }
    }
}

/// Something on this server broke before anything was sent.
impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        log(failure);
        let detail = "something on this server broke before anything was sent: try again later";
        Self::new(500, "internal_error", detail)
    }
}

/// With `sent: false`, by which the widget knows that nobody was invited.
impl From<Refused> for Response {
    fn from(refused: Refused) -> Self {
        let status = StatusCode::from_u16(refused.status).unwrap_or(StatusCode::BAD_REQUEST);
        let problems = Some(refused.problems).filter(|list| !list.is_empty());
        let more = Object::new().with("sent", false).with("problems", problems);
        let mut response = problem(status, &refused.code, &refused.detail, more);
        if let Some(Ok(method)) = refused.allow.map(TryInto::try_into) {
            response.headers_mut().insert(ALLOW, method);
        }
        response
    }
}

/// What the API says.
pub(crate) fn told(reply: Reply) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::BAD_GATEWAY);
    let retry_after = reply.header("retry-after").and_then(|value| value.try_into().ok());
    let kind = (!reply.body.is_empty()).then(|| HeaderValue::from_static("application/json"));
    let mut response = (status, MANNERS, Body::from(reply.body)).into_response();
    if let Some(value) = kind {
        response.headers_mut().insert(CONTENT_TYPE, value);
    }
    if let Some(value) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, value);
    }
    response
}

/// What the API says quotes the key.
pub(crate) fn withheld(status: u16) -> Response {
    if status < 400 {
        return unanswered(&Reason::UnreadableReply);
    }
    told(Reply { status, body: "{}".into(), ..Reply::default() })
}

/// The API does not let this server in, or says nothing that can be read: nobody knows who is invited.
pub(crate) fn unanswered(reason: &Reason) -> Response {
    let is_timeout = *reason == Reason::TimedOut;
    let status = if is_timeout { StatusCode::GATEWAY_TIMEOUT } else { StatusCode::BAD_GATEWAY };
    problem(status, reason.code(), &reason.to_string(), Object::new())
}

/// This server broke, and nobody knows when.
pub(crate) fn broken() -> Response {
    let detail = "the answer to the invitations can't be shown";
    problem(StatusCode::BAD_GATEWAY, "internal_error", detail, Object::new())
}

fn problem(status: StatusCode, code: &str, detail: &str, more: Object) -> Response {
    let title = status.canonical_reason().unwrap_or("Error");
    let mut body = Object::new()
        .with("title", title)
        .with("status", status.as_u16())
        .with("code", code)
        .with("detail", detail);
    for (name, value) in more {
        body.push(name, value);
    }
    let kind = [(CONTENT_TYPE, "application/problem+json")];
    (status, MANNERS, kind, Json::from(body).to_string()).into_response()
}
