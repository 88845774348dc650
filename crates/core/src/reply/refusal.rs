//! Refusals: whom and what a 400, 409 or 422 complains of, and what that means for the others.

use super::{Exchange, text};
use crate::api::{Place, Segment, same_address};
use crate::json::Json;
use crate::outcome::{Outcome, Reason, Status};

impl Exchange<'_> {
    /// The same outcome for everybody, with the server's sentence.
    pub(super) fn for_all(&self, status: Status, reason: &Reason) -> Vec<Outcome> {
        let message = self.sentence();
        let outcome = |&invitee: &usize| Outcome {
            server_message: message.map(str::to_owned),
            ..Outcome::because(invitee, status, reason.clone())
        };
        self.request.invitees.iter().map(outcome).collect()
    }

    /// Reads a 400, 409 or 422.
    pub(super) fn read_refusal(&self) -> Vec<Outcome> {
        let status = self.reply.status;
        let complaints = self.complaints();
        let shared = complaints.iter().find(|c| matches!(c.place, Place::Shared { .. }));
        let named = complaints.iter().any(|c| matches!(c.place, Place::Person { .. }));
        let others = match (shared, named) {
            // A wrong setting or role is everybody's.
            (Some(_), _) => (Status::Failed, Reason::Rejected { status }),
            (None, false) if self.request.invitees.len() == 1 => {
                (Status::Failed, rejection(status))
            }
            (None, _) if self.api.info().atomic => (Status::NotSent, Reason::BatchRejected),
            (None, _) => (Status::Unconfirmed, Reason::Rejected { status }),
        };
        let general = shared.or_else(|| complaints.first().filter(|_| !named));
        let outcome = |(position, &invitee): (usize, &usize)| {
            let own = complaints.iter().find(|complaint| complaint.is_about(position));
            let (status, reason) =
                own.map_or_else(|| others.clone(), |_| (Status::Failed, rejection(status)));
            Outcome {
                field: own.or(general).and_then(Complaint::field),
                server_message: own.or(general).map(|complaint| complaint.message.to_owned()),
                ..Outcome::because(invitee, status, reason)
            }
        };
        self.request.invitees.iter().enumerate().map(outcome).collect()
    }

    /// Whether a server in between says that nothing left it (a problem object with `sent: false`).
    pub(super) fn says_not_sent(&self) -> bool {
        self.member("sent") == Some(&Json::Bool(false))
            && self.member("title").and_then(text).is_some()
    }

    /// Nobody was sent; the server's words go to the person they are about, or to all.
    pub(super) fn read_not_sent(&self) -> Vec<Outcome> {
        let mut outcomes = self.read_refusal();
        for outcome in &mut outcomes {
            outcome.status = Status::NotSent;
            outcome.reason = Some(Reason::RefusedBeforeSending);
        }
        outcomes
    }

    fn complaints(&self) -> Vec<Complaint<'_>> {
        if let Some(Json::List(errors)) = self.member("detail") {
            return errors.iter().filter_map(|error| self.validation_error(error)).collect();
        }
        self.sentence().map(|message| self.spoken(message)).unwrap_or_default()
    }

    /// One entry of FastAPI's `HTTPValidationError.detail`: `{loc, msg, type}`.
    fn validation_error<'a>(&self, error: &'a Json) -> Option<Complaint<'a>> {
        let message = error.get("msg").and_then(text)?;
        let path = error.get("loc").and_then(path).unwrap_or_default();
        let place = match self.api.place(&path) {
            Place::Person { index, .. } if index >= self.request.invitees.len() => Place::Unknown,
            place => place,
        };
        Some(Complaint { place, message })
    }

    /// A sentence is about the people whose whole address it quotes.
    fn spoken<'a>(&self, message: &'a str) -> Vec<Complaint<'a>> {
        let addresses = self.addresses();
        let quoted = addresses.iter().enumerate().filter(|(_, address)| quotes(message, address));
        let mut complaints: Vec<Complaint> = quoted
            .map(|(index, _)| Complaint { place: Place::person(index, "email"), message })
            .collect();
        if complaints.is_empty() {
            complaints.push(Complaint { place: Place::Unknown, message });
        }
        complaints
    }

    /// The sentence of an error object, the most telling member first.
    fn sentence(&self) -> Option<&str> {
        ["detail", "message", "error", "title"]
            .iter()
            .find_map(|name| self.member(name).and_then(text))
            .or_else(|| self.member("error")?.get("message").and_then(text))
            .or_else(|| self.member("detail")?.as_list()?.first()?.get("msg").and_then(text))
    }
}

/// One thing that the server found wrong.
struct Complaint<'a> {
    place: Place,
    message: &'a str,
}

impl Complaint<'_> {
    fn is_about(&self, position: usize) -> bool {
        matches!(&self.place, Place::Person { index, .. } if *index == position)
    }

    fn field(&self) -> Option<String> {
        match &self.place {
            Place::Person { field, .. } | Place::Shared { field } => Some(field.clone()),
            Place::Unknown => None,
        }
    }
}

/// A person who is there already is told apart from one who is wrong.
fn rejection(status: u16) -> Reason {
    if status == 409 { Reason::AlreadyInvited } else { Reason::Rejected { status } }
}

/// A path of indices and names; `None` where it is anything else.
fn path(loc: &Json) -> Option<Vec<Segment<'_>>> {
    loc.as_list()?.iter().map(segment).collect()
}

fn segment(step: &Json) -> Option<Segment<'_>> {
    match step {
        Json::Integer(index) => usize::try_from(*index).ok().map(Segment::Index),
        step => step.as_text().map(Segment::Name),
    }
}

/// Whether the sentence holds the address as a whole: `ann@x.com` is not in `joann@x.com`.
fn quotes(sentence: &str, address: &str) -> bool {
    let edge = |c: char| c.is_whitespace() || "'\"`<>()[]{},;:|“”‘’«»".contains(c);
    let word = |word: &str| same_address(word.trim_end_matches(['.', '!', '?']), address);
    // An apostrophe may belong to the address, so it is tried with the quotation marks on, too.
    sentence.split(edge).any(word)
        || sentence
            .split_whitespace()
            .any(|part| word(part.trim_matches(|c: char| edge(c) || matches!(c, '.' | '!' | '?'))))
}
