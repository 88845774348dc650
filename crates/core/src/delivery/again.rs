//! Again: what becomes of a batch that the server refused without processing any of it.

use super::pace::Waits;
use super::{Delivery, Job};
use crate::outcome::{Outcome, Reason, Status};

/// A half that was refused without a name, in these words.
#[derive(Debug, PartialEq)]
pub(super) struct Half {
    of: u32,
    message: Option<String>,
}

/// Whether the server left this person alone because of the rest of the request.
pub(super) fn is_refused_with_others(outcome: &Outcome) -> bool {
    outcome.status == Status::NotSent
        && matches!(outcome.reason, Some(Reason::BatchRejected | Reason::TooLarge))
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
        // A part of it has a new key, by which the server can't know that it may have had these.
        let doubtful = job.unanswered > 0 && !self.is_safe_to_repeat();
        if self.halted.is_some() || doubtful {
            return self.settle(job, refused);
        }
        let people: Vec<usize> = refused.iter().map(|outcome| outcome.invitee).collect();
        let message = refused.first().and_then(|outcome| outcome.server_message.clone());
        if named {
            return self.enqueue(job, &[&people]);
        }
        if status != 413 && self.is_hopeless(job, message.as_ref()) {
            self.settle(job, refused);
            return self.halt(&Reason::Stopped);
        }
        let half = Job { half_of: Some(job.request.id), refusal: message, ..job.clone() };
        let (first, second) = people.split_at(people.len() / 2);
        self.enqueue(&half, &[first, second]);
    }

    /// New requests for these people, like `job` in the rest; both halves of a batch are tried
    /// before the quarters.
    fn enqueue(&mut self, job: &Job, parts: &[&[usize]]) {
        let Some(invitation) = &self.invitation else { return };
        let batches: Vec<_> = parts.iter().flat_map(|part| invitation.batches(part)).collect();
        for batch in batches {
            let Some(Job { request, key, .. }) = self.new_job(&batch, None) else { return };
            let waits = Waits::default();
            self.waiting.push_back(Job { request, key, waits, attempt: 0, ..job.clone() });
        }
    }

    /// Both halves of a batch were refused in the same words, and nobody was accepted yet: the
    /// fault is not in one of the people.
    fn is_hopeless(&mut self, job: &Job, message: Option<&String>) -> bool {
        let Some(of) = job.half_of else { return false };
        let half = Half { of, message: message.cloned() };
        let alike = self.round.refused_halves.contains(&half);
        self.round.refused_halves.push(half);
        alike && !self.round.accepted
    }
}
