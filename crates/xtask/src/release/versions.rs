//! One version everywhere: the workspace's, in both lock files and in the npm package.

use crate::failure::{Failure, Outcome};
use crate::{files, project};

/// The version of `[workspace.package]`.
pub(super) fn of_workspace(manifest: &str) -> Outcome<String> {
    let section = manifest.split("[workspace.package]").nth(1).unwrap_or_default();
    let version = section.lines().find_map(|line| line.strip_prefix("version = "));
    let version = version.map(|quoted| quoted.trim_matches('"').to_owned());
    version.ok_or_else(|| Failure::new("Cargo.toml has no version in [workspace.package]"))
}

/// Passes where every file that says a version says this one.
pub(super) fn agree(version: &str) -> Outcome<String> {
    let root = project::root();
    let read = |file: &str| files::read(&root.join(file));
    let mut said = in_cargo_lock(&read("Cargo.lock")?);
    said.extend(in_json("web/package.json", &read("web/package.json")?, 1));
    // The lock file says it twice: of itself, and of the package at its root.
    said.extend(in_json("web/package-lock.json", &read("web/package-lock.json")?, 2));
    compare(version, &said)
}

/// What says a version, and which.
type Said = (String, String);

fn compare(version: &str, said: &[Said]) -> Outcome<String> {
    let others: Vec<String> = said
        .iter()
        .filter(|(_, found)| found != version)
        .map(|(place, found)| format!("{place} says {found}"))
        .collect();
    if others.is_empty() {
        return Ok(format!("{version} in all {} places", said.len() + 1));
    }
    let others = others.join(", ");
    Err(Failure::new(format!("the workspace says {version}, but {others}")))
}

/// Packages without a source are those of this workspace.
fn in_cargo_lock(lock: &str) -> Vec<Said> {
    let own = lock.split("[[package]]").skip(1).filter(|package| !package.contains("\nsource = "));
    own.filter_map(|package| {
        let value = |key| package.lines().find_map(|line| line.strip_prefix(key));
        let (name, version) = (value("name = ")?, value("version = ")?);
        Some((
            format!("{} in Cargo.lock", name.trim_matches('"')),
            version.trim_matches('"').into(),
        ))
    })
    .collect()
}

/// npm writes a member a line.
fn in_json(file: &str, json: &str, most: usize) -> Vec<Said> {
    let versions = json.lines().filter_map(|line| line.trim().strip_prefix("\"version\": "));
    versions
        .map(|quoted| (file.to_owned(), quoted.trim_end_matches(',').trim_matches('"').to_owned()))
        .take(most)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{agree, compare, in_cargo_lock, in_json, of_workspace};

    const MANIFEST: &str =
        "[workspace]\nversion = \"9\"\n\n[workspace.package]\nversion = \"1.2.3\"\n";

    #[test]
    fn the_workspace_has_one_version() {
        assert_eq!(of_workspace(MANIFEST).unwrap(), "1.2.3");
        assert!(of_workspace("[workspace]\n").is_err());
    }

    #[test]
    fn the_files_of_this_checkout_agree() {
        let manifest = std::fs::read_to_string(crate::project::root().join("Cargo.toml")).unwrap();
        let words = agree(&of_workspace(&manifest).unwrap()).unwrap();
        assert!(words.ends_with("places"), "{words}");
    }

    #[test]
    fn other_packages_of_a_lock_file_have_versions_of_their_own() {
        let lock = "[[package]]\nname = \"ours\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"other\"\n\
                    version = \"9.9.9\"\nsource = \"registry\"\n";
        assert_eq!(in_cargo_lock(lock), [("ours in Cargo.lock".into(), "1.2.3".into())]);
        let json = "{\n  \"version\": \"1.2.3\",\n  \"packages\": {\n    \"version\": \"1.2.4\",\n  \"version\": \"7\"";
        let versions: Vec<String> =
            in_json("lock", json, 2).into_iter().map(|said| said.1).collect();
        assert_eq!(versions, ["1.2.3", "1.2.4"]);
    }

    #[test]
    fn a_file_with_another_version_is_named() {
        let said = [("web/package.json".to_owned(), "1.2.2".to_owned())];
        let failure = compare("1.2.3", &said).unwrap_err().to_string();
        assert_eq!(failure, "the workspace says 1.2.3, but web/package.json says 1.2.2");
    }
}
