//! A toolchain with the standard library for wasm32: one that is there, rustup's, or the
//! distribution's own.

use std::process::Command;
use std::time::Duration;

use super::distribution;
use crate::failure::Outcome;
use crate::progress::{Step, Steps};
use crate::run;
use crate::system::System;
use crate::toolchain::{Toolchain, WASM};

/// How long rustup may take: where it cannot download, it does not always say so.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) fn ensure(steps: &mut Steps, system: &mut System) -> Outcome<Toolchain> {
    let step = steps.next("wasm32 compiler");
    if let Some(toolchain) = find() {
        step.ready(&format!(" ({})", toolchain.name()));
        return Ok(toolchain);
    }
    if let Some(toolchain) = by_rustup(&step) {
        return Ok(toolchain);
    }
    distribution::ensure(&step, system)
}

fn find() -> Option<Toolchain> {
    Toolchain::installed().into_iter().find(Toolchain::compiles_wasm)
}

fn by_rustup(step: &Step) -> Option<Toolchain> {
    run::answer(Command::new("rustup").arg("--version"))?;
    let work = step.begin("rustup target add, about 10 s, once");
    let mut add = Command::new("rustup");
    let added = run::within(add.args(["target", "add", WASM]), "rustup", PATIENCE);
    let toolchain = find();
    match (added, &toolchain) {
        (Ok(()), Some(_)) => work.done(),
        _ => println!("      rustup cannot provide it here; trying the distribution's compiler"),
    }
    toolchain
}
