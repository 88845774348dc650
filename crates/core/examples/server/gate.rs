//! The gate: what is known of a request before anybody is asked and anything of its body is read.

use axum::http::request::Parts;

use crate::Route;
use crate::answer::Refused;

/// Refuses unless a page of ours asks in the right way: method, origin, content type, in this order.
pub(crate) fn pass(parts: &Parts, route: &Route) -> Result<(), Refused> {
    let method = &*route.api.info().method;
    if parts.method != *method {
        let detail = format!("invitations are sent with {method}");
        return Err(Refused::new(405, "method_not_allowed", &detail).allowing(method));
    }
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    if !header("origin").is_some_and(|origin| route.origins.iter().any(|own| own == origin)) {
        let detail = "this page may not send invitations here";
        return Err(Refused::new(403, "origin_not_allowed", detail));
    }
    let media_type = header("content-type").and_then(|value| value.split(';').next());
    if !media_type.is_some_and(|it| it.trim().eq_ignore_ascii_case("application/json")) {
        let detail = "invitations are sent as application/json";
        return Err(Refused::new(415, "content_type_unsupported", detail));
    }
    Ok(())
}
