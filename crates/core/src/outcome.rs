//! Outcomes: what happened to each person, and why.

use crate::json::{Json, MAX_SAFE_INTEGER, Object};
use crate::message::display_sentence;
use crate::problem::Problem;

mod sentence;

/// What happened to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whose: an index into the invitees.
    pub invitee: usize,
    /// Invited or not.
    pub status: Status,
    /// Why, where there is more to say than "invited".
    pub reason: Option<Reason>,
    /// What it is about: `email`, `roles`, `settings.<name>`.
    pub field: Option<String>,
    /// The server's own words: text to be shown, not markup. Without control characters but line
    /// breaks (`\n`), and cut to 1,000 characters.
    pub server_message: Option<String>,
    /// What else the server told; 64-bit integers are strings. A body that nobody could read is
    /// kept here as `body`, cut to 1,000 characters.
    pub detail: Option<Json>,
}

/// Invited or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The server confirmed the invitation.
    Invited,
    /// The server refused this person.
    Failed,
    /// Nobody knows: the request left, and no answer tells what became of it.
    Unconfirmed,
    /// Nothing was sent for this person, or nothing of it was processed.
    NotSent,
}

/// Why a person was not invited, or why nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The server says that the person is invited or a member already.
    AlreadyInvited,
    /// The credential could not be had.
    AuthFailed,
    /// Others in the same request were refused, so the server processed none of it.
    BatchRejected,
    /// The inviter stopped the sending before it was this person's turn.
    Cancelled,
    /// The inviter stopped the sending while this person's request was on its way.
    CancelledInFlight,
    /// The connection broke before an answer came.
    ConnectionLost,
    /// The credential may not do this (403).
    Forbidden,
    /// The request is on its way.
    InFlight,
    /// Sending was broken off, as by a reload, before it was this person's turn.
    Interrupted,
    /// Sending was broken off, as by a reload, while this person's request was on its way.
    InterruptedInFlight,
    /// The reply should name this person and does not.
    NotInReply,
    /// There is no such endpoint (404).
    NotFound,
    /// The plan had problems, so nothing was sent.
    PlanProblems,
    /// The server asked to wait and the waiting came to nothing.
    RateLimited,
    /// The server sent the request elsewhere (3xx), where it is not followed.
    Redirected,
    /// A server in between refused before anything left.
    RefusedBeforeSending,
    /// The server refused.
    Rejected {
        /// The HTTP status.
        status: u16,
    },
    /// The server failed.
    ServerError {
        /// The HTTP status.
        status: u16,
    },
    /// Sending stopped earlier.
    Stopped,
    /// No answer came in time.
    TimedOut,
    /// The request is too large for the server (413).
    TooLarge,
    /// The credential was not accepted (401).
    Unauthorized,
    /// The answer is not what the API's document promises.
    UnreadableReply,
    /// The request has not left so far.
    Waiting,
}

/// How the sending of a plan went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One outcome for each person, in the order of the invitees.
    pub outcomes: Vec<Outcome>,
    /// How many ended in which way.
    pub counts: Counts,
    /// How many requests left.
    pub requests: u32,
    /// What kept anything from being sent.
    pub problems: Vec<Problem>,
    /// When the server can be asked again (milliseconds since the Unix epoch), where it said so and
    /// that was too long to wait.
    pub retry_at: Option<u64>,
}

/// How many people ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Confirmed by the server.
    pub invited: u32,
    /// Refused by the server.
    pub failed: u32,
    /// Unknown.
    pub unconfirmed: u32,
    /// Not sent.
    pub not_sent: u32,
}

impl Outcome {
    /// A person who was invited.
    pub(crate) fn invited(invitee: usize, detail: Option<Json>) -> Self {
        Self { detail, ..Self::new(invitee, Status::Invited, None) }
    }

    /// A person who was not, or of whom nobody knows.
    pub(crate) fn because(invitee: usize, status: Status, reason: Reason) -> Self {
        Self::new(invitee, status, Some(reason))
    }

    fn new(invitee: usize, status: Status, reason: Option<Reason>) -> Self {
        Self { invitee, status, reason, field: None, server_message: None, detail: None }
    }
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Failed, Self::Unconfirmed, Self::NotSent];

    /// Its `snake_case` name in JavaScript.
    pub fn name(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Failed => "failed",
            Self::Unconfirmed => "unconfirmed",
            Self::NotSent => "not_sent",
        }
    }
}

impl Counts {
    /// Counts outcomes.
    pub fn of<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Self {
        let mut counts = Self::default();
        for outcome in outcomes {
            *counts.of_status(outcome.status) += 1;
        }
        counts
    }

    /// All of them together.
    pub fn total(&self) -> u32 {
        self.invited + self.failed + self.unconfirmed + self.not_sent
    }

    /// The number of those who ended in this way.
    pub(crate) fn of_status(&mut self, status: Status) -> &mut u32 {
        match status {
            Status::Invited => &mut self.invited,
            Status::Failed => &mut self.failed,
            Status::Unconfirmed => &mut self.unconfirmed,
            Status::NotSent => &mut self.not_sent,
        }
    }
}

impl Report {
    /// Sums up.
    pub(crate) fn new(outcomes: Vec<Outcome>, requests: u32, problems: Vec<Problem>) -> Self {
        Self { counts: Counts::of(&outcomes), outcomes, requests, problems, retry_at: None }
    }
}

impl From<&Outcome> for Json {
    fn from(outcome: &Outcome) -> Self {
        let mut object =
            Object::new().with("invitee", outcome.invitee).with("status", outcome.status.name());
        if let Some(reason) = &outcome.reason {
            object = object.with_coded(reason);
        }
        object = object
            .with("field", outcome.field.as_deref())
            .with("serverMessage", outcome.server_message.as_deref());
        match &outcome.detail {
            Some(detail) => object.with_null("detail", detail.clone()).into(),
            None => object.into(),
        }
    }
}

impl From<&Status> for Json {
    fn from(status: &Status) -> Self {
        status.name().into()
    }
}

impl From<&Report> for Json {
    fn from(report: &Report) -> Self {
        // A moment that JavaScript has no number for is as good as the last one that it has.
        let retry_at = report.retry_at.map(|at| at.min(MAX_SAFE_INTEGER).cast_signed());
        Object::new()
            .with("outcomes", Json::list(&report.outcomes))
            .with("counts", &report.counts)
            .with("requests", report.requests)
            .with("problems", Json::list(&report.problems))
            .with("retryAt", retry_at)
            .into()
    }
}

impl From<&Counts> for Json {
    fn from(counts: &Counts) -> Self {
        Object::new()
            .with("invited", counts.invited)
            .with("failed", counts.failed)
            .with("unconfirmed", counts.unconfirmed)
            .with("not_sent", counts.not_sent)
            .into()
    }
}

display_sentence!(Reason);
