//! One request on its way through a delivery.

use crate::outcome::{Outcome, Reason, Status};
use crate::plan::PlannedRequest;

#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) request: PlannedRequest,
    /// Counts from 1.
    pub(super) attempt: u32,
    /// Whether this attempt is on its way.
    pub(super) left: bool,
    /// The refused request of which this is a half.
    pub(super) half_of: Option<u32>,
    /// In which words the server refused the batch that these people were in.
    pub(super) refusal: Option<String>,
    /// Whether an earlier attempt may have been processed: then a refusal of this one proves nothing.
    pub(super) unknown: bool,
}

impl Job {
    pub(super) fn new(request: PlannedRequest) -> Self {
        Self { request, attempt: 1, left: false, half_of: None, refusal: None, unknown: false }
    }

    pub(super) fn is(&self, id: u32, attempt: u32) -> bool {
        self.request.id == id && self.attempt == attempt
    }

    /// The same outcome for all its people.
    pub(super) fn outcomes(&self, status: Status, reason: &Reason) -> Vec<Outcome> {
        let outcome = |&invitee: &usize| Outcome {
            server_message: self.refusal.clone(),
            ..Outcome::because(invitee, status, reason.clone())
        };
        self.request.invitees.iter().map(outcome).collect()
    }
}
