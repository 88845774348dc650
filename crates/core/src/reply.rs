//! Replies: one outcome for each person of a request, whatever came back.
//!
//! A 2xx is read by the API; everything else means the same for every API and is read here. FastAPI
//! validation errors, RFC 9457 problem objects and plain error objects are understood.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::{Api, Finding};
use crate::outcome::{Outcome, Reason, Status};
use crate::plan::PlannedRequest;

mod refusal;

/// What came back for one request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Header names, in any case, and values.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

impl Reply {
    /// The value of the header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let named = |(other, _): &&(String, String)| other.eq_ignore_ascii_case(name);
        self.headers.iter().find(named).map(|(_, value)| value.as_str())
    }

    /// Whether the server asks to come again later (RFC 9110, section 10.2.3; RFC 6585, section 4).
    pub(crate) fn asks_to_wait(&self) -> bool {
        matches!(self.status, 425 | 429)
            || (self.status == 503 && self.header("retry-after").is_some())
    }
}

/// What a reply means for each of the request's people, in the request's order.
pub fn read_reply(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Vec<Outcome> {
    let outcomes = read(api, request, reply);
    let unread = outcomes.iter().all(|outcome| outcome.server_message.is_none());
    if unread && outcomes.iter().all(|outcome| outcome.status != Status::Invited) {
        keep_body(outcomes, &reply.body)
    } else {
        outcomes
    }
}

fn read(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Vec<Outcome> {
    let status = reply.status;
    let all = |to, reason| refusal::for_all(request, reply, to, &reason);
    if refusal::says_not_sent(&reply.body) {
        return refusal::read_not_sent(api, request, reply);
    }
    match status {
        200..=299 => read_success(api, request, reply),
        300..=399 => all(Status::Unconfirmed, Reason::Redirected),
        400 | 409 | 422 => refusal::read(api, request, reply),
        401 => all(Status::Failed, Reason::Unauthorized),
        403 => all(Status::Failed, Reason::Forbidden),
        404 => all(Status::Failed, Reason::NotFound),
        408 => all(Status::Unconfirmed, Reason::TimedOut),
        413 if request.invitees.len() > 1 => all(Status::NotSent, Reason::TooLarge),
        413 => all(Status::Failed, Reason::TooLarge),
        _ if reply.asks_to_wait() => all(Status::NotSent, Reason::RateLimited),
        400..=499 => all(Status::Failed, Reason::Rejected { status }),
        _ => all(Status::Unconfirmed, Reason::ServerError { status }),
    }
}

fn read_success(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Vec<Outcome> {
    let addresses = api.addresses(&request.body);
    let findings = match api.success(&addresses, &reply.body) {
        Ok(findings) if findings.len() == request.invitees.len() => findings,
        _ => {
            return refusal::for_all(request, reply, Status::Unconfirmed, &Reason::UnreadableReply);
        }
    };
    let people = request.invitees.iter().zip(findings);
    people.map(|(&invitee, finding)| outcome(invitee, finding, reply.status)).collect()
}

fn outcome(invitee: usize, finding: Finding, status: u16) -> Outcome {
    match finding {
        Finding::Invited(detail) => Outcome::invited(invitee, detail),
        Finding::Failed(message) => Outcome {
            server_message: Some(message),
            ..Outcome::because(invitee, Status::Failed, Reason::Rejected { status })
        },
        Finding::Missing => Outcome::because(invitee, Status::Unconfirmed, Reason::NotInReply),
    }
}

/// An answer that nobody could read is not lost: the person can be shown its beginning.
fn keep_body(mut outcomes: Vec<Outcome>, body: &str) -> Vec<Outcome> {
    let beginning: String = body.trim().chars().take(1000).collect();
    if !beginning.is_empty() {
        for outcome in &mut outcomes {
            outcome.detail.get_or_insert_with(|| json!({ "body": beginning }));
        }
    }
    outcomes
}

/// The member as text, if the value is an object that has it.
fn text<'a>(value: &'a Value, member: &str) -> Option<&'a str> {
    value.get(member)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}
