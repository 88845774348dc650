//! What tests compare of outcomes.

use invite_users_core::Outcome;
use serde_json::{Value, json};

/// The outcomes as JavaScript sees them, without sentences and their data.
pub(crate) fn told(outcomes: &[Outcome]) -> Vec<Value> {
    let mut told = json!(outcomes);
    for outcome in told.as_array_mut().expect("a list") {
        let outcome = outcome.as_object_mut().expect("an object");
        outcome.remove("message");
        outcome.remove("params");
    }
    told.as_array().expect("a list").clone()
}
