//! Replies: one outcome for each person of a request, whatever came back.
//!
//! A 2xx is read by the API; everything else means the same for every API and is read here. FastAPI
//! validation errors, RFC 9457 problem objects and plain error objects are understood.

use crate::api::{Api, Finding};
use crate::invitee::InviteeInput;
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::outcome::{Outcome, Reason, Status};
use crate::plan::PlannedRequest;

mod refusal;
mod words;

pub(crate) use words::shown;

/// What came back for one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// The body without what says nothing: a byte order mark in front, and white space around.
    pub(crate) fn text(&self) -> &str {
        self.body.strip_prefix('\u{FEFF}').unwrap_or(&self.body).trim()
    }

    /// Whether the server asks to come again later (RFC 9110, section 10.2.3; RFC 6585, section 4).
    pub(crate) fn asks_to_wait(&self) -> bool {
        matches!(self.status, 425 | 429)
            || (self.status == 503 && self.header("retry-after").is_some())
    }
}

/// What a reply means for each of the request's people, in the request's order.
pub fn read_reply(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Vec<Outcome> {
    let sent = Json::parse(&request.body).and_then(|body| api.read(&body)).unwrap_or_default();
    let exchange =
        Exchange { api, request, reply, sent: sent.people, body: Json::parse(&reply.body) };
    let outcomes = exchange.outcomes();
    let unread = outcomes.iter().all(|outcome| outcome.server_message.is_none());
    if unread && outcomes.iter().all(|outcome| outcome.status != Status::Invited) {
        keep_body(outcomes, reply.text())
    } else {
        outcomes
    }
}

impl FromJson for Reply {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        Ok(Self {
            status: members.required("status")?,
            headers: members.required("headers")?,
            body: members.required("body")?,
        })
    }
}

/// The headers are pairs, since a name may come twice.
impl From<&Reply> for Json {
    fn from(reply: &Reply) -> Self {
        let pair = |(name, value): &(String, String)| Json::list([name, value]);
        Object::new()
            .with("status", reply.status)
            .with("headers", Json::list(reply.headers.iter().map(pair)))
            .with("body", &reply.body)
            .into()
    }
}

/// A request and what came back for it.
struct Exchange<'a> {
    api: &'a dyn Api,
    request: &'a PlannedRequest,
    reply: &'a Reply,
    /// Whom the request's body invites.
    sent: Vec<InviteeInput>,
    /// The reply's body, where it is JSON.
    body: Option<Json>,
}

impl Exchange<'_> {
    fn outcomes(&self) -> Vec<Outcome> {
        let status = self.reply.status;
        if self.says_not_sent() {
            return self.read_not_sent();
        }
        match status {
            200..=299 => self.read_success(),
            300..=399 => self.for_all(Status::Unconfirmed, &Reason::Redirected),
            400 | 409 | 422 => self.read_refusal(),
            401 => self.for_all(Status::Failed, &Reason::Unauthorized),
            403 => self.for_all(Status::Failed, &Reason::Forbidden),
            404 => self.for_all(Status::Failed, &Reason::NotFound),
            408 => self.for_all(Status::Unconfirmed, &Reason::TimedOut),
            413 if self.request.invitees.len() > 1 => {
                self.for_all(Status::NotSent, &Reason::TooLarge)
            }
            413 => self.for_all(Status::Failed, &Reason::TooLarge),
            _ if self.reply.asks_to_wait() => self.for_all(Status::NotSent, &Reason::RateLimited),
            400..=499 => self.for_all(Status::Failed, &Reason::Rejected { status }),
            _ => self.for_all(Status::Unconfirmed, &Reason::ServerError { status }),
        }
    }

    fn read_success(&self) -> Vec<Outcome> {
        match self.findings() {
            // Were it another number, nobody could tell whose is whose.
            Some(findings) if findings.len() == self.request.invitees.len() => {
                let people = self.request.invitees.iter().zip(findings);
                people
                    .map(|(&invitee, finding)| outcome(invitee, finding, self.reply.status))
                    .collect()
            }
            _ => self.for_all(Status::Unconfirmed, &Reason::UnreadableReply),
        }
    }

    /// What the API reads out of its success; `None` where it can't.
    fn findings(&self) -> Option<Vec<Finding>> {
        let is_empty = self.reply.text().is_empty();
        let body = if is_empty { None } else { Some(self.body.as_ref()?) };
        self.api.success(&self.addresses(), body).ok()
    }

    /// The addresses that were sent, in order.
    fn addresses(&self) -> Vec<&str> {
        self.sent.iter().map(|person| person.email.as_str()).collect()
    }

    /// The member of the reply's body, where it has it.
    fn member(&self, name: &str) -> Option<&Json> {
        self.body.as_ref()?.get(name)
    }
}

fn outcome(invitee: usize, finding: Finding, status: u16) -> Outcome {
    match finding {
        Finding::Invited(detail) => Outcome::invited(invitee, detail),
        Finding::Failed(message) => Outcome {
            server_message: Some(shown(&message)),
            ..Outcome::because(invitee, Status::Failed, Reason::Rejected { status })
        },
        Finding::Missing => Outcome::because(invitee, Status::Unconfirmed, Reason::NotInReply),
    }
}

/// An answer that nobody could read is not lost: the person can be shown its beginning.
pub(crate) fn keep_body(mut outcomes: Vec<Outcome>, body: &str) -> Vec<Outcome> {
    let beginning: String = body.chars().take(1000).collect();
    if !beginning.is_empty() {
        let detail = Json::from(Object::new().with("body", beginning));
        for outcome in &mut outcomes {
            outcome.detail.get_or_insert_with(|| detail.clone());
        }
    }
    outcomes
}

/// The text, if it is one that says something.
fn text(value: &Json) -> Option<&str> {
    value.as_text().map(str::trim).filter(|text| !text.is_empty())
}
