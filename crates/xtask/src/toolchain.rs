//! A Rust toolchain that compiles for wasm32, and how to call it without changing the person's
//! default one.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{files, run};

/// The target of everything that runs in a page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// One toolchain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// Known to rustup by this name.
    Named(String),
    /// The `cargo` on `PATH`, without rustup.
    Plain,
    /// The distribution's own, in /usr/bin, without rustup.
    Distribution,
}

impl Toolchain {
    /// Every toolchain of this machine, the active one first.
    pub(crate) fn installed() -> Vec<Self> {
        let Some(list) = run::answer(Command::new("rustup").args(["toolchain", "list"])) else {
            return vec![Self::Plain, Self::Distribution];
        };
        names(&list).into_iter().map(Self::Named).collect()
    }

    /// A call of this toolchain's cargo.
    pub(crate) fn cargo(&self) -> Command {
        self.program("cargo")
    }

    /// For people: its name.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Plain => "the one on PATH",
            Self::Distribution => "/usr/bin",
        }
    }

    /// Whether it can compile this project for wasm32.
    pub(crate) fn compiles_wasm(&self) -> bool {
        self.release().is_some_and(|release| recent(&release)) && self.has_wasm_std()
    }

    /// `rustc --version`.
    pub(crate) fn release(&self) -> Option<String> {
        run::answer(self.program("rustc").arg("--version"))
    }

    /// The folder that it is installed in.
    pub(crate) fn sysroot(&self) -> Option<PathBuf> {
        run::answer(self.program("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
    }

    /// The commit that its compiler was built from.
    pub(crate) fn commit(&self) -> Option<String> {
        let about = run::answer(self.program("rustc").arg("-vV"))?;
        about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).map(str::to_owned)
    }

    /// Whether `cargo clippy` works in it.
    pub(crate) fn has_clippy(&self) -> bool {
        run::answer(self.cargo().args(["clippy", "--version"])).is_some()
    }

    /// Sets the variables that make another program's calls of cargo use this toolchain.
    pub(crate) fn lend<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        match self {
            Self::Named(name) => command.env("RUSTUP_TOOLCHAIN", name),
            Self::Plain => command,
            Self::Distribution => command.env("RUSTC", "/usr/bin/rustc"),
        }
    }

    fn program(&self, name: &str) -> Command {
        let file = match self {
            Self::Distribution => Path::new("/usr/bin").join(name),
            Self::Named(_) | Self::Plain => PathBuf::from(name),
        };
        let mut command = Command::new(file);
        // `cargo run` points the loader at the libraries of the toolchain that built xtask.
        command.env_remove("LD_LIBRARY_PATH");
        self.lend(&mut command);
        command
    }

    fn has_wasm_std(&self) -> bool {
        let sysroot = run::answer(self.program("rustc").args(["--print", "sysroot"]));
        sysroot.is_some_and(|sysroot| {
            let lib = Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib");
            let ours = files::read(&lib.join(BUILT_BY)).ok();
            has_std(&lib) && ours.is_none_or(|release| Some(release) == self.release())
        })
    }
}

/// The file beside a std that setup built: the compiler it was built with, and works with.
pub(crate) const BUILT_BY: &str = "built-by";

/// Whether `rustc --version` names a compiler that the project's `rust-version` allows.
pub(crate) fn recent(release: &str) -> bool {
    let oldest = minor(env!("CARGO_PKG_RUST_VERSION"));
    release.strip_prefix("rustc ").and_then(minor) >= oldest.or(Some(0))
}

/// The second number of `1.88` or `1.88.0-nightly`.
fn minor(version: &str) -> Option<u32> {
    version.strip_prefix("1.")?.split('.').next()?.parse().ok()
}

fn has_std(lib: &Path) -> bool {
    files::list(lib).iter().any(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// Names in the output of `rustup toolchain list`, the active one first.
fn names(list: &str) -> Vec<String> {
    let mut lines: Vec<&str> = list.lines().filter(|line| !line.starts_with("no ")).collect();
    lines.sort_by_key(|line| !(line.contains("active") || line.ends_with("(default)")));
    lines.iter().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{names, recent};

    #[test]
    fn the_active_toolchain_comes_first() {
        let list = "1.90.0-x86_64-unknown-linux-gnu\nstable-x86_64-unknown-linux-gnu (active, \
                    default)\nsystem\n";
        let first_to_last =
            ["stable-x86_64-unknown-linux-gnu", "1.90.0-x86_64-unknown-linux-gnu", "system"];
        assert_eq!(names(list), first_to_last);
    }

    #[test]
    fn older_rustups_mark_the_default() {
        assert_eq!(names("beta-x\nstable-x (default)\n"), ["stable-x", "beta-x"]);
        assert!(names("no installed toolchains\n").is_empty());
    }

    #[test]
    fn too_old_a_compiler_is_told_apart() {
        assert!(recent("rustc 1.88.0 (6b00bc388 2025-06-23)"));
        assert!(recent("rustc 1.97.0-nightly (abc 2026-05-01)"));
        assert!(!recent("rustc 1.85.1"));
        assert!(!recent("no compiler at all"));
    }
}
