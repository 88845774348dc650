//! A request to one of the APIs, whole.

use std::borrow::Cow;

use axum::{
    body::{self, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, Method, StatusCode, header},
};
use serde_json::Value;

use crate::{api::Api, reply::Reply};

/// The longest body that is read, in bytes.
const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// What side calls end with; every other path is an invite call.
const SIDE_CALLS: [&str; 2] = ["/login", "/availableroles"];

/// A request, with its body.
pub(crate) struct Call {
    pub(crate) api: Api,
    pub(crate) method: Method,
    /// Path and query as on the request line.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    path: String,
}

impl Call {
    /// Reads the request to its end; a body over 4 MiB is refused with 413.
    pub(crate) async fn read(api: Api, request: Request) -> Result<Self, Reply> {
        let (head, body) = request.into_parts();
        let body = body::to_bytes(body, BODY_LIMIT)
            .await
            .map_err(|error| api.refusal(StatusCode::PAYLOAD_TOO_LARGE, &error.to_string()))?;
        let path = below_mount(api, head.uri.path()).to_owned();
        let target = head.uri.to_string();
        Ok(Self { api, method: head.method, target, headers: head.headers, body, path })
    }

    /// The path below the API's mount, as its document writes it.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// A header's value; none where it is absent or not plain text.
    pub(crate) fn header(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The media type without its parameters, in lower case.
    pub(crate) fn media_type(&self) -> Option<String> {
        let value = self.header(&header::CONTENT_TYPE)?;
        value.split(';').next().map(|essence| essence.trim().to_ascii_lowercase())
    }

    /// The body as it came, as text.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The addresses that the body names, in order.
    pub(crate) fn people(&self) -> Vec<String> {
        serde_json::from_slice(&self.body).map(|body| people(&body)).unwrap_or_default()
    }

    /// Refuses every method but this one, with 405.
    pub(crate) fn must_be(&self, method: &Method) -> Result<(), Reply> {
        if self.method == method {
            return Ok(());
        }
        let refusal = self.api.refusal(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed");
        Err(refusal.with(header::ALLOW, method.as_str()))
    }

    /// The refusal of a path that the API does not have.
    pub(crate) fn not_found(&self) -> Reply {
        self.api.refusal(StatusCode::NOT_FOUND, "Not Found")
    }
}

/// The path that the API's document has for a path of this server.
pub(crate) fn below_mount(api: Api, path: &str) -> &str {
    path.strip_prefix('/').and_then(|path| path.strip_prefix(api.name())).unwrap_or(path)
}

/// Whether the path is one that invites nobody: a login, a list of roles.
pub(crate) fn is_side_call(path: &str) -> bool {
    SIDE_CALLS.iter().any(|end| path.ends_with(end))
}

/// The addresses in a body, in order: every `email`, and every item of `emails`.
pub(crate) fn people(body: &Value) -> Vec<String> {
    match body {
        Value::Array(items) => items.iter().flat_map(people).collect(),
        Value::Object(members) => {
            members.iter().flat_map(|(key, value)| named(key, value)).collect()
        }
        _ => Vec::new(),
    }
}

fn named(key: &str, value: &Value) -> Vec<String> {
    match (key, value) {
        ("email", Value::String(email)) => vec![email.clone()],
        ("emails", Value::Array(emails)) => {
            emails.iter().filter_map(Value::as_str).map(String::from).collect()
        }
        _ => people(value),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn finds_people_in_every_body() {
        let cases = [
            (json!({"new_users": [{"email": "a@x.org", "roles": []}, {"email": "b@x.org"}]}), 2),
            (json!({"emails": ["a@x.org", "b@x.org", 3], "send_email": true}), 2),
            (json!({"users": [{"roleName": "Viewer", "email": "a@x.org"}]}), 1),
            (json!({"email": "a@x.org"}), 1),
            (json!("a@x.org"), 0),
        ];
        for (body, count) in cases {
            let expected = &["a@x.org", "b@x.org"][..count];
            assert_eq!(people(&body), expected, "{body}");
        }
    }
}
