//! One request on its way through a delivery.

use super::pace::Waits;
use crate::outcome::{Outcome, Reason, Status};
use crate::plan::PlannedRequest;

#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) request: PlannedRequest,
    /// How often it was handed out.
    pub(super) attempt: u32,
    /// The generation of the credential that this attempt takes.
    pub(super) credential: u32,
    /// Whether this attempt is on its way.
    pub(super) left: bool,
    /// The refused request of which this is a half.
    pub(super) half_of: Option<u32>,
    /// In which words the server refused the batch that these people were in.
    pub(super) refusal: Option<String>,
    /// How often it was told to wait.
    pub(super) waits: Waits,
    /// How many attempts at these people went unanswered since they were asked for.
    pub(super) unanswered: u32,
    /// By which the server knows a repeat from a new request.
    pub(super) key: Option<String>,
}

impl Job {
    pub(super) fn new(request: PlannedRequest, key: Option<String>) -> Self {
        let (attempt, credential, left, unanswered) = (0, 0, false, 0);
        let (half_of, refusal, waits) = (None, None, Waits::default());
        Self { request, attempt, credential, left, half_of, refusal, waits, unanswered, key }
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
