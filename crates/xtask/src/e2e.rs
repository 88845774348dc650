//! What every script that drives a browser needs: the built package, the fake APIs and a browser.

use std::process::Command;

use crate::build::Kind;
use crate::failure::{Failure, Outcome};
use crate::setup::Tools;
use crate::{build, project, run};

/// Builds what is not up to date, and runs a script in the folder of the browser tests.
pub(crate) fn run(script: &mut Command, tools: &Tools) -> Outcome {
    run_in("tests/e2e", script, tools)
}

/// The same in another folder of tests that need a browser.
pub(crate) fn run_in(folder: &str, script: &mut Command, tools: &Tools) -> Outcome {
    build::run(Kind::Release, tools)?;
    let fake_apis = build::fake_apis()?;
    let browser = tools.browser.as_ref().ok_or_else(|| Failure::new("no browser was set up"))?;
    script.env("CHROMIUM", &browser.program).env("FAKE_APIS", fake_apis);
    run::shown(script.current_dir(project::root().join(folder)))
}
