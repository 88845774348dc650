//! Judgement: what one reply, or none, says of the requests that have not left yet.

use super::pace::Verdict;
use super::{Delivery, Job};
use crate::outcome::{Outcome, Reason, Status};
use crate::reply::Reply;

impl Delivery {
    /// Nothing new leaves; what is in flight is still waited for.
    pub(super) fn halt(&mut self, reason: Reason) {
        for job in std::mem::take(&mut self.waiting) {
            self.end(&job, Status::NotSent, &reason);
        }
        self.halted.get_or_insert(reason);
    }

    /// A server that asks to wait is waited for.
    pub(super) fn wait(&mut self, job: Job, now: u64, reply: &Reply) {
        match self.pace.slow_down(now, job.attempt, reply.header("retry-after")) {
            Verdict::Wait if self.halted.is_none() => {
                self.waiting.push_front(Job { attempt: job.attempt + 1, ..job });
            }
            Verdict::Wait => self.end(&job, Status::NotSent, &Reason::Stopped),
            Verdict::GiveUp => {
                self.end(&job, Status::NotSent, &Reason::RateLimited);
                self.halt(Reason::Stopped);
            }
        }
    }

    /// What the status says of the requests that have not left yet.
    pub(super) fn judge(&mut self, job: &Job, status: u16) {
        match status {
            200..=299 | 400 | 409 | 413 | 422 => {}
            403 => self.forbid(job),
            _ => self.halt(Reason::Stopped),
        }
    }

    /// A request whose fate is unknown is repeated only where that does no harm, and at most twice.
    /// Three unanswered in a row: the server is not well.
    pub(super) fn unanswered(&mut self, job: Job, now: u64, outcomes: Vec<Outcome>) {
        self.unanswered += 1;
        let harmless =
            self.invitation.as_ref().is_some_and(|it| it.destination.api.info().safe_to_repeat);
        if harmless && job.attempt < 3 && self.unanswered < 3 && self.halted.is_none() {
            self.pace.back_off(now, job.attempt);
            self.waiting.push_front(Job { attempt: job.attempt + 1, unknown: true, ..job });
            return;
        }
        self.settle(&job, outcomes);
        if self.unanswered >= 3 {
            self.halt(Reason::Stopped);
        }
    }

    /// Who may not give this role may perhaps give another; a second such answer settles it.
    fn forbid(&mut self, job: &Job) {
        let roles = self.roles(job);
        if self.forbidden.get_or_insert_with(|| roles.clone()) != &roles {
            return self.halt(Reason::Stopped);
        }
        let waiting = std::mem::take(&mut self.waiting);
        let (same, others): (Vec<Job>, Vec<Job>) =
            waiting.into_iter().partition(|job| self.roles(job) == roles);
        self.waiting = others.into();
        for job in same {
            self.end(&job, Status::NotSent, &Reason::Stopped);
        }
    }

    /// The roles that the request gives, each once, in alphabetical order.
    fn roles(&self, job: &Job) -> Vec<String> {
        let mut roles: Vec<String> = Vec::new();
        let Some(invitation) = &self.invitation else { return roles };
        for &invitee in &job.request.invitees {
            for role in &invitation.invitees[invitee].roles {
                if let Err(place) = roles.binary_search(role) {
                    roles.insert(place, role.clone());
                }
            }
        }
        roles
    }
}
