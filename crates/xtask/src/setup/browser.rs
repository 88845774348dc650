//! A Chromium or Chrome and its driver, for the tests that need a page.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::progress::Steps;
use crate::system::System;

/// What Debian-like systems call them.
pub(super) const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// A browser and the program that drives it (W3C `WebDriver`).
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    pub(crate) program: PathBuf,
    pub(crate) driver: PathBuf,
}

pub(super) fn ensure(steps: &mut Steps, system: &mut System) -> Outcome<Browser> {
    let step = steps.next("browser");
    if let Some(browser) = find() {
        step.ready(&format!(" ({})", browser.program.display()));
        return Ok(browser);
    }
    let work = step.begin("installing Chromium, about 40 s, once");
    system.install(&PACKAGES, "apt-browser")?;
    work.done();
    find().ok_or_else(|| {
        Failure::new("no Chromium and chromedriver found: set CHROME and CHROMEDRIVER to them")
    })
}

/// `$CHROME` and `$CHROMEDRIVER`, else what is on `PATH`.
pub(super) fn find() -> Option<Browser> {
    let program = named("CHROME", &BROWSERS)?;
    let driver = named("CHROMEDRIVER", &["chromedriver"])?;
    Some(Browser { program, driver })
}

/// The program that the variable names, else the first of these on `PATH`.
pub(super) fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(|| files::on_path(names))
}
