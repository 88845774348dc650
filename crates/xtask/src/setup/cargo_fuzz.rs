//! cargo-fuzz, which builds and runs what is in tests/fuzz (<https://rust-fuzz.github.io/book/>).

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Outcome;
use crate::progress::Steps;
use crate::{project, run};

const VERSION: &str = "0.13.2";

/// Returns the folder that holds cargo-fuzz.
pub(crate) fn ensure() -> Outcome<PathBuf> {
    let mut steps = Steps::new(1);
    let step = steps.next(&format!("cargo-fuzz {VERSION}"));
    let root = project::cache().join(format!("cargo-fuzz-{VERSION}"));
    let bin = root.join("bin");
    if run::answer(Command::new(bin.join("cargo-fuzz")).arg("--version")).is_some() {
        step.ready("");
        return Ok(bin);
    }
    let work = step.begin("building, about 1 min, once");
    let mut install = Command::new("cargo");
    install.args(["install", "cargo-fuzz", "--version", VERSION]);
    super::cargo_install(&mut install, &root, "cargo-fuzz")?;
    work.done();
    Ok(bin)
}
