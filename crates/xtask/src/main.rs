//! `cargo xtask`: sets this repository up, builds it, shows it and tests it, with the standard
//! library alone, so that it starts at once on a bare machine
//! (<https://github.com/matklad/cargo-xtask>).

mod bench;
mod build;
mod demo;
mod disk;
mod e2e;
mod failure;
mod files;
mod fuzz;
mod lock;
mod node;
mod package;
mod progress;
mod project;
mod release;
mod run;
mod screenshots;
mod setup;
mod system;
mod test;
mod toolchain;

use std::process::ExitCode;
use std::time::Instant;

use failure::{Failure, Outcome};
use setup::Part;

const HELP: &str = "\
cargo xtask <command>

  setup [--yes] [--tests] [--trunk]   install what building needs (and testing, and `trunk serve`)
  demo [--port N]                     set up, build and serve the playground on 127.0.0.1
  build [--demo | --release]          build the npm package into web/dist; --release, the default,
                                      also packs it into target/package
  test [--all | stage ...]            run every check but the long ones, or with `--all` these too,
                                      or only the named stages:
                                      fmt clippy native wasm build web server example e2e engines
                                      trunk look consumers
  fuzz [target] [--seconds N]         look for what breaks a reader: address, description, list,
                                      reply, request, table
  bench [headless | browser] [--quick]
                                      compare with other packages, both halves or one, and write
                                      docs/benchmarks.md; or quickly, and only to the terminal
  screenshots                         take the pictures in docs/images again
  release --dry-run                   check whether all is ready to be published, and say how

`--yes` goes with every command: it answers yes to the one question about system packages.";

fn main() -> ExitCode {
    let started = Instant::now();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let args = words.iter().map(String::as_str).collect();
    dispatch(args, started).unwrap_or_else(|failure| {
        eprintln!("{failure}");
        ExitCode::FAILURE
    })
}

fn dispatch(mut args: Vec<&str>, started: Instant) -> Outcome<ExitCode> {
    let command = if args.is_empty() { "help" } else { args.remove(0) };
    let yes = take(&mut args, "--yes");
    match command {
        "setup" => setup::announced(&setup_parts(&mut args)?, yes, started)?,
        "demo" => demo::run(port(&args)?, yes, started)?,
        "build" => build::command(build_kind(&mut args)?, yes)?,
        "test" => return test::run(&args, yes),
        "fuzz" => fuzz::run(&args)?,
        "bench" => bench::run(bench_kind(&mut args), bench_half(&mut args)?, yes)?,
        "screenshots" => nothing_left(&args).and_then(|()| screenshots::run(yes))?,
        "release" => return release(&mut args, yes),
        "help" | "--help" | "-h" => println!("{HELP}"),
        unknown => {
            return Err(Failure::new(format!("there is no command `{unknown}`.\n\n{HELP}")));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn release(args: &mut Vec<&str>, yes: bool) -> Outcome<ExitCode> {
    let dry = take(args, "--dry-run");
    nothing_left(args)?;
    if dry { release::dry_run(yes) } else { release::refusal() }
}

fn take(args: &mut Vec<&str>, flag: &str) -> bool {
    let before = args.len();
    args.retain(|arg| *arg != flag);
    args.len() < before
}

fn setup_parts(args: &mut Vec<&str>) -> Outcome<Vec<Part>> {
    let mut parts = vec![Part::Web];
    if take(args, "--tests") {
        parts.extend([Part::Browser, Part::Engines, Part::Platforms]);
    }
    parts.extend(take(args, "--trunk").then_some(Part::Trunk));
    nothing_left(args)?;
    Ok(parts)
}

fn port(args: &[&str]) -> Outcome<u16> {
    let chosen = match args {
        [] => return Ok(demo::PORT),
        ["--port", number] => number.parse().ok(),
        _ => None,
    };
    chosen.ok_or_else(|| Failure::new("demo takes `--port N`, N from 0 to 65535, and nothing else"))
}

fn build_kind(args: &mut Vec<&str>) -> Outcome<build::Kind> {
    let (demo, release) = (take(args, "--demo"), take(args, "--release"));
    nothing_left(args)?;
    match (demo, release) {
        (true, true) => Err(Failure::new("build takes `--demo` or `--release`, not both")),
        (true, false) => Ok(build::Kind::Demo),
        (false, _) => Ok(build::Kind::Release),
    }
}

fn bench_kind(args: &mut Vec<&str>) -> bench::Kind {
    if take(args, "--quick") { bench::Kind::Quick } else { bench::Kind::Full }
}

/// Both named are both, as none is.
fn bench_half(args: &mut Vec<&str>) -> Outcome<Option<bench::Half>> {
    let (headless, browser) = (take(args, "headless"), take(args, "browser"));
    nothing_left(args)?;
    Ok(match (headless, browser) {
        (true, false) => Some(bench::Half::Headless),
        (false, true) => Some(bench::Half::Browser),
        _ => None,
    })
}

fn nothing_left(args: &[&str]) -> Outcome {
    match args {
        [] => Ok(()),
        [first, ..] => Err(Failure::new(format!("`{first}` means nothing here.\n\n{HELP}"))),
    }
}
