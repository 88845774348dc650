//! Delivery: what to send next, when, and what each reply means for the rest.
//!
//! A state machine without I/O, clock or randomness. Whoever has a network asks [`Delivery::next`]
//! until it has nothing more to do, and tells it every event: so the widget, the npm package and a
//! Rust program send by the same rules, and a test can play any schedule of faults.
//!
//! The rules, in short: nobody who is confirmed is sent again; a request whose fate is unknown is
//! not repeated; a refused batch goes again without those whom the server named, or in halves; a
//! server that asks to wait is waited for; what can't go well any more stops the rest.
//!
//! To survive a reload, write [`Delivery::to_json`] somewhere after each [`Delivery::leave`] and
//! before the request is really sent, and at the end; [`Delivery::resume`] reads it again.

use std::collections::VecDeque;

use crate::api::Batching;
use crate::config::InviteConfig;
use crate::invitation::Invitation;
use crate::invitee::InviteeInput;
use crate::outcome::{Outcome, Reason, Report, Status};
use crate::problem::Problem;
use crate::reply::{Reply, keep_body, read_reply};
use crate::unicode::Unicode;

mod again;
mod credential;
mod hold;
mod job;
mod judgement;
mod key;
mod ledger;
mod pace;
mod retry;
mod saved;
mod step;

use credential::Generation;
use job::Job;
use judgement::Round;
use ledger::Ledger;
use pace::Pace;
use retry::Unsettled;

pub use saved::ResumeError;
pub use step::{Loss, Progress, Step, WaitReason};

/// A delivery on its way; times are milliseconds since the Unix epoch, and a clock that is set back
/// counts as one that stood still.
#[derive(Debug)]
pub struct Delivery {
    config: InviteConfig,
    people: Vec<InviteeInput>,
    invitation: Option<Invitation>,
    problems: Vec<Problem>,
    concurrency: usize,
    waiting: VecDeque<Job>,
    in_flight: Vec<Job>,
    ledger: Ledger,
    unsettled: Vec<Unsettled>,
    credential: Generation,
    pace: Pace,
    round: Round,
    next_id: u32,
    requests: u32,
    halted: Option<Reason>,
    /// Whether nothing new may leave for now.
    held: bool,
}

impl Delivery {
    /// A delivery to these people; where the plan has problems, it is done at once.
    pub fn new(config: &InviteConfig, people: &[InviteeInput], unicode: &dyn Unicode) -> Self {
        let (invitation, problems) = match Invitation::parse(config, people, unicode) {
            Ok(invitation) => (Some(invitation), Vec::new()),
            Err(problems) => (None, problems),
        };
        let mut delivery = Self {
            problems,
            concurrency: concurrency(config, invitation.as_ref()),
            waiting: VecDeque::new(),
            in_flight: Vec::new(),
            ledger: Ledger::new(people.len()),
            unsettled: Vec::new(),
            credential: Generation::new(config.delivery.refreshable),
            pace: Pace::new(config.delivery.seed),
            round: Round::default(),
            next_id: 0,
            requests: 0,
            halted: None,
            held: false,
            invitation,
            config: config.clone(),
            people: people.to_vec(),
        };
        delivery.plan();
        delivery
    }

    /// What to do next; to be asked again after each [`Step::Send`] and after each event.
    pub fn next(&mut self, now: u64) -> Step {
        let pause = self.pace.remaining(now);
        if self.waiting.is_empty() || self.in_flight.len() >= self.concurrency {
            return if self.in_flight.is_empty() { Step::Done } else { Step::Await };
        }
        if self.held {
            return Step::Await;
        }
        if pause > 0 {
            return Step::Wait { ms: pause, reason: self.pace.reason() };
        }
        let Some(mut job) = self.waiting.pop_front() else { return Step::Done };
        job.attempt = job.attempt.saturating_add(1);
        job.credential = self.credential.number;
        let (request, attempt, credential) = (job.request.clone(), job.attempt, job.credential);
        self.in_flight.push(job);
        Step::Send { request, attempt, credential }
    }

    /// A reply came; one for a request that is not in flight any more is ignored.
    pub fn reply(&mut self, id: u32, attempt: u32, now: u64, reply: &Reply) {
        let Some(job) = self.take(|job| job.is(id, attempt)) else { return };
        let Some(invitation) = &self.invitation else { return };
        let outcomes = read_reply(&*invitation.destination.api, &job.request, reply);
        let is = |reason: Reason| move |it: &Outcome| it.reason.as_ref() == Some(&reason);
        let did_not_leave = outcomes.iter().any(is(Reason::RefusedBeforeSending));
        if matches!(reply.status, 408 | 500..=599) && !reply.asks_to_wait() && !did_not_leave {
            return self.unanswered(job, now, outcomes);
        }
        if outcomes.iter().all(is(Reason::UnreadableReply)) {
            return self.unreadable(&job, outcomes);
        }
        self.round.unanswered = 0;
        if reply.asks_to_wait() {
            return self.wait(job, now, reply);
        }
        if reply.status == 401 {
            return self.unauthorized(job, outcomes);
        }
        if (200..=299).contains(&reply.status) && !did_not_leave {
            self.ledger.trust(&job.request.invitees);
        }
        self.answered(&job, outcomes, reply.status);
    }

    /// No usable reply will come; `heard` is what was read of its body until then, if anything.
    pub fn lost(&mut self, id: u32, attempt: u32, now: u64, loss: Loss, heard: &str) {
        let Some(job) = self.take(|job| job.is(id, attempt)) else { return };
        let outcomes = keep_body(job.outcomes(Status::Unconfirmed, &loss.into()), heard);
        match loss {
            Loss::Connection | Loss::Timeout => self.unanswered(job, now, outcomes),
            Loss::Unreadable => self.unreadable(&job, outcomes),
            Loss::Redirect => {
                self.settle(&job, outcomes);
                self.halt(&Reason::Stopped);
            }
        }
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
        self.halt(&Reason::Cancelled);
    }

    /// How far it has come; at no cost, however many people there are.
    pub fn progress(&self) -> Progress {
        let total = u32::try_from(self.ledger.people()).unwrap_or(u32::MAX);
        let counts = self.ledger.counts();
        Progress { total, done: counts.total(), counts }
    }

    /// The outcomes that are known so far.
    pub fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.ledger.outcomes()
    }

    /// The outcomes that became known since this was asked last, in the order in which they did: what
    /// to show after an event, without a look at everybody.
    pub fn news(&mut self) -> Vec<Outcome> {
        self.ledger.take_news()
    }

    /// One outcome for each person; who is still waiting counts as not sent, who is in flight as
    /// unconfirmed.
    pub fn report(&self) -> Report {
        let outcomes = self.as_if_ended(&Reason::InFlight, &Reason::Waiting).into_outcomes();
        Report {
            retry_at: self.pace.retry_at(),
            ..Report::new(outcomes, self.requests, self.problems.clone())
        }
    }

    fn plan(&mut self) {
        let everybody: Vec<usize> = (0..self.people.len()).collect();
        let Some(invitation) = &self.invitation else {
            for person in everybody {
                let reason = Reason::PlanProblems;
                self.ledger.settle(Outcome::because(person, Status::NotSent, reason));
            }
            return self.halt(&Reason::PlanProblems);
        };
        for batch in invitation.batches(&everybody) {
            let job = self.new_job(&batch, None);
            self.waiting.extend(job);
        }
    }

    /// The server answered: who is settled, who goes again, and what it means for the others.
    fn answered(&mut self, job: &Job, outcomes: Vec<Outcome>, status: u16) {
        let (refused, settled): (Vec<_>, Vec<_>) =
            outcomes.into_iter().partition(again::is_refused_with_others);
        let named = !settled.is_empty();
        self.settle(job, settled);
        if refused.is_empty() {
            self.judge(job, status);
        } else {
            self.send_again(job, refused, named, status);
        }
    }

    fn take(&mut self, is_it: impl Fn(&Job) -> bool) -> Option<Job> {
        let position = self.in_flight.iter().position(is_it)?;
        Some(Job { left: false, ..self.in_flight.remove(position) })
    }

    fn settle(&mut self, job: &Job, outcomes: Vec<Outcome>) {
        for outcome in outcomes {
            self.round.accepted |= outcome.status == Status::Invited;
            self.ledger.settle(outcome);
        }
        self.remember(job);
    }

    fn end(&mut self, job: &Job, status: Status, reason: &Reason) {
        self.settle(job, job.outcomes(status, reason));
    }

    /// What would be known if nothing more happened.
    fn as_if_ended(&self, left: &Reason, rest: &Reason) -> Ledger {
        let mut ledger = self.ledger.clone();
        for job in self.in_flight.iter().chain(&self.waiting) {
            let (status, reason) =
                if job.left { (Status::Unconfirmed, left) } else { (Status::NotSent, rest) };
            job.outcomes(status, reason).into_iter().for_each(|outcome| ledger.settle(outcome));
        }
        ledger
    }

    fn is_safe_to_repeat(&self) -> bool {
        self.invitation.as_ref().is_some_and(|it| it.destination.api.info().safe_to_repeat)
    }
}

/// How many requests are on their way at the same time.
fn concurrency(config: &InviteConfig, invitation: Option<&Invitation>) -> usize {
    let default = match invitation.map(|it| it.destination.api.info().batching) {
        Some(Batching::Each) => 4,
        _ => 1,
    };
    config.delivery.concurrency.unwrap_or(default).max(1)
}
