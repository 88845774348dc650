//! The files of the repository that these tests read.

use std::fs;
use std::path::PathBuf;

/// A file of the repository.
pub(super) fn file(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
