//! Idempotency keys of pages, made the inviter's own before they go up.

use std::fmt::Write;

use axum::http::{HeaderMap, HeaderValue};
use invite_users_core::PlannedRequest;
use invite_users_core::api::ApiInfo;
use ring::digest::{SHA256, digest};
use serde_json::json;

use crate::policy::Inviter;

/// Gives the request a key that no other inviter can have, where the API takes keys and the page sends one
/// (draft-ietf-httpapi-idempotency-key-header).
pub(crate) fn carry(
    headers: &HeaderMap,
    inviter: &Inviter,
    api: &ApiInfo,
    request: &mut PlannedRequest,
) {
    let Some(header) = &api.idempotency_header else { return };
    if let Some(key) = text(headers, header) {
        request.headers.push((header.to_ascii_lowercase(), hash(inviter, &key)));
    }
}

/// The header's values as one, as Fetch reads them: a byte is a character (isomorphic decoding).
fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let decoded = |value: &HeaderValue| value.as_bytes().iter().copied().map(char::from).collect();
    let values: Vec<String> = headers.get_all(name).iter().map(decoded).collect();
    Some(values.join(", ")).filter(|key| !key.is_empty())
}

/// SHA-256 of `["inviter","key"]` in hexadecimal digits. In JSON nobody's name can run over into the key.
fn hash(inviter: &Inviter, key: &str) -> String {
    let pair = json!([inviter.as_str(), key]).to_string();
    let mut digits = String::new();
    for byte in digest(&SHA256, pair.as_bytes()).as_ref() {
        // Writing to a String never fails.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
