//! The npm packages of a folder, in the versions that its package-lock.json says.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::progress::Steps;
use crate::system::System;
use crate::{files, node, project, run};

/// What a folder holds.
pub(super) struct Kind {
    /// What installing it takes, as a person is told.
    takes: &'static str,
    command: &'static [&'static str],
}

/// Scripts, and nothing but what the lock file says.
pub(super) const SCRIPTS: Kind = Kind { takes: "about 15 s", command: &["ci"] };
/// Programs for one kind of machine each. A lock file that was written on one kind may lack those of others,
/// which `npm ci` does not forgive.
pub(super) const PROGRAMS: Kind =
    Kind { takes: "about 15 s and 350 MB", command: &["install", "--no-save"] };
/// Bundlers, frameworks and such programs.
pub(super) const TOOLS: Kind =
    Kind { takes: "about 1 min and 1.3 GB", command: &["install", "--no-save"] };

pub(super) fn ensure(
    folder: &Path,
    kind: &Kind,
    steps: &mut Steps,
    system: &mut System,
) -> Outcome {
    let name = folder.strip_prefix(project::root()).unwrap_or(folder).display().to_string();
    let step = steps.next(&format!("npm packages of {name}"));
    node::ensure(&step, system)?;
    let lock = files::fingerprint(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.package-lock.stamp");
    if files::stamped(&stamp, &lock) {
        step.ready("");
        return Ok(());
    }
    let work = step.begin(&format!("installing, {}, once", kind.takes));
    let mut npm = Command::new("npm");
    npm.args(kind.command).args(["--no-audit", "--no-fund"]).current_dir(folder);
    run::logged(&mut npm, &format!("npm-{}", name.replace('/', "-")))
        .map_err(|failure| Failure::new(format!("{failure}\nNo npm packages for {name}.")))?;
    work.done();
    files::write(&stamp, &lock)
}
