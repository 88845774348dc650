//! The npm package: four wasm modules, their bindings, and the JavaScript around them, in web/dist.

mod remap;

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Outcome;
use crate::setup::{self, Part, Tools};
use crate::toolchain::WASM;
use crate::{files, package, project, run};

/// What the build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// To be tried at once: compiled fast, not shrunk.
    Demo,
    /// To be shipped: as small as it gets.
    Release,
}

/// A crate that becomes a wasm module.
struct Module {
    name: &'static str,
    /// The profile of what is shipped.
    profile: &'static str,
    package: &'static str,
    features: &'static str,
    library: &'static str,
}

const MODULES: [Module; 4] = [
    Module {
        name: "core",
        profile: "wasm-release-headless",
        package: "invite-users-wasm",
        features: "exports",
        library: "invite_users_wasm",
    },
    Module {
        name: "check",
        profile: "wasm-release",
        package: "invite-users-check",
        features: "",
        library: "invite_users_check",
    },
    Module {
        name: "server",
        profile: "wasm-release",
        package: "invite-users-server",
        features: "",
        library: "invite_users_server",
    },
    Module {
        name: "widget",
        profile: "wasm-release",
        package: "invite-users-widget",
        features: "",
        library: "invite_users_widget",
    },
];

/// What LLVM emits for wasm32 by default; wasm-opt must be told once the section that lists it is
/// gone.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// `cargo xtask build`: what is to be shipped is packed, too.
pub(crate) fn command(kind: Kind, yes: bool) -> Outcome {
    let tools = setup::run(&[Part::Web], yes)?;
    match kind {
        Kind::Demo => run(kind, &tools),
        Kind::Release => package::make(&tools),
    }
}

/// Builds what is not up to date.
pub(crate) fn run(kind: Kind, tools: &Tools) -> Outcome {
    for module in &MODULES {
        compile(module, kind, tools)?;
        bind(module, kind, tools)?;
    }
    let mut npm = Command::new("npm");
    run::shown(npm.args(["run", "--silent", "build"]).current_dir(project::root().join("web")))
}

/// Builds the fake APIs, which serve the playground and the browser tests; returns the program.
pub(crate) fn fake_apis() -> Outcome<PathBuf> {
    let root = project::root();
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--locked", "-p", "fake-apis", "--target-dir", "target"]);
    run::shown(cargo.current_dir(&root))?;
    Ok(root.join("target/debug/fake-apis"))
}

/// Builds an example of the core for this machine; returns the program. `--release` is an option.
pub(crate) fn example(name: &str, options: &[&str]) -> Outcome<PathBuf> {
    let root = project::root();
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--locked", "-p", "invite-users-core", "--example", name]);
    cargo.args(["--target-dir", "target"]).args(options);
    run::shown(cargo.current_dir(&root))?;
    let profile = if options.contains(&"--release") { "release" } else { "debug" };
    Ok(root.join("target").join(profile).join("examples").join(name))
}

impl Module {
    fn profile(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Demo => "wasm-demo",
            Kind::Release => self.profile,
        }
    }
}

/// One package a run: in one run for both, cargo would give the widget the functions of the other,
/// since it unites the features of what it builds together. For the same reason the crate type is
/// named here: two feature sets of one crate would write one and the same file.
fn compile(module: &Module, kind: Kind, tools: &Tools) -> Outcome {
    let mut cargo = tools.toolchain.cargo();
    cargo
        .args(["rustc", "--locked", "-p", module.package, "--lib", "--crate-type", "cdylib"])
        .args(["--features", module.features])
        .args(["--target", WASM, "--target-dir", "target/wasm", "--profile", module.profile(kind)])
        .args(["--config", &remap::setting(&tools.toolchain)?])
        .env_remove("RUSTFLAGS") // it would hide those of .cargo/config.toml
        .current_dir(project::root());
    run::shown(&mut cargo)
}

fn bind(module: &Module, kind: Kind, tools: &Tools) -> Outcome {
    let root = project::root();
    let folder = root.join("target/wasm").join(WASM).join(module.profile(kind));
    let compiled = folder.join(module.library).with_extension("wasm");
    let out = root.join("web/generated").join(module.name);
    let made_from = format!("{} {}", module.profile(kind), files::fingerprint(&compiled)?);
    let stamp = out.join(".made-from");
    if files::stamped(&stamp, &made_from) {
        return Ok(());
    }
    // Made aside and moved whole, so that two builds at once never mix their halves.
    let fresh = out.with_extension(std::process::id().to_string());
    let mut bindgen = Command::new(tools.wasm_bindgen.join("wasm-bindgen"));
    bindgen.args(["--target", "web", "--omit-default-module-path"]);
    bindgen.arg("--remove-producers-section");
    if kind == Kind::Demo {
        bindgen.arg("--remove-name-section");
    }
    bindgen.args(["--out-name", module.name, "--out-dir"]).arg(&fresh).arg(&compiled);
    run::logged(&mut bindgen, &format!("bindgen-{}", module.name))?;
    if kind == Kind::Release {
        shrink(module, &fresh.join(format!("{}_bg.wasm", module.name)))?;
    }
    files::write(&fresh.join(".made-from"), &made_from)?;
    files::remove_dir(&out)?;
    files::rename(&fresh, &out)
}

fn shrink(module: &Module, wasm: &PathBuf) -> Outcome {
    let mut opt = Command::new(project::root().join("web/node_modules/.bin/wasm-opt"));
    // One pass leaves what only its own result lets another one see. In the order of their names,
    // functions made from one generic stand side by side, which gzip likes: 2 % less.
    opt.args(["-Oz", "--converge", "--reorder-functions-by-name", "--strip-debug"]);
    opt.args(FEATURES).arg(wasm).arg("-o").arg(wasm);
    run::logged(&mut opt, &format!("wasm-opt-{}", module.name))
}
