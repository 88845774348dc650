//! `cargo xtask fuzz`: lets libFuzzer look for texts that break what must hold for every text.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::setup::cargo_fuzz;
use crate::{project, run};

/// How long each target runs, in seconds.
const SECONDS: u32 = 600;

const TARGETS: [&str; 6] = ["address", "description", "list", "reply", "request", "table"];

/// `cargo xtask fuzz [target] [--seconds N]`.
pub(crate) fn run(args: &[&str]) -> Outcome {
    let (targets, seconds) = read(args)
        .ok_or_else(|| Failure::new(format!("fuzz takes one of {TARGETS:?} and `--seconds N`")))?;
    let bin = cargo_fuzz::ensure()?;
    targets.iter().try_for_each(|target| fuzz(&bin, target, seconds))
}

fn read<'a>(args: &[&'a str]) -> Option<(Vec<&'a str>, u32)> {
    match args {
        [] => Some((TARGETS.to_vec(), SECONDS)),
        ["--seconds", seconds] => Some((TARGETS.to_vec(), seconds.parse().ok()?)),
        [target] if TARGETS.contains(target) => Some((vec![target], SECONDS)),
        [target, "--seconds", seconds] if TARGETS.contains(target) => {
            Some((vec![target], seconds.parse().ok()?))
        }
        _ => None,
    }
}

/// No sanitizer: the code that is fuzzed is safe Rust, and they need a nightly compiler.
fn fuzz(bin: &Path, target: &str, seconds: u32) -> Outcome {
    let mut command = Command::new(bin.join("cargo-fuzz"));
    command
        .args(["run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", target, "--"])
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-dict=tests/fuzz/{}", dictionary(target)))
        .args(["-max_len=400", "-print_final_stats=1"])
        .env("RUSTC_BOOTSTRAP", "1") // cargo-fuzz asks for unstable flags, whatever the sanitizer
        .current_dir(project::root());
    run::shown(&mut command)
}

/// The words that the target's texts are made of.
fn dictionary(target: &str) -> &'static str {
    match target {
        "address" | "list" | "table" => "mail.dict",
        "description" => "description.dict",
        _ => "api.dict",
    }
}
