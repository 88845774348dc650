//! The data of these tests, and what they compare.

use std::fs;
use std::path::PathBuf;

use invite_users_core::Outcome;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A file of the repository.
pub(super) fn file(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of `tests/data/apis`.
pub(super) fn data<T: DeserializeOwned>(path: &str) -> T {
    let text = file(&format!("tests/data/apis/{path}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The outcomes as JavaScript sees them, without sentences and their data.
pub(super) fn told(outcomes: &[Outcome]) -> Vec<Value> {
    let mut told = json!(outcomes);
    for outcome in told.as_array_mut().expect("a list") {
        let outcome = outcome.as_object_mut().expect("an object");
        outcome.remove("message");
        outcome.remove("params");
    }
    told.as_array().expect("a list").clone()
}
