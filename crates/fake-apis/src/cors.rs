//! Cross-origin access to the APIs, so that a page on another local port can call them.
//!
//! No document mentions CORS; what is answered here is assumed (Fetch Standard, "CORS protocol").

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

const HEADERS: HeaderValue =
    HeaderValue::from_static("authorization, content-type, galileo-api-key, idempotency-key");
const METHODS: HeaderValue = HeaderValue::from_static("GET, POST");
/// Not cached, so that a fault meets the next preflight too.
const MAX_AGE: HeaderValue = HeaderValue::from_static("0");
const EXPOSED: HeaderValue = HeaderValue::from_static("Retry-After");

/// The answer to a preflight; without an origin, one that denies.
pub(crate) fn preflight(origin: Option<HeaderValue>) -> Response {
    let mut response = allow(StatusCode::NO_CONTENT.into_response(), origin);
    let headers = response.headers_mut();
    if headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    }
    response
}

/// The same response, readable by the origin where there is one.
pub(crate) fn allow(mut response: Response, origin: Option<HeaderValue>) -> Response {
    if let Some(origin) = origin {
        response.headers_mut().extend(readable_by(origin));
    }
    response
}

fn readable_by(origin: HeaderValue) -> HeaderMap {
    HeaderMap::from_iter([
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, origin),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED),
        (header::VARY, HeaderValue::from_static("Origin")),
    ])
}
