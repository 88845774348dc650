//! The npm packages of a folder, exactly as its package-lock.json says.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::progress::Steps;
use crate::system::System;
use crate::{files, node, project, run};

/// How long most folders take, as a person is told.
pub(super) const FEW: &str = "about 15 s";
/// The same for a folder of bundlers, frameworks and runtimes, and what they take.
pub(super) const MANY: &str = "about 1 min and 1 GB";

pub(super) fn ensure(
    folder: &Path,
    takes: &str,
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
    let work = step.begin(&format!("installing, {takes}, once"));
    let mut ci = Command::new("npm");
    ci.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
    run::logged(&mut ci, &format!("npm-{}", name.replace('/', "-")))
        .map_err(|failure| Failure::new(format!("{failure}\nNo npm packages for {name}.")))?;
    work.done();
    files::write(&stamp, &lock)
}
