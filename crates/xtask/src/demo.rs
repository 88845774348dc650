//! `cargo xtask demo`: from a bare machine to the playground in a browser.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Instant;

use crate::build::Kind;
use crate::failure::{Failure, Outcome};
use crate::progress::duration;
use crate::setup::{self, Part};
use crate::{build, disk, project, run};

/// Where the playground is served unless something else is there.
pub(crate) const PORT: u16 = 8080;

/// Free disk that a first build takes, in gigabytes.
const DISK: u64 = 4;

/// Serves the playground until it is stopped.
pub(crate) fn run(port: u16, yes: bool, started: Instant) -> Outcome {
    disk::require(DISK, &project::root())?;
    let tools = setup::run(&[Part::Web], yes)?;
    println!("Building the playground, about 2 min the first time");
    build::run(Kind::Demo, &tools)?;
    let (mut server, _lifeline) = start(port)?;
    let address = address(&mut server)?;
    let time = duration(started.elapsed());
    println!("\nReady in {time} → {address} (Ctrl+C stops)");
    let ended = server.wait().map_err(|error| Failure::new(error.to_string()))?;
    Err(Failure::new(format!("the playground's server ended by itself: {ended}")))
}

/// Starts the server under a watch that ends it when this process is gone, however that happens:
/// the watch reads from a pipe whose other end is held here.
const WATCHED: &str = "exec 3<&0; (cat <&3; kill $$) >/dev/null 2>&1 & exec \"$@\" 3<&-";

fn start(port: u16) -> Outcome<(Child, Option<ChildStdin>)> {
    let program = build::fake_apis()?;
    let mut command = Command::new("sh");
    command.args(["-c", WATCHED, "sh"]).arg(program);
    command.args(["--site", ".", "--port", &port.to_string()]);
    command.current_dir(project::root()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut server = run::spawn(&mut command)?;
    let lifeline = server.stdin.take();
    Ok((server, lifeline))
}

/// Reads `listening on <address>`; what the server says afterwards is passed on.
fn address(server: &mut Child) -> Outcome<String> {
    let silent = || Failure::new("the playground's server did not start");
    let mut lines = BufReader::new(server.stdout.take().ok_or_else(silent)?).lines();
    let first = lines.next().and_then(Result::ok).ok_or_else(silent)?;
    let address = first.strip_prefix("listening on ").ok_or_else(silent)?.to_owned();
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| println!("{line}")));
    Ok(address)
}
