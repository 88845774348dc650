//! The tarball that is published: built, held to its budgets, and packed with the licences of all that
//! is in it, in target/package.

use std::path::PathBuf;
use std::process::Command;

use crate::build::{self, Kind};
use crate::failure::Outcome;
use crate::setup::Tools;
use crate::{files, project, run};

/// Builds and packs; prints what a page loads, and the tarball's hash.
pub(crate) fn make(tools: &Tools) -> Outcome {
    build::run(Kind::Release, tools)?;
    run::shown(script("sizes.mjs").arg("--budget"))?;
    let (folder, licences) = (folder(), folder().join("THIRD-PARTY-LICENSES"));
    files::create_dir(&folder)?;
    run::shown(tools.toolchain.lend(script("licences.mjs").arg(&licences)))?;
    run::shown(script("pack.mjs").arg(&licences).arg(&folder))
}

/// The tarball of a version.
pub(crate) fn tarball(version: &str) -> PathBuf {
    folder().join(format!("invite-users-{version}.tgz"))
}

fn folder() -> PathBuf {
    project::root().join("target/package")
}

fn script(name: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(project::root().join("web/scripts").join(name)).current_dir(project::root());
    node
}
