//! What a check found.

use std::fmt;
use std::process::Command;
use std::time::Duration;

use crate::failure::Outcome;
use crate::{project, run};

/// The result of one check, with a few words.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Passed(String),
    Failed(String),
    /// Something that it needs is out of reach here.
    Unchecked(String),
}

/// Signs of a network that is not there, in what cargo and npm say.
const OUT_OF_REACH: [&str; 8] = [
    "Could not resolve",
    "Could not connect",
    "spurious network error",
    "failed to download",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
];

impl Verdict {
    /// Of a program that asks a registry: a registry that does not answer is no fault of the package.
    pub(super) fn of(command: &mut Command, log: &str, passed: &str) -> Self {
        match run::within(command, log, Duration::MAX) {
            Ok(()) => Self::Passed(passed.to_owned()),
            Err(failure) if out_of_reach(&said(log)) => {
                Self::Unchecked(format!("the registry is out of reach; {failure}"))
            }
            Err(failure) => Self::Failed(failure.to_string()),
        }
    }
}

/// What the program of a log said.
pub(super) fn said(log: &str) -> String {
    let bytes = std::fs::read(project::log(log)).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn out_of_reach(text: &str) -> bool {
    OUT_OF_REACH.iter().any(|sign| text.contains(sign))
}

impl From<Outcome<String>> for Verdict {
    fn from(outcome: Outcome<String>) -> Self {
        match outcome {
            Ok(words) => Self::Passed(words),
            Err(failure) => Self::Failed(failure.to_string()),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed(words) => write!(f, "passed: {words}"),
            Self::Failed(words) => write!(f, "FAILED: {words}"),
            Self::Unchecked(words) => write!(f, "not checked: {words}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, out_of_reach};
    use std::process::Command;

    #[test]
    fn a_program_that_fails_by_itself_is_a_failure() {
        let verdict = Verdict::of(&mut Command::new("false"), "release-test-false", "fine");
        assert!(matches!(verdict, Verdict::Failed(_)), "{verdict}");
    }

    #[test]
    fn a_registry_that_is_out_of_reach_is_not_a_failure() {
        let mut offline = Command::new("sh");
        offline.args(["-c", "echo npm error code ENOTFOUND; exit 1"]);
        let verdict = Verdict::of(&mut offline, "release-test-offline", "fine");
        assert!(matches!(verdict, Verdict::Unchecked(_)), "{verdict}");
    }

    #[test]
    fn other_words_are_no_sign_of_a_network() {
        assert!(!out_of_reach("error: failed to verify package tarball"));
    }
}
