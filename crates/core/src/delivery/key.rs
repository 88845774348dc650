//! Keys, by which a server tells the repeat of a request from a new one
//! (draft-ietf-httpapi-idempotency-key-header).

use super::retry::Unsettled;
use super::{Delivery, Job};
use crate::outcome::Status;

/// Whether the text can be a header's value as it is.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

impl Delivery {
    /// A new request to these people, with that key or one of its own, where the API takes keys.
    pub(super) fn new_job(&mut self, people: &[usize], key: Option<String>) -> Option<Job> {
        let invitation = self.invitation.as_ref()?;
        let mut request = invitation.request(self.next_id, people);
        let id = &self.config.delivery.id;
        let header = invitation.destination.api.info().idempotency_header.as_deref();
        let key = header.filter(|_| is_key(id)).map(|header| {
            let key = key.unwrap_or_else(|| [id, "-", &self.next_id.to_string()].concat());
            request.headers.push((header.to_ascii_lowercase(), key.clone()));
            key
        });
        self.next_id = self.next_id.wrapping_add(1);
        Some(Job::new(request, key))
    }

    /// The key of a request of which nobody knows what became may be needed again.
    pub(super) fn remember(&mut self, job: &Job) {
        let open = |&person: &usize| self.ledger.is(person, |it| it == Status::Unconfirmed);
        if let (Some(key), true) = (&job.key, job.request.invitees.iter().all(open)) {
            let invitees = job.request.invitees.clone();
            self.unsettled.push(Unsettled { key: key.clone(), invitees });
        }
    }
}
