//! Judgement: what one reply, or none, says of the requests that have not left yet.

use super::again::Half;
use super::pace::Verdict;
use super::{Delivery, Job};
use crate::outcome::{Outcome, Reason, Status};
use crate::reply::Reply;

/// How many requests in a row may go unanswered.
const MAX_UNANSWERED: u32 = 3;
/// How often one request is sent again where that does no harm.
const MAX_REPEATS: u32 = 2;

/// What is remembered for the rules by which a delivery stops.
#[derive(Debug, Default)]
pub(super) struct Round {
    /// How many requests in a row went unanswered.
    pub(super) unanswered: u32,
    /// Whether anybody was invited.
    pub(super) accepted: bool,
    /// The halves that were refused without a name.
    pub(super) refused_halves: Vec<Half>,
    /// The roles that may not be given.
    forbidden: Option<Vec<String>>,
}

impl Delivery {
    /// Nothing new leaves; what is in flight is still waited for.
    pub(super) fn halt(&mut self, reason: &Reason) {
        for job in std::mem::take(&mut self.waiting) {
            self.end(&job, Status::NotSent, reason);
        }
        self.halted.get_or_insert_with(|| reason.clone());
    }

    /// The request was not processed and goes again as it is, unless nothing like it leaves any more.
    pub(super) fn requeue(&mut self, job: Job) {
        if self.halted.is_some() || self.is_forbidden(&job) {
            return self.end(&job, Status::NotSent, &Reason::Stopped);
        }
        self.waiting.push_front(job);
    }

    /// A server that asks to wait is waited for.
    pub(super) fn wait(&mut self, mut job: Job, now: u64, reply: &Reply) {
        match self.pace.slow_down(now, &mut job.waits, reply.header("retry-after")) {
            Verdict::Wait => self.requeue(job),
            Verdict::GiveUp => {
                self.end(&job, Status::NotSent, &Reason::RateLimited);
                self.halt(&Reason::Stopped);
            }
        }
    }

    /// What the status says of the requests that have not left yet.
    pub(super) fn judge(&mut self, job: &Job, status: u16) {
        match status {
            200..=299 | 400 | 409 | 413 | 422 => {}
            403 => self.forbid(job),
            _ => self.halt(&Reason::Stopped),
        }
    }

    /// A request whose fate is unknown is repeated only where that does no harm, and at most twice.
    /// Three unanswered in a row: the server is not well.
    pub(super) fn unanswered(&mut self, mut job: Job, now: u64, outcomes: Vec<Outcome>) {
        self.round.unanswered += 1;
        let harmless = self.is_safe_to_repeat() || job.key.is_some();
        if harmless
            && job.unanswered < MAX_REPEATS
            && self.round.unanswered < MAX_UNANSWERED
            && self.halted.is_none()
        {
            self.ledger.doubt(&outcomes);
            job.unanswered += 1;
            self.pace.back_off(now, job.unanswered);
            return self.requeue(job);
        }
        self.settle(&job, outcomes);
        self.stop_if_unwell();
    }

    /// An answer that nobody can read invites nobody that we know of, and is not repeated; a login
    /// page instead of the API would answer a thousand times like this.
    pub(super) fn unreadable(&mut self, job: &Job, outcomes: Vec<Outcome>) {
        self.round.unanswered += 1;
        self.settle(job, outcomes);
        self.stop_if_unwell();
    }

    fn stop_if_unwell(&mut self) {
        if self.round.unanswered >= MAX_UNANSWERED {
            self.halt(&Reason::Stopped);
        }
    }

    /// Who may not give this role may perhaps give another; a second such answer settles it.
    fn forbid(&mut self, job: &Job) {
        let roles = self.roles(job);
        if self.round.forbidden.get_or_insert_with(|| roles.clone()) != &roles {
            return self.halt(&Reason::Stopped);
        }
        let waiting = std::mem::take(&mut self.waiting);
        let (same, others): (Vec<Job>, Vec<Job>) =
            waiting.into_iter().partition(|job| self.is_forbidden(job));
        self.waiting = others.into();
        for job in same {
            self.end(&job, Status::NotSent, &Reason::Stopped);
        }
    }

    fn is_forbidden(&self, job: &Job) -> bool {
        self.round.forbidden.as_ref().is_some_and(|roles| *roles == self.roles(job))
    }

    /// The roles that the request gives, each once, in alphabetical order.
    fn roles(&self, job: &Job) -> Vec<String> {
        let mut roles: Vec<String> = Vec::new();
        let Some(invitation) = &self.invitation else { return roles };
        for &invitee in &job.request.invitees {
            for role in invitation.roles_of(invitee) {
                if let Err(place) = roles.binary_search_by(|known| known.as_str().cmp(role)) {
                    roles.insert(place, role.to_owned());
                }
            }
        }
        roles
    }
}
