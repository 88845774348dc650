//! What goes to npm: the tarball of `cargo xtask build`.

use std::process::Command;

use super::verdict::Verdict;
use crate::failure::{Failure, Outcome};
use crate::setup::Tools;
use crate::{files, package, project};

/// Builds and packs: sizes, licences and the list of what is in it are judged there.
pub(super) fn packs(tools: &Tools, version: &str) -> Outcome<String> {
    package::make(tools)?;
    let tarball = package::tarball(version);
    if !tarball.is_file() {
        let tarball = tarball.display();
        return Err(Failure::new(format!("the build left no {tarball}: do the versions agree?")));
    }
    Ok("built and packed: sizes, licences and files are as expected".into())
}

/// Passes where package.json names a custom elements manifest, for the tools that look for it there
/// (<https://github.com/webcomponents/custom-elements-manifest>).
pub(super) fn describes_elements() -> Outcome<String> {
    let web = project::root().join("web");
    let manifest = files::read(&web.join("package.json"))?;
    let named = manifest.lines().find_map(|line| line.trim().strip_prefix("\"customElements\": "));
    let named = named.map(|quoted| quoted.trim_end_matches(',').trim_matches('"').to_owned());
    let named = named.ok_or_else(|| Failure::new("package.json names none in `customElements`"))?;
    if files::read(&web.join(&named))?.contains("\"invite-users\"") {
        return Ok(format!("{named} tells of <invite-users>"));
    }
    Err(Failure::new(format!("{named} does not tell of <invite-users>")))
}

/// All that npm does short of sending.
pub(super) fn would_publish(version: &str) -> Verdict {
    let mut npm = Command::new("npm");
    npm.args(["publish", "--dry-run", "--ignore-scripts", "--access", "public"]);
    npm.arg(package::tarball(version)).current_dir(project::root());
    Verdict::of(&mut npm, "npm-publish", "npm publish --dry-run takes the tarball")
}
