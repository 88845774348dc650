//! What goes to crates.io: the core, and what lets it run in a browser. The other crates are what the npm package is
//! made of, and nothing that a Rust program could call.

use std::path::Path;
use std::process::Command;

use super::verdict::{Verdict, said};
use crate::failure::{Failure, Outcome};
use crate::{files, project};

/// The crates that are published, in the order of their folders.
pub(super) const PUBLISHED: [&str; 2] = ["invite-users-core", "invite-users-wasm"];

const LOG: &str = "cargo-publish";

/// Passes where no other crate could be published by mistake.
pub(super) fn only_those_meant() -> Outcome<String> {
    let mut names = Vec::new();
    for folder in files::list(&project::root().join("crates")) {
        let manifest = files::read(&folder.join("Cargo.toml"))?;
        if is_publishable(&manifest) {
            names.push(format!("invite-users-{}", name(&folder)));
        }
    }
    names.sort();
    let (found, meant) = (names.join(", "), PUBLISHED.join(", "));
    if found == meant {
        return Ok(meant);
    }
    Err(Failure::new(format!("{meant} are meant to be, and these could be: {found}")))
}

/// The workspace's own setting is that nothing is.
fn is_publishable(manifest: &str) -> bool {
    !manifest.lines().any(|line| matches!(line, "publish.workspace = true" | "publish = false"))
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The command that publishes them, one after the other as they need each other (cargo 1.90 and later).
pub(super) fn command() -> String {
    format!("cargo publish --locked -p {}", PUBLISHED.join(" -p "))
}

/// Packs the crates, builds what was packed and asks the registry what it needs to know.
pub(super) fn pack() -> Verdict {
    println!(
        "Packing {} and building them from what was packed, about 1 min",
        PUBLISHED.join(", ")
    );
    let mut cargo = Command::new("cargo");
    cargo.args(["publish", "--dry-run", "--locked"]);
    cargo.args(PUBLISHED.iter().flat_map(|name| ["--package", name]));
    let passed = "cargo publish --dry-run: packed, and built from what was packed";
    match Verdict::of(cargo.current_dir(project::root()), LOG, passed) {
        Verdict::Passed(words) if said(LOG).contains("manifest has no") => Verdict::Passed(
            format!("{words}; a manifest could say more, see target/setup/{LOG}.log"),
        ),
        verdict => verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_publishable, only_those_meant};

    #[test]
    fn no_other_crate_can_be_published() {
        assert_eq!(only_those_meant().unwrap(), "invite-users-core, invite-users-wasm");
    }

    #[test]
    fn a_crate_is_published_unless_it_says_no() {
        assert!(is_publishable("[package]\nname = \"new\"\n"));
        assert!(!is_publishable("[package]\npublish = false\n"));
        assert!(!is_publishable("[package]\npublish.workspace = true\n"));
    }
}
