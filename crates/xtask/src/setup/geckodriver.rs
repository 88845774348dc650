//! geckodriver, which drives Firefox (<https://firefox-source-docs.mozilla.org/testing/geckodriver/>).

use std::path::{Path, PathBuf};
use std::process::Command;

use super::browser::named;
use crate::failure::Outcome;
use crate::progress::Steps;
use crate::{project, run};

const VERSION: &str = "0.37.1";

/// Returns `$GECKODRIVER`, the one on `PATH`, or the one that was built.
pub(super) fn ensure(steps: &mut Steps) -> Outcome<PathBuf> {
    let step = steps.next("geckodriver");
    let root = project::cache().join(format!("geckodriver-{VERSION}"));
    let built = root.join("bin/geckodriver");
    let on_path = named("GECKODRIVER", &["geckodriver"]);
    if let Some(driver) = on_path.into_iter().chain([built.clone()]).find(|driver| runs(driver)) {
        step.ready("");
        return Ok(driver);
    }
    let work = step.begin("building, about 90 s, once");
    install(&root)?;
    work.done();
    Ok(built)
}

fn runs(driver: &Path) -> bool {
    run::answer(Command::new(driver).arg("--version")).is_some()
}

fn install(root: &Path) -> Outcome {
    let mut command = Command::new("cargo");
    command.args(["install", "geckodriver", "--version", VERSION, "--locked"]);
    super::cargo_install(&mut command, root, "geckodriver")
}
