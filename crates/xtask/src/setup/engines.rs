//! The browser engines beside Chromium, for the journeys that are tried in every one of them.
//!
//! Not every system has all of them. What can't be had is told, and its tests are skipped with the reason;
//! on CI they fail instead (tests/e2e/engines).

use std::path::PathBuf;
use std::process::Command;

use super::browser::named;
use super::geckodriver;
use crate::failure::{Failure, Outcome};
use crate::progress::Steps;
use crate::system::System;

/// How many steps of setup they are.
pub(super) const STEPS: usize = 3;

/// An engine, and what brings it to Debian-like systems.
struct Engine {
    name: &'static str,
    /// The variable that may name each of its programs, and what these are called on `PATH`.
    programs: &'static [(&'static str, &'static [&'static str])],
    packages: &'static [&'static str],
    log: &'static str,
}

const FIREFOX: Engine = Engine {
    name: "Firefox",
    programs: &[("FIREFOX", &["firefox-esr", "firefox"])],
    packages: &["firefox-esr"],
    log: "apt-firefox",
};

/// It has no mode without a screen, so it gets one in memory.
const WEBKITGTK: Engine = Engine {
    name: "WebKitGTK",
    programs: &[("WEBKITWEBDRIVER", &["WebKitWebDriver"]), ("XVFB", &["Xvfb"])],
    packages: &["webkit2gtk-driver", "xvfb"],
    log: "apt-webkitgtk",
};

/// Which of them there are.
pub(crate) struct Engines {
    geckodriver: Option<PathBuf>,
    /// Why the others can't be had.
    missing: Vec<(&'static str, Failure)>,
}

impl Engines {
    /// Tells a script of tests/e2e/engines what it would not find by itself.
    pub(crate) fn tell(&self, script: &mut Command) {
        if let Some(geckodriver) = &self.geckodriver {
            script.env("GECKODRIVER", geckodriver);
        }
        for (name, why) in &self.missing {
            script.env(format!("NO_{}", name.to_uppercase()), one_line(why));
        }
    }
}

/// Finds or installs what can be had.
pub(super) fn ensure(steps: &mut Steps, system: &mut System) -> Engines {
    let mut engines = Engines { geckodriver: None, missing: Vec::new() };
    match firefox(steps, system) {
        Ok(geckodriver) => engines.geckodriver = Some(geckodriver),
        Err(why) => engines.missing.push((FIREFOX.name, why)),
    }
    if let Err(why) = WEBKITGTK.ensure(steps, system) {
        engines.missing.push((WEBKITGTK.name, why));
    }
    for (name, why) in &engines.missing {
        println!("      {name} is left out of the tests: {}", one_line(why));
    }
    engines
}

/// The packages that are wanted and not there.
pub(super) fn packages() -> impl Iterator<Item = &'static str> {
    let absent = [FIREFOX, WEBKITGTK].into_iter().filter(|engine| !engine.is_here());
    absent.flat_map(|engine| engine.packages.iter().copied())
}

/// The driver is built even where the browser can't be had: setup has the same steps everywhere.
fn firefox(steps: &mut Steps, system: &mut System) -> Outcome<PathBuf> {
    let browser = FIREFOX.ensure(steps, system);
    let driver = geckodriver::ensure(steps);
    browser.and(driver)
}

impl Engine {
    fn ensure(&self, steps: &mut Steps, system: &mut System) -> Outcome {
        let step = steps.next(self.name);
        if self.is_here() {
            step.ready("");
            return Ok(());
        }
        let work =
            step.begin(&format!("installing {}, about 30 s, once", self.packages.join(", ")));
        system.install(self.packages, self.log)?;
        work.done();
        if self.is_here() {
            return Ok(());
        }
        Err(Failure::new(format!("{} brought no program on PATH", self.packages.join(", "))))
    }

    fn is_here(&self) -> bool {
        self.programs.iter().all(|(variable, names)| named(variable, names).is_some())
    }
}

/// As it fits into a variable and into a line of a report.
fn one_line(failure: &Failure) -> String {
    failure.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::process::Command;

    use super::{Engines, FIREFOX};
    use crate::failure::Failure;

    #[test]
    fn a_script_is_told_why_an_engine_is_missing_in_one_line() {
        let why = Failure::new("\n  sudo apt-get update\n\nPlease run these commands.");
        let engines = Engines { geckodriver: None, missing: vec![(FIREFOX.name, why)] };
        let mut script = Command::new("node");
        engines.tell(&mut script);
        let told: Vec<_> = script.get_envs().collect();
        let why = OsStr::new("sudo apt-get update Please run these commands.");
        assert_eq!(told, [(OsStr::new("NO_FIREFOX"), Some(why))]);
    }

    #[test]
    fn a_script_is_told_where_the_driver_is() {
        let engines = Engines { geckodriver: Some("bin/geckodriver".into()), missing: Vec::new() };
        let mut script = Command::new("node");
        engines.tell(&mut script);
        let told: Vec<_> = script.get_envs().collect();
        let path = OsStr::new("bin/geckodriver");
        assert_eq!(told, [(OsStr::new("GECKODRIVER"), Some(path))]);
    }
}
