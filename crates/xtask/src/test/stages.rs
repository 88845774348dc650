//! The stages of `cargo xtask test`, cheapest first.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::Kind;
use crate::failure::{Failure, Outcome};
use crate::setup::{Browser, Part, Tools};
use crate::toolchain::WASM;
use crate::{bench, build, e2e, files, package, project, run};

/// One stage.
pub(super) struct Stage {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) check: Check,
    /// What setup has to make ready for it.
    pub(super) parts: &'static [Part],
}

/// What a stage runs.
#[derive(Clone, Copy)]
pub(super) enum Check {
    /// Needs nothing but the person's own toolchain.
    Bare(fn() -> Outcome),
    /// Needs what setup finds or makes.
    Prepared(fn(&Tools) -> Outcome),
}

const fn stage(
    name: &'static str,
    what: &'static str,
    check: Check,
    parts: &'static [Part],
) -> Stage {
    Stage { name, what, check, parts }
}

/// All of them, in the order in which they run.
pub(super) const ALL: [Stage; 13] = {
    use Check::{Bare, Prepared};
    use Part::{Browser, Consumers, Engines, Platforms, Trunk, Web};
    [
        stage("fmt", "every crate is formatted", Bare(fmt), &[]),
        stage("clippy", "no crate has a warning", Prepared(clippy), &[]),
        stage("native", "the crates that run outside a page", Bare(native), &[]),
        stage("wasm", "the crates that run in a page, in a browser", Prepared(wasm), &[Browser]),
        stage(
            "build",
            "the npm package as it ships, within its budgets",
            Prepared(release),
            &[Web],
        ),
        stage("web", "the npm package in Node.js", Prepared(web), &[Web]),
        stage("server", "the server handler on each platform", Prepared(server), &[Web, Platforms]),
        stage("example", "the Rust examples against the fake APIs", Prepared(example), &[Web]),
        stage("e2e", "the playground against the fake APIs", Prepared(pages), &[Web, Browser]),
        stage(
            "engines",
            "a person's way in Chromium, Firefox and WebKitGTK",
            Prepared(engines),
            &[Web, Browser, Engines],
        ),
        stage("trunk", "`trunk build` makes the playground", Prepared(trunk), &[Web, Trunk]),
        stage("look", "every state from all sides", Prepared(look), &[Web, Browser]),
        stage(
            "consumers",
            "projects that install the packed package",
            Prepared(consumers),
            &[Web, Browser, Consumers],
        ),
    ]
};

/// What runs only when it is named, or with `--all`: it takes longer than all others together, or
/// needs a gigabyte of other people's tools.
pub(super) const LONG: [&str; 2] = ["look", "consumers"];

const HOST_CRATES: [&str; 6] = ["-p", "invite-users-core", "-p", "fake-apis", "-p", "xtask"];
#[rustfmt::skip]
const WASM_CRATES: [&str; 10] = [
    "-p", "invite-users-wasm", "--features", "invite-users-wasm/exports",
    "-p", "invite-users-check", "-p", "invite-users-server", "-p", "invite-users-widget",
];
const WASM_TARGET: [&str; 4] = ["--target", WASM, "--target-dir", "target/wasm"];

fn fmt() -> Outcome {
    run::shown(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(tools: &Tools) -> Outcome {
    let strict = ["--all-targets", "--", "-D", "warnings"];
    run::shown(cargo().args(["clippy", "--locked"]).args(HOST_CRATES).args(strict))?;
    let toolchain = &tools.toolchain;
    if !toolchain.has_clippy() {
        println!("The wasm crates are left out: toolchain {} has no clippy", toolchain.name());
        return Ok(());
    }
    let mut clippy = toolchain.cargo();
    clippy.args(["clippy", "--locked"]).args(WASM_CRATES).args(WASM_TARGET).args(strict);
    run::shown(clippy.current_dir(project::root()))
}

fn native() -> Outcome {
    run::shown(cargo().args(["test", "--locked"]).args(HOST_CRATES))
}

fn wasm(tools: &Tools) -> Outcome {
    let browser = browser(tools)?;
    let mut cargo = tools.toolchain.cargo();
    cargo.args(["test", "--locked"]).args(WASM_CRATES).args(WASM_TARGET);
    cargo
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            tools.wasm_bindgen.join("wasm-bindgen-test-runner"),
        )
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(browser)?);
    run::shown(cargo.current_dir(project::root()))
}

fn release(tools: &Tools) -> Outcome {
    package::make(tools)
}

fn web(tools: &Tools) -> Outcome {
    build::run(Kind::Release, tools)?;
    let mut npm = Command::new("npm");
    npm.args(["test", "--silent"]).env("FAKE_APIS", build::fake_apis()?);
    run::shown(npm.current_dir(project::root().join("web")))?;
    bench::check()
}

fn server(tools: &Tools) -> Outcome {
    build::run(Kind::Release, tools)?;
    let mut npm = Command::new("npm");
    npm.args(["test", "--silent"]).env("FAKE_APIS", build::fake_apis()?);
    run::shown(npm.current_dir(project::root().join("tests/server")))
}

/// Needs of the tools only Node.js, which drives the program and asks the server's ledger.
fn example(_: &Tools) -> Outcome {
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]);
    node.args(["tests/native/invite.test.mjs", "tests/native/server.test.mjs"]);
    node.env("FAKE_APIS", build::fake_apis()?);
    node.env("INVITE", build::example("invite", &[])?)
        .env("SERVER", build::example("server", &[])?);
    run::shown(node.current_dir(project::root()))
}

fn pages(tools: &Tools) -> Outcome {
    e2e::run(Command::new("npm").args(["test", "--silent"]), tools)?;
    bench::check_browser(tools)
}

/// An engine that can't be had is skipped with the reason, which setup has told, too.
fn engines(tools: &Tools) -> Outcome {
    let mut npm = Command::new("npm");
    npm.args(["run", "--silent", "engines"]).env("CHROMEDRIVER", &browser(tools)?.driver);
    if let Some(engines) = &tools.engines {
        engines.tell(&mut npm);
    }
    e2e::run(&mut npm, tools)
}

fn look(tools: &Tools) -> Outcome {
    e2e::run(Command::new("npm").args(["run", "--silent", "look"]), tools)
}

/// They install the very tarball that is published.
fn consumers(tools: &Tools) -> Outcome {
    package::make(tools)?;
    let mut npm = Command::new("npm");
    npm.args(["test", "--silent"]);
    npm.env("PACKAGE", package::tarball(env!("CARGO_PKG_VERSION")));
    e2e::run_in("tests/consumers", &mut npm, tools)
}

fn trunk(tools: &Tools) -> Outcome {
    build::run(Kind::Release, tools)?;
    let root = project::root();
    let bin = tools.trunk.as_ref().ok_or_else(|| Failure::new("trunk was not set up"))?;
    let dist = root.join("target/trunk");
    files::remove_dir(&dist)?;
    let mut trunk = Command::new(bin.join("trunk"));
    trunk.arg("build").arg("--dist").arg(&dist).current_dir(&root);
    let folders = [root.join("web/node_modules/.bin"), tools.wasm_bindgen.clone()];
    trunk.env("PATH", files::path_with(&folders)).env("CARGO_TARGET_DIR", "target/wasm");
    // It would ask its server whether there is a newer trunk.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    run::shown(tools.toolchain.lend(&mut trunk))?;
    is_page(&dist)
}

fn is_page(dist: &Path) -> Outcome {
    let files = files::list(dist);
    let any = |test: fn(&PathBuf) -> bool| files.iter().any(test);
    if any(|file| file.ends_with("index.html"))
        && any(|file| file.extension().is_some_and(|extension| extension == "wasm"))
    {
        return Ok(());
    }
    let dist = dist.display();
    Err(Failure::new(format!("trunk left no index.html with a wasm module in {dist}")))
}

fn browser(tools: &Tools) -> Outcome<&Browser> {
    tools.browser.as_ref().ok_or_else(|| Failure::new("no browser was set up"))
}

/// Writes the file that tells wasm-bindgen-test which browser to start, and how
/// (<https://wasm-bindgen.github.io/wasm-bindgen/wasm-bindgen-test/browsers.html>).
fn capabilities(browser: &Browser) -> Outcome<PathBuf> {
    let path = project::root().join("target/setup/webdriver.json");
    let program = browser.program.display().to_string();
    let json = format!(
        r#"{{"goog:chromeOptions": {{"binary": {program:?}, "args": ["{}"]}}}}"#,
        FLAGS.join("\", \"")
    );
    files::write(&path, &json)?;
    Ok(path)
}

/// A browser that shows nothing and calls nobody; in a container it runs as root.
const FLAGS: [&str; 7] = [
    "headless",
    "no-sandbox",
    "disable-gpu",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
];

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root());
    cargo
}
