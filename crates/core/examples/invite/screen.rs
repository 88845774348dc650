//! The screen: progress while requests are on their way, and one line for each person at the end.
//!
//! Whatever came from a file or a server is shown without control characters: in a terminal these
//! can move the cursor and write over what stands there.

use std::fmt::Display;

use indicatif::{ProgressBar, ProgressStyle};
use invite_users_core::delivery::{Progress, WaitReason};
use invite_users_core::{Outcome, Plan, Problem, Report, Status};

use crate::driver::now;
use crate::file::People;

/// A bar on a terminal's standard error; nothing where that is a file.
pub(crate) struct Screen(ProgressBar);

impl Screen {
    /// Nobody of `people` is done yet.
    pub(crate) fn new(people: usize) -> Self {
        let bar = ProgressBar::new(people as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {wide_msg}") {
            bar.set_style(style);
        }
        bar.tick();
        Self(bar)
    }

    /// Shows how far it has come.
    pub(crate) fn progress(&self, progress: Progress) {
        self.0.set_message("");
        self.0.set_position(progress.done.into());
    }

    /// Shows how long nothing is sent.
    pub(crate) fn wait(&self, ms: u64, reason: WaitReason) {
        let why = match reason {
            WaitReason::RateLimited => "the server asked to wait",
            WaitReason::Repeating => "no answer, trying again",
        };
        self.0.set_message(format!("{why}: {} s", ms.div_ceil(1000)));
    }

    /// Leaves the place to the report.
    pub(crate) fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// Shows the requests of a plan, which hold no secret.
pub(crate) fn show(plan: &Plan) {
    for request in &plan.requests {
        println!("{} {}\n{}", request.method, plain(&request.url), plain(&request.body));
    }
}

/// Shows what happened to each person, and what that makes together.
pub(crate) fn report(report: &Report, people: &People) {
    for outcome in &report.outcomes {
        let email = &people.invitees[outcome.invitee].email;
        println!("{:<11} {}", status(outcome.status), plain(&told(email, outcome)));
    }
    let counts = report.counts;
    println!(
        "{} invited, {} failed, {} unconfirmed, {} not sent; {} requests",
        counts.invited, counts.failed, counts.unconfirmed, counts.not_sent, report.requests
    );
    if let Some(at) = report.retry_at {
        let minutes = at.saturating_sub(now()).div_ceil(60_000);
        println!("the server can be asked again in {minutes} min");
    }
}

/// Problems with people by their rows, others by the setting.
pub(crate) fn problems(problems: &[Problem], people: &People) -> String {
    let place = |problem: &Problem| match (problem.invitee, &problem.field) {
        (Some(invitee), _) => format!("row {}: ", people.rows[invitee]),
        (None, Some(field)) => format!("{field}: "),
        (None, None) => String::new(),
    };
    lines(problems.iter().map(|problem| format!("{}{problem}", place(problem))))
}

/// Problems of a configuration, which concern nobody in particular.
pub(crate) fn sentences(problems: Vec<Problem>) -> String {
    lines(problems)
}

/// The text without control characters and without marks that change the direction of writing.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if is_unsafe(c) { '\u{FFFD}' } else { c }).collect()
}

fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn lines<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let lines = items.into_iter().map(|item| plain(&item.to_string()));
    lines.collect::<Vec<_>>().join("\n        ")
}

fn told(email: &str, outcome: &Outcome) -> String {
    let mut line = email.to_owned();
    if let Some(reason) = &outcome.reason {
        line = format!("{line}: {reason}");
    }
    if let Some(message) = &outcome.server_message {
        line = format!("{line}; the server says: {message}");
    }
    line
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Invited => "invited",
        Status::Failed => "failed",
        Status::Unconfirmed => "unconfirmed",
        Status::NotSent => "not sent",
    }
}
