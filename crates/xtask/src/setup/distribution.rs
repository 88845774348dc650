//! The distribution's Rust compiler, for a machine that rustup cannot help: Debian and its kin
//! ship `rustc-web` and the source of std, from which std for wasm32 is built once.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::progress::Step;
use crate::system::System;
use crate::toolchain::{BUILT_BY, Toolchain, WASM, recent};
use crate::{files, project, run};

const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];
const LINKER: &str = "/usr/lib/llvm-22/bin/lld";
const SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";
/// The name under which rustup knows the compiler in /usr.
const LINKED: &str = "system";

pub(super) fn ensure(step: &Step, system: &mut System) -> Outcome<Toolchain> {
    let toolchain = Toolchain::Distribution;
    if !toolchain.compiles_wasm() {
        if !is_installed() {
            install(step, system)?;
        }
        let release = toolchain.release().filter(|release| recent(release)).ok_or_else(too_old)?;
        let built = build_std(step, &release)?;
        put_in_place(&built, system)?;
        forget_old_builds()?;
    }
    link()
}

fn is_installed() -> bool {
    let release = Toolchain::Distribution.release();
    let complete = [LINKER, SOURCE, "/usr/bin/cargo"].iter().all(|path| Path::new(path).exists());
    complete && release.is_some_and(|release| recent(&release))
}

fn install(step: &Step, system: &mut System) -> Outcome {
    let work = step.begin("installing the distribution's compiler, about 30 s, once");
    system.install(&PACKAGES, "apt-rust").map_err(|failure| {
        Failure::new(format!(
            "{failure}\nNo compiler for {WASM}: `rustup target add {WASM}` is the usual way to one."
        ))
    })?;
    work.done();
    Ok(())
}

fn too_old() -> Failure {
    Failure::new(format!(
        "the distribution's Rust is too old (1.88 is needed): use rustup, then `rustup target add \
         {WASM}`"
    ))
}

/// Builds std for wasm32 into a folder of the cache and returns the folder.
fn build_std(step: &Step, release: &str) -> Outcome<PathBuf> {
    let folder = project::cache().join("wasm32-std");
    let built = folder.join("lib");
    if files::stamped(&built.join(BUILT_BY), release) {
        return Ok(built);
    }
    let work = step.begin("building std for wasm32, about 60 s, once");
    files::remove_dir(&folder)?;
    files::write(&folder.join("Cargo.toml"), MANIFEST)?;
    files::write(&folder.join("src/lib.rs"), "#![no_std]\n")?;
    run::logged(build_command().current_dir(&folder), "wasm32-std")?;
    collect(&folder, &built)?;
    files::write(&built.join(BUILT_BY), release)?;
    work.done();
    Ok(built)
}

const MANIFEST: &str = "\
[package]
name = \"empty\"
version = \"0.0.0\"
edition = \"2021\"

[workspace]
";

fn build_command() -> Command {
    let mut command = Toolchain::Distribution.cargo();
    command
        .args(["build", "--release", "-Z", "build-std=std,panic_abort,test", "--target", WASM])
        // The compiler is a stable one; only this build of std needs an unstable flag.
        .env("RUSTC_BOOTSTRAP", "1")
        // Fat LTO reads bitcode, which build-std leaves out otherwise.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO_TARGET_DIR");
    command
}

fn collect(folder: &Path, built: &Path) -> Outcome {
    files::create_dir(built)?;
    for file in files::list(&folder.join("target").join(WASM).join("release/deps")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            files::copy(&file, &built.join(name.as_ref()))?;
        }
    }
    Ok(())
}

/// The last command moves the finished folder to where rustc looks: an interrupted setup leaves
/// nothing that looks complete.
fn put_in_place(built: &Path, system: &mut System) -> Outcome {
    let bin = format!("/usr/lib/rustlib/{}/bin", host()?);
    let linker = format!("{bin}/rust-lld");
    let wasm = format!("/usr/lib/rustlib/{WASM}");
    let (lib, new) = (format!("{wasm}/lib"), format!("{wasm}/lib.new"));
    let commands: [&[&str]; 6] = [
        &["mkdir", "-p", &bin, &wasm],
        &["ln", "-sf", LINKER, &linker],
        &["rm", "-rf", &new],
        &["cp", "-r", &built.to_string_lossy(), &new],
        &["rm", "-rf", &lib],
        &["mv", &new, &lib],
    ];
    system.change(&commands, "wasm32-std-install")
}

fn host() -> Outcome<String> {
    let verbose = run::answer(Command::new("/usr/bin/rustc").arg("-vV")).unwrap_or_default();
    let host = verbose.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::new("/usr/bin/rustc does not name its host"))
}

/// Cargo does not notice that the sysroot has changed.
fn forget_old_builds() -> Outcome {
    files::remove_dir(&project::root().join("target/wasm").join(WASM))
}

fn link() -> Outcome<Toolchain> {
    if run::answer(Command::new("rustup").arg("--version")).is_none() {
        return Ok(Toolchain::Distribution);
    }
    let mut link = Command::new("rustup");
    run::logged(link.args(["toolchain", "link", LINKED, "/usr"]), "rustup-link")?;
    Ok(Toolchain::Named(LINKED.to_owned()))
}
