//! Node.js, which bundles the npm package and runs its tests.

use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::progress::Step;
use crate::system::System;
use crate::{files, run};

/// What Debian-like systems call it.
pub(crate) const PACKAGES: [&str; 2] = ["nodejs", "npm"];

/// The oldest major version that the packages of web/ and tests/ run on.
const OLDEST: u32 = 20;

/// Whether `node` and `npm` are on `PATH`.
pub(crate) fn is_installed() -> bool {
    version().is_some() && files::on_path(&["npm"]).is_some()
}

/// Sees to it that Node.js is there and new enough.
pub(crate) fn ensure(step: &Step, system: &mut System) -> Outcome {
    if !is_installed() {
        let work = step.begin("installing Node.js, about 30 s, once");
        system.install(&PACKAGES, "apt-node")?;
        work.done();
    }
    match version() {
        Some(OLDEST..) => Ok(()),
        Some(old) => Err(Failure::new(format!(
            "Node.js {OLDEST} or newer is needed, and this is {old}: please update it"
        ))),
        None => Err(Failure::new(format!("please install Node.js {OLDEST} or newer"))),
    }
}

fn version() -> Option<u32> {
    major(&run::answer(Command::new("node").arg("--version"))?)
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }
}
