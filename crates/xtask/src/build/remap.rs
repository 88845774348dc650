//! What a build leaves out of its results: the folders of whoever builds. Panic messages name source
//! files, so the same sources would else become other bytes on each machine.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::toolchain::{Toolchain, WASM};
use crate::{files, project, run};

/// A setting of cargo, which adds the flags to those in .cargo/config.toml.
pub(super) fn setting(toolchain: &Toolchain) -> Outcome<String> {
    let mut flags: Vec<String> = registries(toolchain)?
        .iter()
        .chain([&project::root()])
        .map(|folder| flag(folder, ""))
        .collect();
    // With the component rust-src the compiler knows where the standard library's files are here.
    if let (Some(sysroot), Some(commit)) = (toolchain.sysroot(), toolchain.commit()) {
        flags.push(flag(&sysroot.join("lib/rustlib/src/rust"), &format!("/rustc/{commit}")));
    }
    Ok(format!("target.{WASM}.rustflags=[{}]", flags.join(", ")))
}

/// Where the sources of the crates are. The name of each folder is made from its registry's address,
/// which is another one behind a mirror.
fn registries(toolchain: &Toolchain) -> Outcome<Vec<PathBuf>> {
    let mut fetch = toolchain.cargo();
    fetch.args(["fetch", "--locked", "--target", WASM]).current_dir(project::root());
    run::logged(&mut fetch, "cargo-fetch")?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let home = home.ok_or_else(|| Failure::new("neither CARGO_HOME nor HOME is set"))?;
    let mut folders = files::list(&home.join("registry/src"));
    folders.sort();
    Ok(folders)
}

fn flag(folder: &Path, name: &str) -> String {
    format!("'--remap-path-prefix={}={name}'", folder.display())
}

#[cfg(test)]
mod tests {
    use super::{flag, setting};
    use crate::toolchain::Toolchain;
    use std::path::Path;

    #[test]
    fn a_folder_is_replaced_and_quoted_for_toml() {
        let quoted = "'--remap-path-prefix=/home/ann lee/code='";
        assert_eq!(flag(Path::new("/home/ann lee/code"), ""), quoted);
    }

    #[test]
    fn the_checkout_is_among_the_folders() {
        let setting = setting(&Toolchain::Plain).unwrap();
        let root = crate::project::root();
        assert!(setting.contains(&flag(&root, "")), "{setting}");
        assert!(setting.starts_with("target.wasm32-unknown-unknown.rustflags=['--remap"));
    }
}
