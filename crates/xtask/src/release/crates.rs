//! What goes to crates.io: the core alone. The other crates are what the npm package is made of, and
//! nothing that a Rust program could call.

use std::path::Path;
use std::process::Command;

use super::verdict::{Verdict, said};
use crate::failure::{Failure, Outcome};
use crate::{files, project};

/// The crate that is published.
pub(super) const PUBLISHED: &str = "invite-users-core";

const LOG: &str = "cargo-publish";

/// Passes where no other crate could be published by mistake.
pub(super) fn only_those_meant() -> Outcome<String> {
    let mut names = Vec::new();
    for folder in files::list(&project::root().join("crates")) {
        let manifest = files::read(&folder.join("Cargo.toml"))?;
        if is_publishable(&manifest) {
            names.push(name(&folder));
        }
    }
    match names.as_slice() {
        [only] if only == "core" => Ok(format!("{PUBLISHED} alone")),
        found => {
            let found = found.join(", ");
            Err(Failure::new(format!(
                "crates/core alone is meant to be, and these could be: {found}"
            )))
        }
    }
}

/// The workspace's own setting is that nothing is.
fn is_publishable(manifest: &str) -> bool {
    !manifest.lines().any(|line| matches!(line, "publish.workspace = true" | "publish = false"))
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Packs the crate, builds what was packed and asks the registry what it needs to know.
pub(super) fn packs() -> Verdict {
    println!("Packing {PUBLISHED} and building it from what was packed, about 1 min");
    let mut cargo = Command::new("cargo");
    cargo.args(["publish", "--dry-run", "--locked", "--package", PUBLISHED]);
    let passed = "cargo publish --dry-run: packed, and built from what was packed";
    match Verdict::of(cargo.current_dir(project::root()), LOG, passed) {
        Verdict::Passed(words) if said(LOG).contains("manifest has no") => Verdict::Passed(
            format!("{words}; its manifest could say more, see target/setup/{LOG}.log"),
        ),
        verdict => verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_publishable, only_those_meant};

    #[test]
    fn the_core_alone_can_be_published() {
        assert_eq!(only_those_meant().unwrap(), "invite-users-core alone");
    }

    #[test]
    fn a_crate_is_published_unless_it_says_no() {
        assert!(is_publishable("[package]\nname = \"new\"\n"));
        assert!(!is_publishable("[package]\npublish = false\n"));
        assert!(!is_publishable("[package]\npublish.workspace = true\n"));
    }
}
