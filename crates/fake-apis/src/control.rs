//! The controls of a test: look at the ledger, set faults, begin anew.

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;

use crate::{
    faults::Fault,
    ledger::Record,
    run::{Run, Shared},
};

/// `/__ledger`, `/__refused`, `/__faults` and `/__reset`.
pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/__ledger", get(ledger))
        .route("/__refused", get(refused))
        .route("/__faults", post(set_faults))
        .route("/__reset", post(reset))
}

/// Every request that an API accepted, in order.
async fn ledger(State(shared): State<Shared>) -> Json<Vec<Record>> {
    Json(records(&shared.lock(), true))
}

/// Every request that an API refused or a fault kept away, in order.
async fn refused(State(shared): State<Shared>) -> Json<Vec<Record>> {
    Json(records(&shared.lock(), false))
}

fn records(run: &Run, accepted: bool) -> Vec<Record> {
    run.records.iter().filter(|record| record.accepted == accepted).cloned().collect()
}

/// Replaces the faults by those of the body, a JSON array.
async fn set_faults(State(shared): State<Shared>, body: String) -> Response {
    match serde_json::from_str::<Vec<Fault>>(&body) {
        Ok(faults) => {
            shared.lock().faults = faults;
            StatusCode::NO_CONTENT.into_response()
        }
        Err(error) => {
            (StatusCode::BAD_REQUEST, Json(json!({ "error": error.to_string() }))).into_response()
        }
    }
}

async fn reset(State(shared): State<Shared>) -> StatusCode {
    *shared.lock() = Run::default();
    StatusCode::NO_CONTENT
}
