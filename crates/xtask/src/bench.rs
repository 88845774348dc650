//! `cargo xtask bench`: ours beside other packages, in JavaScript, native and in a browser, on the
//! same data.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::setup::{self, Part, Tools};
use crate::{build, project, run};

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Everything, for docs/benchmarks.md.
    Full,
    /// The same with less data and in fewer rounds, for the terminal.
    Quick,
}

/// What is measured by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// What programs call, in JavaScript and native.
    Headless,
    /// What a person waits for in a page.
    Browser,
}

/// Measures what is built now: one half, or both.
pub(crate) fn run(kind: Kind, only: Option<Half>, yes: bool) -> Outcome {
    let mut parts = vec![Part::Web, Part::Peers];
    if only != Some(Half::Headless) {
        parts.push(Part::Browser);
    }
    let tools = setup::run(&parts, yes)?;
    build::run(build::Kind::Release, &tools)?;
    println!("Comparing, about {} min", minutes(kind, only));
    let mut node = script("run.mjs");
    if let Some(browser) = &tools.browser {
        node.env("CHROMIUM", &browser.program);
    }
    if only != Some(Half::Browser) {
        node.arg("--native").arg(build::example("bench", &["--release"])?);
    }
    node.args(only.map(Half::option).unwrap_or_default());
    node.args((kind == Kind::Quick).then_some("--quick"));
    run::shown(&mut node)
}

/// Checks that the programs of the benchmark run and answer rightly; measures nothing, and needs
/// none of the other packages.
pub(crate) fn check() -> Outcome {
    let native = build::example("bench", &[])?;
    run::shown(test("smoke.test.mjs").env("NATIVE", native))
}

/// The same for what runs in a browser.
pub(crate) fn check_browser(tools: &Tools) -> Outcome {
    let browser = tools.browser.as_ref().ok_or_else(|| Failure::new("no browser was set up"))?;
    run::shown(test("smoke-browser.test.mjs").env("CHROMIUM", &browser.program))
}

impl Half {
    fn option(self) -> &'static [&'static str] {
        match self {
            Self::Headless => &["--only", "headless"],
            Self::Browser => &["--only", "browser"],
        }
    }
}

fn minutes(kind: Kind, only: Option<Half>) -> u32 {
    let (headless, browser) = if kind == Kind::Full { (12, 6) } else { (3, 1) };
    match only {
        None => headless + browser,
        Some(Half::Headless) => headless,
        Some(Half::Browser) => browser,
    }
}

fn test(name: &str) -> Command {
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).arg(path(name)).current_dir(project::root());
    node
}

fn script(name: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(path(name));
    node
}

fn path(name: &str) -> PathBuf {
    project::root().join("tests/bench").join(name)
}
