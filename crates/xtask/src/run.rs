//! Running other programs: into a log with a sign of life, in the open, or for their answer.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::progress::duration;
use crate::{files, project};

const HEARTBEAT: Duration = Duration::from_secs(20);
const TAIL: usize = 20;

/// Runs a program with its output in the log file `target/setup/<log>.log`; a line every 20 s says
/// that it still runs, and the end of the log is shown when it fails.
pub(crate) fn logged(command: &mut Command, log: &str) -> Outcome {
    within(command, log, Duration::MAX).inspect_err(|_| show_tail(&project::log(log)))
}

/// As [`logged`], but ended after `limit`, and silent on failure: the caller has another way.
pub(crate) fn within(command: &mut Command, log: &str, limit: Duration) -> Outcome {
    let path = project::log(log);
    files::write(&path, &format!("$ {}\n", line(command)))?;
    let file = File::options().append(true).open(&path);
    let (out, err) = file
        .and_then(|file| Ok((file.try_clone()?, file)))
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))?;
    let child = spawn(command.stdin(Stdio::null()).stdout(out).stderr(err))?;
    if wait(child, limit)?.is_some_and(|status| status.success()) {
        return Ok(());
    }
    let (line, log) = (line(command), path.display());
    Err(Failure::new(format!("`{line}` did not succeed; all it said is in {log}")))
}

/// Runs a program that talks to the person itself.
pub(crate) fn shown(command: &mut Command) -> Outcome {
    let status = spawn(command)?.wait().map_err(|error| unavailable(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` did not succeed", line(command))))
}

/// What a program prints; nothing if it is absent or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Starts a program.
pub(crate) fn spawn(command: &mut Command) -> Outcome<Child> {
    command.spawn().map_err(|error| unavailable(command, &error))
}

/// A command as a person would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn wait(mut child: Child, limit: Duration) -> Outcome<Option<ExitStatus>> {
    let started = Instant::now();
    let mut beat = HEARTBEAT;
    loop {
        let ended = child.try_wait().map_err(|error| Failure::new(error.to_string()))?;
        let elapsed = started.elapsed();
        if ended.is_some() {
            return Ok(ended);
        }
        if elapsed >= limit {
            // Both fail only when the program has ended in this very moment.
            let _ = child.kill();
            let _ = child.wait();
            return Ok(None);
        }
        if elapsed >= beat {
            println!("      … {}", duration(elapsed));
            beat += HEARTBEAT;
        }
        sleep(Duration::from_millis(50));
    }
}

fn show_tail(log: &Path) {
    let text = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    for line in &lines[lines.len().saturating_sub(TAIL)..] {
        eprintln!("      | {line}");
    }
}

fn unavailable(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(format!("`{program}` could not be run: {error}"))
}
