//! One person in the list: what was typed, what it was read as, and what became of it.

use std::borrow::Cow;

use invite_users_core::email::{EmailAddress, EmailError};
use invite_users_core::{Entry, InviteeInput, Outcome, Problem, Status};

/// A person, or a piece of text that is not one yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Person {
    /// What was typed or pasted.
    pub(crate) text: String,
    /// What `text` was read as.
    pub(crate) email: Result<EmailAddress, EmailError>,
    /// Name, roles and further fields; its `email` is filled in when it is asked for.
    pub(crate) input: InviteeInput,
    /// Who else has the same address.
    pub(crate) twin: Option<Twin>,
    /// Whether the address is being edited.
    pub(crate) editing: bool,
    /// What the plan says is wrong with this person.
    pub(crate) problem: Option<Problem>,
    /// Whether a request with this person is on its way.
    pub(crate) in_flight: bool,
    /// What the last delivery did.
    pub(crate) outcome: Option<Outcome>,
}

/// Who else has the same address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Twin {
    /// Another row of the list.
    InList,
    /// A person who was invited before and is no longer listed.
    Invited,
    /// A member of the team.
    Member,
}

/// Where a person stands: what the row looks like, and whether it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Not an address.
    Invalid,
    /// In the list twice, invited before, or in the team.
    Duplicate,
    /// The plan can't be made with it.
    Refused,
    /// An address with something to look at.
    Hinted,
    /// Ready to be sent.
    Ready,
    /// It was sent, or was to be.
    Ended(Status),
}

impl Person {
    /// The person in an entry of a list, with the role that new people get.
    pub(crate) fn from_entry(entry: Entry<'_>, roles: &[String]) -> Self {
        let name = entry.name.map(Cow::into_owned);
        let input = InviteeInput { name, roles: roles.to_vec(), ..InviteeInput::default() };
        Self::new(entry.text.into_owned(), entry.email, input)
    }

    /// A person about whom nothing is known yet but the address.
    pub(crate) fn new(
        text: String,
        email: Result<EmailAddress, EmailError>,
        input: InviteeInput,
    ) -> Self {
        let (twin, editing, problem, in_flight, outcome) = (None, false, None, false, None);
        Self { text, email, input, twin, editing, problem, in_flight, outcome }
    }

    /// The same person, with what was known of them before the address was corrected.
    pub(crate) fn succeeding(mut self, before: InviteeInput) -> Self {
        let name = self.input.name.or(before.name);
        self.input = InviteeInput { name, ..before };
        self
    }

    /// The address as it is sent, or the text where it is none.
    pub(crate) fn address(&self) -> &str {
        self.email.as_ref().map_or(self.text.as_str(), EmailAddress::as_str)
    }

    /// Where this person stands.
    pub(crate) fn standing(&self) -> Standing {
        match (&self.email, &self.outcome) {
            (_, Some(outcome)) => Standing::Ended(outcome.status),
            (Err(_), None) => Standing::Invalid,
            (Ok(_), None) if self.twin.is_some() => Standing::Duplicate,
            (Ok(_), None) if self.problem.is_some() => Standing::Refused,
            (Ok(email), None) if !email.hints().is_empty() => Standing::Hinted,
            (Ok(_), None) => Standing::Ready,
        }
    }

    /// Whether the next delivery takes this person: never one who is invited, or may be.
    pub(crate) fn sendable(&self) -> bool {
        self.is_open() && self.email.is_ok() && self.twin.is_none()
    }

    /// Whether this person is invited by another row, or was; a member of the team is no duplicate.
    pub(crate) fn is_duplicate(&self) -> bool {
        matches!(self.twin, Some(Twin::InList | Twin::Invited))
    }

    /// Whether this person is in the team already.
    pub(crate) fn is_member(&self) -> bool {
        self.twin == Some(Twin::Member)
    }

    /// Whether the plan can't be made with this person.
    pub(crate) fn is_refused(&self) -> bool {
        self.problem.is_some()
    }

    /// Whether the server complained of this field of the person's: `email`, `roles`, an extra's name.
    pub(crate) fn is_faulted(&self, field: &str) -> bool {
        let failed = self.outcome.as_ref().filter(|outcome| outcome.status == Status::Failed);
        failed.is_some_and(|outcome| outcome.field.as_deref() == Some(field))
    }

    /// Whether this row can be changed: not who is invited, or may be.
    pub(crate) fn is_open(&self) -> bool {
        let status = self.outcome.as_ref().map(|outcome| outcome.status);
        !matches!(status, Some(Status::Invited | Status::Unconfirmed))
    }

    /// Whether no address stands here, so that there is nobody to be sent.
    pub(crate) fn is_rejected(&self) -> bool {
        self.is_open() && self.email.is_err()
    }

    /// Whether this person needs an answer before it can be sent, whatever became of it before.
    pub(crate) fn to_fix(&self) -> bool {
        self.is_rejected() || (self.sendable() && self.is_refused())
    }

    /// The person as core wants it; `None` where the address is none.
    pub(crate) fn invitee(&self) -> Option<InviteeInput> {
        let email = self.email.as_ref().ok()?.as_str().to_owned();
        Some(InviteeInput { email, ..self.input.clone() })
    }
}
