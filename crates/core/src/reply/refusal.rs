//! Refusals: whom and what a 400, 409 or 422 complains of, and what that means for the others.

use serde_json::Value;

use super::{Reply, text};
use crate::api::{Api, Place, Segment, same_address};
use crate::outcome::{Outcome, Reason, Status};
use crate::plan::PlannedRequest;

/// The same outcome for everybody, with the server's sentence.
pub(super) fn for_all(
    request: &PlannedRequest,
    reply: &Reply,
    status: Status,
    reason: &Reason,
) -> Vec<Outcome> {
    let body = serde_json::from_str(&reply.body).unwrap_or_default();
    let message = sentence(&body);
    let outcome = |&invitee: &usize| Outcome {
        server_message: message.clone(),
        ..Outcome::because(invitee, status, reason.clone())
    };
    request.invitees.iter().map(outcome).collect()
}

/// Reads a 400, 409 or 422.
pub(super) fn read(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Vec<Outcome> {
    let complaints = complaints(api, request, reply);
    let shared =
        complaints.iter().find(|complaint| matches!(complaint.place, Place::Shared { .. }));
    let named = complaints.iter().any(|c| matches!(c.place, Place::Person { .. }));
    let refused = || rejection(reply.status);
    let others = match (shared, named) {
        // A wrong setting or role is everybody's.
        (Some(_), _) => (Status::Failed, Reason::Rejected { status: reply.status }),
        (None, false) if request.invitees.len() == 1 => (Status::Failed, refused()),
        (None, _) if api.info().atomic => (Status::NotSent, Reason::BatchRejected),
        (None, _) => (Status::Unconfirmed, Reason::Rejected { status: reply.status }),
    };
    let general = shared.or_else(|| complaints.first().filter(|_| !named));
    let outcome = |(position, &invitee): (usize, &usize)| {
        let own = complaints.iter().find(|complaint| complaint.is_about(position));
        let (status, reason) = own.map_or_else(|| others.clone(), |_| (Status::Failed, refused()));
        Outcome {
            field: own.or(general).and_then(Complaint::field),
            server_message: own.or(general).map(|complaint| complaint.message.clone()),
            ..Outcome::because(invitee, status, reason)
        }
    };
    request.invitees.iter().enumerate().map(outcome).collect()
}

/// Whether a server in between says that nothing left it (a problem object with `sent: false`).
pub(super) fn says_not_sent(body: &str) -> bool {
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    body.get("sent") == Some(&Value::Bool(false)) && text(&body, "title").is_some()
}

/// Nobody was sent; the server's words go to the person they are about, or to all.
pub(super) fn read_not_sent(
    api: &dyn Api,
    request: &PlannedRequest,
    reply: &Reply,
) -> Vec<Outcome> {
    let mut outcomes = read(api, request, reply);
    for outcome in &mut outcomes {
        outcome.status = Status::NotSent;
        outcome.reason = Some(Reason::RefusedBeforeSending);
    }
    outcomes
}

/// One thing that the server found wrong.
struct Complaint {
    place: Place,
    message: String,
}

impl Complaint {
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

fn complaints(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Vec<Complaint> {
    let body: Value = serde_json::from_str(&reply.body).unwrap_or_default();
    match body.get("detail") {
        Some(Value::Array(errors)) => errors
            .iter()
            .filter_map(|error| validation_error(api, request.invitees.len(), error))
            .collect(),
        _ => sentence(&body).map(|message| spoken(api, request, message)).unwrap_or_default(),
    }
}

/// One entry of FastAPI's `HTTPValidationError.detail`: `{loc, msg, type}`.
fn validation_error(api: &dyn Api, people: usize, error: &Value) -> Option<Complaint> {
    let message = text(error, "msg")?.to_owned();
    let path: Vec<Segment> = error
        .get("loc")
        .cloned()
        .and_then(|loc| serde_json::from_value(loc).ok())
        .unwrap_or_default();
    let place = match api.place(&path) {
        Place::Person { index, .. } if index >= people => Place::Unknown,
        place => place,
    };
    Some(Complaint { place, message })
}

/// A sentence is about the people whose whole address it quotes.
fn spoken(api: &dyn Api, request: &PlannedRequest, message: String) -> Vec<Complaint> {
    let addresses = api.addresses(&request.body);
    let quoted = addresses.iter().enumerate().filter(|(_, address)| quotes(&message, address));
    let mut complaints: Vec<Complaint> = quoted
        .map(|(index, _)| Complaint {
            place: Place::person(index, "email"),
            message: message.clone(),
        })
        .collect();
    if complaints.is_empty() {
        complaints.push(Complaint { place: Place::Unknown, message });
    }
    complaints
}

/// The sentence of an error object, the most telling member first.
fn sentence(body: &Value) -> Option<String> {
    let nested = body.get("error").unwrap_or(&Value::Null);
    ["detail", "message", "error", "title"]
        .iter()
        .find_map(|member| text(body, member))
        .or_else(|| text(nested, "message"))
        .or_else(|| text(body.get("detail")?.get(0)?, "msg"))
        .map(str::to_owned)
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
