//! trunk, the contributor's live loop (<https://trunkrs.dev>).

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Outcome;
use crate::progress::Steps;
use crate::{files, project, run};

/// The newest version that the project's oldest supported compiler builds.
const VERSION: &str = "0.21.14";

/// Returns the folder that holds trunk.
pub(super) fn ensure(steps: &mut Steps) -> Outcome<PathBuf> {
    let step = steps.next(&format!("trunk {VERSION}"));
    let root = project::cache().join(format!("trunk-{VERSION}"));
    let built = root.join("bin");
    let on_path = files::folder_on_path("trunk");
    let found = on_path.into_iter().chain([built.clone()]).find(|bin| fits(bin));
    if let Some(bin) = found {
        step.ready("");
        return Ok(bin);
    }
    let work = step.begin("building, about 5 min, once");
    install(&root)?;
    work.done();
    Ok(built)
}

fn fits(bin: &Path) -> bool {
    let said = run::answer(Command::new(bin.join("trunk")).arg("--version")).unwrap_or_default();
    said.split_whitespace().nth(1) == Some(VERSION)
}

// `--locked`: with newer dependencies it does not compile.
fn install(root: &Path) -> Outcome {
    let mut command = Command::new("cargo");
    command
        .args(["install", "trunk", "--version", VERSION, "--locked"])
        .args(["--no-default-features", "--features", "rustls"])
        // It waits for the compiler most of the time: its own speed matters less than the wait.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    super::cargo_install(&mut command, root, "trunk")
}
