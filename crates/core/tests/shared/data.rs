//! The files of the outside world that several tests read.

use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;

/// A file of `tests/data/apis`.
pub(crate) fn data<T: DeserializeOwned>(file: &str) -> T {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/apis").join(file);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
