//! The wasm-bindgen command-line tools of exactly the version in Cargo.lock
//! (<https://wasm-bindgen.github.io/wasm-bindgen/reference/cli.html>).

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Outcome;
use crate::progress::Steps;
use crate::{files, lock, project, run};

const TOOLS: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-test-runner"];

/// Returns the folder that holds the tools.
pub(super) fn ensure(steps: &mut Steps) -> Outcome<PathBuf> {
    let version = lock::wasm_bindgen()?;
    let step = steps.next(&format!("wasm-bindgen {version}"));
    let cached = project::cache().join(format!("wasm-bindgen-{version}"));
    let on_path = files::folder_on_path(TOOLS[0]);
    let found = on_path.into_iter().chain([cached.join("bin")]).find(|bin| fits(bin, &version));
    if let Some(bin) = found {
        step.ready("");
        return Ok(bin);
    }
    let work = step.begin("building, about 140 s, once");
    install(&version, &cached)?;
    work.done();
    Ok(cached.join("bin"))
}

fn fits(bin: &Path, version: &str) -> bool {
    TOOLS.iter().all(|tool| {
        let said = run::answer(Command::new(bin.join(tool)).arg("--version")).unwrap_or_default();
        said.split_whitespace().nth(1) == Some(version)
    })
}

// Not `--locked`: the locked versions of its own dependencies are not on every mirror.
fn install(version: &str, root: &Path) -> Outcome {
    super::cargo_install(
        Command::new("cargo").args(["install", "wasm-bindgen-cli", "--version", version]),
        root,
        "wasm-bindgen",
    )
}
