//! Again: what becomes of a batch that the server refused without processing any of it.

use super::{Delivery, Job};
use crate::outcome::{Outcome, Reason, Status};

/// A half that was refused without a name, in these words.
#[derive(Debug, PartialEq)]
pub(super) struct Half {
    of: u32,
    message: Option<String>,
}

impl Delivery {
    /// A refused batch goes again: without those whom the server named, or in halves. Each new
    /// request has fewer people than the refused one, so this ends.
    pub(super) fn send_again(
        &mut self,
        job: &Job,
        refused: Vec<Outcome>,
        named: bool,
        status: u16,
    ) {
        let people: Vec<usize> = refused.iter().map(|outcome| outcome.invitee).collect();
        let message = refused.first().and_then(|outcome| outcome.server_message.clone());
        if self.halted.is_some()
            || (status != 413 && !named && self.is_hopeless(job, message.as_ref()))
        {
            self.settle(job, refused);
            return self.halt(Reason::Stopped);
        }
        if named {
            let rest = Job { attempt: 1, ..job.clone() };
            return self.enqueue(&rest, &[&people]);
        }
        let half =
            Job { attempt: 1, half_of: Some(job.request.id), refusal: message, ..job.clone() };
        let (first, second) = people.split_at(people.len() / 2);
        self.enqueue(&half, &[first, second]);
    }

    /// New requests for these people, like `job` in the rest; both halves of a batch are tried
    /// before the quarters.
    fn enqueue(&mut self, job: &Job, parts: &[&[usize]]) {
        let Some(invitation) = &self.invitation else { return };
        for batch in parts.iter().flat_map(|part| invitation.batches(part)) {
            let request = invitation.request(self.next_id, &batch);
            self.next_id += 1;
            self.waiting.push_back(Job { request, ..job.clone() });
        }
    }

    /// Both halves of a batch were refused in the same words, and nobody was accepted yet: the
    /// fault is not in one of the people.
    fn is_hopeless(&mut self, job: &Job, message: Option<&String>) -> bool {
        let accepted = self.outcomes().any(|outcome| outcome.status == Status::Invited);
        let Some(of) = job.half_of else { return false };
        let half = Half { of, message: message.cloned() };
        let alike = self.refused_half.as_ref() == Some(&half);
        self.refused_half = Some(half);
        alike && !accepted
    }
}
