//! The errors of the three APIs whose documents share the schema `HTTPValidationError`.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::{flaw::Flaw, reply::Reply};

/// The documented 422: `detail`, a list of what is wrong and where.
pub(crate) fn unprocessable(flaws: &[Flaw]) -> Reply {
    let detail: Vec<Value> = flaws.iter().map(Flaw::to_json).collect();
    Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "detail": detail }))
}

/// Any other error: `detail` as text. Assumed, since no document shows one.
pub(crate) fn detail(status: StatusCode, message: &str) -> Reply {
    Reply::json(status, &json!({ "detail": message }))
}
