//! What is sent back: a status, headers and a text.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::Value;

/// A reply that can still be changed before it leaves.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) body: String,
    headers: Vec<(HeaderName, String)>,
}

impl Reply {
    /// A reply without a body.
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self { status, body: String::new(), headers: Vec::new() }
    }

    /// A reply with a JSON body.
    pub(crate) fn json(status: StatusCode, body: &Value) -> Self {
        let reply = Self { status, body: body.to_string(), headers: Vec::new() };
        reply.with(header::CONTENT_TYPE, "application/json")
    }

    /// The same reply with this header, which replaces one of the same name.
    pub(crate) fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.retain(|(present, _)| *present != name);
        self.headers.push((name, value.into()));
        self
    }

    /// The headers; a value that no header may hold is left out.
    pub(crate) fn header_map(&self) -> HeaderMap {
        let valid = |(name, value): &(HeaderName, String)| {
            Some((name.clone(), HeaderValue::from_str(value).ok()?))
        };
        self.headers.iter().filter_map(valid).collect()
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let headers = self.header_map();
        let mut response = (self.status, self.body).into_response();
        response.headers_mut().remove(header::CONTENT_TYPE);
        response.headers_mut().extend(headers);
        response
    }
}
