//! `cargo xtask bench`: ours beside other packages, in JavaScript and native, on the same data.

use std::process::Command;

use crate::failure::Outcome;
use crate::setup::{self, Part};
use crate::{build, project, run};

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Everything, for docs/benchmarks.md.
    Full,
    /// The same data in fewer rounds, for the terminal.
    Quick,
}

/// Measures what is built now.
pub(crate) fn run(kind: Kind, yes: bool) -> Outcome {
    let tools = setup::run(&[Part::Web, Part::Peers], yes)?;
    build::run(build::Kind::Release, &tools)?;
    let native = build::example("bench", &["--release"])?;
    println!("Comparing, about {} min", if kind == Kind::Full { 12 } else { 3 });
    let mut node = script("run.mjs");
    node.arg("--native").arg(native);
    node.args((kind == Kind::Quick).then_some("--quick"));
    run::shown(&mut node)
}

/// Checks that the programs of the benchmark run and answer rightly; measures nothing, and needs
/// none of the other packages.
pub(crate) fn check() -> Outcome {
    let native = build::example("bench", &[])?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "tests/bench/smoke.test.mjs"]);
    run::shown(node.env("NATIVE", native).current_dir(project::root()))
}

fn script(name: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(project::root().join("tests/bench").join(name));
    node
}
