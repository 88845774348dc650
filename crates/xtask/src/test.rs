//! `cargo xtask test`: every check of the repository, stage by stage, up to the first failure.

mod stages;

use std::process::ExitCode;
use std::time::Instant;

use stages::{ALL, Check, LONG, Stage};

use crate::failure::{Failure, Outcome};
use crate::progress::duration;
use crate::setup::{self, Part, Tools};

/// Runs the named stages in their fixed order, or where none is named all but the long ones, which
/// `--all` adds; says at the end how it went.
pub(crate) fn run(words: &[&str], yes: bool) -> Outcome<ExitCode> {
    let started = Instant::now();
    let chosen = choose(words)?;
    let stages = chosen.iter().map(|stage| stage.name).collect();
    let mut report = Report { waiting: stages, passed: 0, failed: 0 };
    match prepare(&chosen, yes) {
        Ok(tools) => run_all(&chosen, tools.as_ref(), &mut report),
        Err(failure) => report.fail("setup", &failure),
    }
    report.print(started);
    Ok(if report.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn choose(words: &[&str]) -> Outcome<Vec<&'static Stage>> {
    let (flags, names): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| **word == "--all");
    let known: Vec<&str> = ALL.iter().map(|stage| stage.name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        let known = known.join(", ");
        return Err(Failure::new(format!("there is no stage `{unknown}`; there are {known}")));
    }
    let usual = |stage: &&Stage| names.is_empty() && !LONG.contains(&stage.name);
    let is_chosen =
        |stage: &&Stage| !flags.is_empty() || usual(stage) || names.contains(&stage.name);
    Ok(ALL.iter().filter(is_chosen).collect())
}

/// Sets up only what the chosen stages use.
fn prepare(chosen: &[&Stage], yes: bool) -> Outcome<Option<Tools>> {
    if chosen.iter().all(|stage| matches!(stage.check, Check::Bare(_))) {
        return Ok(None);
    }
    let used = |part: &Part| chosen.iter().any(|stage| stage.parts.contains(part));
    let parts: Vec<Part> =
        [Part::Web, Part::Browser, Part::Engines, Part::Platforms, Part::Consumers, Part::Trunk]
            .into_iter()
            .filter(used)
            .collect();
    setup::run(&parts, yes).map(Some)
}

fn run_all(chosen: &[&Stage], tools: Option<&Tools>, report: &mut Report) {
    for stage in chosen {
        report.waiting.remove(0);
        match attempt(stage, tools) {
            Ok(()) => report.passed += 1,
            Err(failure) => return report.fail(stage.name, &failure),
        }
    }
}

fn attempt(stage: &Stage, tools: Option<&Tools>) -> Outcome {
    println!("\n== {}: {}", stage.name, stage.what);
    let started = Instant::now();
    match (stage.check, tools) {
        (Check::Bare(check), _) => check()?,
        (Check::Prepared(check), Some(tools)) => check(tools)?,
        (Check::Prepared(_), None) => return Err(Failure::new("nothing was set up")),
    }
    println!("== {}: passed in {}", stage.name, duration(started.elapsed()));
    Ok(())
}

/// How the stages went so far.
struct Report {
    waiting: Vec<&'static str>,
    passed: usize,
    failed: usize,
}

impl Report {
    fn fail(&mut self, name: &str, failure: &Failure) {
        self.failed += 1;
        println!("\n== {name}: FAILED, {failure}");
    }

    /// The last line is for programs too, and keeps its form.
    fn print(&self, started: Instant) {
        println!();
        if !self.waiting.is_empty() {
            println!("not run: {}", self.waiting.join(", "));
        }
        println!("in {}", duration(started.elapsed()));
        println!("{} passed, {} failed", self.passed, self.failed);
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, LONG, choose};

    #[test]
    fn named_stages_run_in_their_own_order() {
        let chosen = choose(&["e2e", "native"]).unwrap();
        let names: Vec<&str> = chosen.iter().map(|stage| stage.name).collect();
        assert_eq!(names, ["native", "e2e"]);
    }

    #[test]
    fn no_name_means_every_stage_that_is_not_long() {
        let chosen = choose(&[]).unwrap();
        assert_eq!(chosen.len(), ALL.len() - LONG.len());
        assert!(chosen.iter().all(|stage| !LONG.contains(&stage.name)));
    }

    #[test]
    fn all_means_the_long_ones_too_and_so_does_a_name() {
        assert_eq!(choose(&["--all"]).unwrap().len(), ALL.len());
        assert_eq!(choose(&["look"]).unwrap().len(), 1);
    }

    #[test]
    fn an_unknown_stage_is_refused_by_name() {
        let refusal = choose(&["nativ"]).err().unwrap().to_string();
        assert!(refusal.contains("`nativ`") && refusal.contains("native"), "{refusal}");
    }
}
