//! Delivery: what to send next, when, and what each reply means for the rest.
//!
//! A state machine without I/O, clock or randomness. Whoever has a network asks [`Delivery::next`]
//! until it has nothing more to do, and tells it every event: so the widget, the npm package and a
//! Rust program send by the same rules, and a test can play any schedule of faults.
//!
//! The rules, in short: nobody who is confirmed is sent again; a request whose fate is unknown is
//! not repeated; a refused batch goes again without those whom the server named, or in halves; a
//! server that asks to wait is waited for; what can't go well any more stops the rest.

use std::collections::VecDeque;

use serde::Serialize;

use crate::api::Batching;
use crate::config::InviteConfig;
use crate::invitation::Invitation;
use crate::invitee::InviteeInput;
use crate::json::{FromJson, Json, ShapeError};
use crate::outcome::{Counts, Outcome, Reason, Report, Status};
use crate::plan::PlannedRequest;
use crate::problem::Problem;
use crate::reply::{Reply, read_reply};
use crate::unicode::Unicode;

mod again;
mod job;
mod judgement;
mod pace;

use again::Half;
use job::Job;
use pace::Pace;

/// A delivery on its way; times are milliseconds since the Unix epoch.
#[derive(Debug)]
pub struct Delivery {
    invitation: Option<Invitation>,
    problems: Vec<Problem>,
    concurrency: usize,
    waiting: VecDeque<Job>,
    in_flight: Vec<Job>,
    outcomes: Vec<Option<Outcome>>,
    pace: Pace,
    next_id: u32,
    requests: u32,
    halted: Option<Reason>,
    unanswered: u32,
    forbidden: Option<Vec<String>>,
    refused_half: Option<Half>,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Step {
    /// Nothing until one of the requests in flight is answered or lost.
    Await,
    /// Nothing ever again: the report is final.
    Done,
    /// Get the credential, call [`Delivery::leave`], send this request, and tell what becomes of it.
    Send {
        /// The request.
        request: PlannedRequest,
        /// Counts from 1 for each request; goes back with the event.
        attempt: u32,
    },
    /// Nothing before this many milliseconds have passed, or an event comes.
    Wait {
        /// How long, in milliseconds.
        ms: u64,
        /// Why.
        reason: WaitReason,
    },
}

/// Why nothing is sent for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitReason {
    /// The server asked for it.
    RateLimited,
    /// The last request went unanswered, and repeating it does no harm.
    Repeating,
}

/// How a request was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The connection broke, or the answer was cut short.
    Connection,
    /// The answer was a redirect, which a browser does not show.
    Redirect,
    /// No answer in time.
    Timeout,
    /// The answer is too large, or no text.
    Unreadable,
}

impl FromJson for Loss {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        match json.as_text() {
            Some("connection") => Ok(Self::Connection),
            Some("redirect") => Ok(Self::Redirect),
            Some("timeout") => Ok(Self::Timeout),
            Some("unreadable") => Ok(Self::Unreadable),
            _ => Err(ShapeError::expected(
                "\"connection\", \"redirect\", \"timeout\" or \"unreadable\"",
            )),
        }
    }
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// People.
    pub total: u32,
    /// People whose outcome is known.
    pub done: u32,
    /// How they ended so far.
    pub counts: Counts,
}

impl Delivery {
    /// A delivery to these people; where the plan has problems, it is done at once.
    pub fn new(config: &InviteConfig, people: &[InviteeInput], unicode: &dyn Unicode) -> Self {
        let (invitation, problems) = match Invitation::parse(config, people, unicode) {
            Ok(invitation) => (Some(invitation), Vec::new()),
            Err(problems) => (None, problems),
        };
        let requests = invitation.as_ref().map(Invitation::requests).unwrap_or_default();
        let default = match invitation.as_ref().map(|it| it.destination.api.info().batching) {
            Some(Batching::Each) => 4,
            _ => 1,
        };
        Self {
            problems,
            concurrency: config.delivery.concurrency.unwrap_or(default).max(1),
            next_id: u32::try_from(requests.len()).unwrap_or(u32::MAX),
            waiting: requests.into_iter().map(Job::new).collect(),
            in_flight: Vec::new(),
            outcomes: vec![None; people.len()],
            pace: Pace::new(config.delivery.seed),
            requests: 0,
            halted: invitation.is_none().then_some(Reason::PlanProblems),
            invitation,
            unanswered: 0,
            forbidden: None,
            refused_half: None,
        }
    }

    /// What to do next; to be asked again after each [`Step::Send`] and after each event.
    pub fn next(&mut self, now: u64) -> Step {
        let idle = self.waiting.is_empty() || self.halted.is_some();
        if idle || self.in_flight.len() >= self.concurrency {
            return if self.in_flight.is_empty() { Step::Done } else { Step::Await };
        }
        let ms = self.pace.remaining(now);
        if ms > 0 {
            return Step::Wait { ms, reason: self.pace.reason() };
        }
        let Some(job) = self.waiting.pop_front() else { return Step::Done };
        let step = Step::Send { request: job.request.clone(), attempt: job.attempt };
        self.in_flight.push(job);
        step
    }

    /// The credential is there and the request leaves now; `false`: it must not leave any more.
    pub fn leave(&mut self, id: u32, attempt: u32) -> bool {
        let job = self.in_flight.iter_mut().find(|job| job.is(id, attempt));
        let leaves = job.is_some_and(|job| !std::mem::replace(&mut job.left, true));
        self.requests += u32::from(leaves);
        leaves
    }

    /// A reply came; one for a request that is not in flight any more is ignored.
    pub fn reply(&mut self, id: u32, attempt: u32, now: u64, reply: &Reply) {
        let Some(mut job) = self.take(id, attempt) else { return };
        if reply.asks_to_wait() {
            self.wait(job, now, reply);
            return;
        }
        let Some(invitation) = &self.invitation else { return };
        let outcomes = read_reply(&*invitation.destination.api, &job.request, reply);
        if matches!(reply.status, 408 | 500..=599) {
            return self.unanswered(job, now, outcomes);
        }
        self.unanswered = 0;
        job.unknown &= !(200..=299).contains(&reply.status);
        let again = |outcome: &Outcome| {
            outcome.status == Status::NotSent
                && matches!(outcome.reason, Some(Reason::BatchRejected | Reason::TooLarge))
        };
        let (refused, settled): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(again);
        let named = !settled.is_empty();
        self.settle(&job, settled);
        self.judge(&job, reply.status);
        if !refused.is_empty() {
            self.send_again(&job, refused, named, reply.status);
        }
    }

    /// No usable reply will come.
    pub fn lost(&mut self, id: u32, attempt: u32, now: u64, loss: Loss) {
        let Some(job) = self.take(id, attempt) else { return };
        let reason = match loss {
            Loss::Connection => Reason::ConnectionLost,
            Loss::Redirect => Reason::Redirected,
            Loss::Timeout => Reason::TimedOut,
            Loss::Unreadable => Reason::UnreadableReply,
        };
        let outcomes = job.outcomes(Status::Unconfirmed, &reason);
        if loss == Loss::Redirect {
            self.settle(&job, outcomes);
            return self.halt(Reason::Stopped);
        }
        self.unanswered(job, now, outcomes);
    }

    /// The credential for a request could not be had, so the request did not leave.
    pub fn auth_failed(&mut self, id: u32, attempt: u32) {
        let Some(job) = self.take(id, attempt) else { return };
        self.end(&job, Status::NotSent, &Reason::AuthFailed);
        self.halt(Reason::AuthFailed);
    }

    /// Stops for good: what is in flight stays unconfirmed, what has not left stays.
    pub fn cancel(&mut self) {
        for job in std::mem::take(&mut self.in_flight) {
            if job.left {
                self.end(&job, Status::Unconfirmed, &Reason::CancelledInFlight);
            } else {
                self.end(&job, Status::NotSent, &Reason::Cancelled);
            }
        }
        self.halt(Reason::Cancelled);
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let counts = Counts::of(self.outcomes.iter().flatten());
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Progress {
            total: count(self.outcomes.len()),
            done: count(self.outcomes.iter().flatten().count()),
            counts,
        }
    }

    /// The outcomes that are known so far.
    pub fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().flatten()
    }

    /// One outcome for each person; who is still waiting counts as not sent, who is in flight as
    /// unconfirmed.
    pub fn report(&self) -> Report {
        let rest = self.halted.clone().unwrap_or(Reason::Stopped);
        let open = |invitee: usize| {
            if self.in_flight.iter().any(|job| job.request.invitees.contains(&invitee)) {
                Outcome::because(invitee, Status::Unconfirmed, Reason::InFlight)
            } else {
                Outcome::because(invitee, Status::NotSent, rest.clone())
            }
        };
        let outcomes = self.outcomes.iter().enumerate();
        let outcomes =
            outcomes.map(|(invitee, known)| known.clone().unwrap_or_else(|| open(invitee)));
        Report {
            retry_at: self.pace.retry_at(),
            ..Report::new(outcomes.collect(), self.requests, self.problems.clone())
        }
    }

    fn take(&mut self, id: u32, attempt: u32) -> Option<Job> {
        let position = self.in_flight.iter().position(|job| job.is(id, attempt))?;
        Some(Job { left: false, ..self.in_flight.remove(position) })
    }

    fn settle(&mut self, job: &Job, outcomes: Vec<Outcome>) {
        for mut outcome in outcomes {
            if job.unknown && outcome.status != Status::Invited {
                outcome.status = Status::Unconfirmed;
            }
            let invitee = outcome.invitee;
            self.outcomes[invitee] = Some(outcome);
        }
    }

    fn end(&mut self, job: &Job, status: Status, reason: &Reason) {
        self.settle(job, job.outcomes(status, reason));
    }
}
