//! Brings a bare machine to where the project builds, step by step; finds everything ready the
//! second time.

mod browser;
pub(crate) mod cargo_fuzz;
mod distribution;
mod engines;
mod geckodriver;
mod npm;
mod trunk;
mod wasm_bindgen;
mod wasm_target;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

pub(crate) use browser::Browser;
pub(crate) use engines::Engines;

use crate::failure::Outcome;
use crate::progress::{Steps, duration};
use crate::system::System;
use crate::toolchain::Toolchain;
use crate::{files, node, project, run};

/// What is needed beyond the compiler and wasm-bindgen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The npm packages that build and test web/.
    Web,
    /// A browser, and the npm packages of tests/e2e/.
    Browser,
    /// Two more engines and their drivers.
    Engines,
    /// The platforms that tests/server/ starts the server handler on.
    Platforms,
    /// The npm packages that tests/bench/ compares ours with.
    Peers,
    /// The tools that tests/consumers/ builds its projects with.
    Consumers,
    /// For `trunk build` and `trunk serve`.
    Trunk,
}

/// What was found or made.
pub(crate) struct Tools {
    pub(crate) toolchain: Toolchain,
    /// The folder with `wasm-bindgen` and `wasm-bindgen-test-runner`.
    pub(crate) wasm_bindgen: PathBuf,
    /// There where it was wanted.
    pub(crate) browser: Option<Browser>,
    /// Which there are, where they were wanted.
    pub(crate) engines: Option<Engines>,
    /// The folder with `trunk`, where it was wanted.
    pub(crate) trunk: Option<PathBuf>,
}

/// Sets up and says how long it took.
pub(crate) fn announced(parts: &[Part], yes: bool, started: Instant) -> Outcome {
    let tools = run(parts, yes)?;
    println!("Set up in {}", duration(started.elapsed()));
    if let Some(trunk) = &tools.trunk {
        explain_trunk(trunk, &tools);
    }
    Ok(())
}

/// The tools are not on the person's `PATH`, and stay off it.
fn explain_trunk(trunk: &Path, tools: &Tools) {
    let folders = [trunk.to_owned(), tools.wasm_bindgen.clone()];
    let folders = folders.map(|folder| folder.display().to_string()).join(":");
    let toolchain = match &tools.toolchain {
        Toolchain::Named(name) => format!("RUSTUP_TOOLCHAIN={name} "),
        Toolchain::Plain | Toolchain::Distribution => String::new(),
    };
    println!("The live loop: {toolchain}PATH=\"{folders}:$PATH\" trunk serve");
}

/// Finds or makes what the parts need. `yes`: changes to the system are agreed to.
pub(crate) fn run(parts: &[Part], yes: bool) -> Outcome<Tools> {
    let wants = |part| parts.contains(&part);
    let mut steps = Steps::new(count(parts));
    let mut system = System::new(yes, packages(parts));
    let toolchain = wasm_target::ensure(&mut steps, &mut system)?;
    let wasm_bindgen = wasm_bindgen::ensure(&mut steps)?;
    let root = project::root();
    if wants(Part::Web) {
        npm::ensure(&root.join("web"), &npm::SCRIPTS, &mut steps, &mut system)?;
    }
    let mut browser = None;
    if wants(Part::Browser) {
        browser = Some(browser::ensure(&mut steps, &mut system)?);
        npm::ensure(&root.join("tests/e2e"), &npm::SCRIPTS, &mut steps, &mut system)?;
    }
    let engines = wants(Part::Engines).then(|| engines::ensure(&mut steps, &mut system));
    if wants(Part::Platforms) {
        npm::ensure(&root.join("tests/server"), &npm::PROGRAMS, &mut steps, &mut system)?;
    }
    if wants(Part::Peers) {
        npm::ensure(&root.join("tests/bench"), &npm::SCRIPTS, &mut steps, &mut system)?;
    }
    if wants(Part::Consumers) {
        npm::ensure(&root.join("tests/consumers"), &npm::TOOLS, &mut steps, &mut system)?;
    }
    let trunk = wants(Part::Trunk).then(|| trunk::ensure(&mut steps)).transpose()?;
    Ok(Tools { toolchain, wasm_bindgen, browser, engines, trunk })
}

fn count(parts: &[Part]) -> usize {
    let steps = |part: &Part| match part {
        Part::Browser => 2,
        Part::Engines => engines::STEPS,
        Part::Web | Part::Platforms | Part::Peers | Part::Consumers | Part::Trunk => 1,
    };
    2 + parts.iter().map(steps).sum::<usize>()
}

fn packages(parts: &[Part]) -> Vec<&'static str> {
    let mut packages = Vec::new();
    if !node::is_installed() {
        packages.extend(node::PACKAGES);
    }
    if parts.contains(&Part::Browser) && browser::find().is_none() {
        packages.extend(browser::PACKAGES);
    }
    if parts.contains(&Part::Engines) {
        packages.extend(engines::packages());
    }
    packages
}

/// Runs a `cargo install` into a folder of the cache, never into the person's own ~/.cargo/bin.
fn cargo_install(command: &mut Command, root: &Path, log: &str) -> Outcome {
    let build = root.with_file_name(format!("{log}-build"));
    run::logged(command.arg("--root").arg(root).env("CARGO_TARGET_DIR", &build), log)?;
    files::remove_dir(&build)
}
