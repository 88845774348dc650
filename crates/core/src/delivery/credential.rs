//! The credential: a server that does not accept it gets a new one, once, and so does every request.

use super::{Delivery, Job};
use crate::auth::CredentialError;
use crate::outcome::{Outcome, Reason, Status};
use crate::problem::{Problem, ProblemKind};

/// Which credential requests take.
#[derive(Debug, Default)]
pub(super) struct Generation {
    /// Counts from 0.
    pub(super) number: u32,
    /// Whether the host can be asked for another one.
    refreshable: bool,
    /// Whether it was asked for another one already.
    refreshed: bool,
}

impl Generation {
    /// The first one.
    pub(super) fn new(refreshable: bool) -> Self {
        Self { refreshable, ..Self::default() }
    }

    /// A new one, which may be refreshed again: time has passed since the last one was used.
    pub(super) fn renew(&mut self) {
        self.number = self.number.saturating_add(1);
        self.refreshed = false;
    }

    /// Whether a request that came back with 401 can go again, with a newer credential than it had.
    fn replaces(&mut self, refused: u32) -> bool {
        if refused == self.number && self.refreshable && !self.refreshed {
            self.number = self.number.saturating_add(1);
            self.refreshed = true;
        }
        refused < self.number
    }
}

impl Delivery {
    /// A 401 says that nothing was processed (RFC 9110, section 15.5.2), so the request may go again.
    pub(super) fn unauthorized(&mut self, job: Job, outcomes: Vec<Outcome>) {
        if self.credential.replaces(job.credential) {
            return self.requeue(job);
        }
        self.settle(&job, outcomes);
        self.halt(&Reason::Stopped);
    }

    /// Whether the host can be asked for another credential, as
    /// [`DeliveryOptions::refreshable`](crate::DeliveryOptions::refreshable) says at first: secrets
    /// are not saved, so those of a resumed delivery may be of another kind.
    pub fn set_refreshable(&mut self, refreshable: bool) {
        self.config.delivery.refreshable = refreshable;
        self.credential.refreshable = refreshable;
    }

    /// The credential for a request could not be had, so the request did not leave.
    pub fn auth_failed(&mut self, id: u32, attempt: u32) {
        let Some(job) = self.take(|job| job.is(id, attempt) && !job.left) else { return };
        self.end(&job, Status::NotSent, &Reason::AuthFailed);
        self.halt(&Reason::AuthFailed);
    }

    /// The credential for a request can't be sent, so the request did not leave; the report has the
    /// problem, too.
    pub fn auth_malformed(&mut self, id: u32, attempt: u32, error: CredentialError) {
        let problem = Problem::at("auth", ProblemKind::Credential(error));
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
        self.auth_failed(id, attempt);
    }
}
