//! The playground's files.

use std::path::Path;

use axum::{
    Router,
    http::{HeaderValue, header},
    middleware,
    response::Response,
};
use tower_http::services::{ServeDir, ServeFile};

use crate::run::Shared;

/// The policy under which the element has to work.
const CONTENT_SECURITY_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self' http://127.0.0.1:* http://localhost:*; require-trusted-types-for 'script'",
);

/// The page at `/`, the built package at `/dist`, the page's own files at `/site`, and its states.
pub(crate) fn router(site: &Path) -> Router<Shared> {
    Router::new()
        .route_service("/", ServeFile::new(site.join("index.html")))
        .layer(middleware::map_response(with_policy))
        .nest_service("/dist", ServeDir::new(site.join("web/dist")))
        .nest_service("/site", ServeDir::new(site.join("web/site")))
        .route_service("/states.json", ServeFile::new(site.join("tests/states.json")))
        .layer(middleware::map_response(with_no_cache))
}

async fn with_policy(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    response
}

/// A rebuilt file is seen at the next load.
async fn with_no_cache(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
