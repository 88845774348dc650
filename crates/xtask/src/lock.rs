//! Which version of a package Cargo.lock holds.

use crate::failure::{Failure, Outcome};
use crate::{files, project};

/// The version of wasm-bindgen that the wasm crates are built with; its command-line tool must be
/// of exactly the same version.
pub(crate) fn wasm_bindgen() -> Outcome<String> {
    let path = project::root().join("Cargo.lock");
    version("wasm-bindgen", &files::read(&path)?)
        .ok_or_else(|| Failure::new("Cargo.lock names no version of wasm-bindgen"))
}

fn version(package: &str, lock: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let quoted = lines.next()?.strip_prefix("version = ")?;
    Some(quoted.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::version;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-test\"\nversion = \
                        \"0.3.80\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \
                        \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn finds_the_package_by_its_whole_name() {
        assert_eq!(version("wasm-bindgen", LOCK).as_deref(), Some("0.2.130"));
        assert_eq!(version("wasm-bindgen-test", LOCK).as_deref(), Some("0.3.80"));
    }

    #[test]
    fn an_absent_package_has_no_version() {
        assert_eq!(version("wasm", LOCK), None);
    }
}
