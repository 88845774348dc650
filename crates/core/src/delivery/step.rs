//! What a delivery tells whoever has the network, and what it is told.

use crate::json::{FromJson, Json, MAX_SAFE_INTEGER, Object, ShapeError};
use crate::outcome::{Counts, Reason};
use crate::plan::PlannedRequest;

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing until one of the requests in flight is answered or lost, or what is
    /// [held](super::Delivery::hold) is let go.
    Await,
    /// Nothing any more: the report is final, unless somebody is chosen to go again.
    Done,
    /// Get the credential, call [`Delivery::leave`](super::Delivery::leave), send this request, and
    /// tell what becomes of it.
    Send {
        /// The request.
        request: PlannedRequest,
        /// Counts from 1 for each request; goes back with the event.
        attempt: u32,
        /// Which credential it takes: the host is asked once for each number, and all requests of
        /// that number share the answer. A higher one than before asks anew.
        credential: u32,
    },
    /// Nothing before this many milliseconds have passed, or an event comes. Timers that run for
    /// more than a minute drift or sleep, so ask again after one.
    Wait {
        /// How long, in milliseconds.
        ms: u64,
        /// Why.
        reason: WaitReason,
    },
}

/// Why nothing is sent for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitReason {
    /// The server asked for it.
    RateLimited,
    /// The last request went unanswered, and repeating it does no harm.
    Repeating,
}

/// How a request was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The connection broke, or the answer was cut short.
    Connection,
    /// The answer was a redirect, which a browser does not show.
    Redirect,
    /// No answer in time.
    Timeout,
    /// The answer is too large, or no text.
    Unreadable,
}

impl From<Loss> for Reason {
    fn from(loss: Loss) -> Self {
        match loss {
            Loss::Connection => Self::ConnectionLost,
            Loss::Redirect => Self::Redirected,
            Loss::Timeout => Self::TimedOut,
            Loss::Unreadable => Self::UnreadableReply,
        }
    }
}

impl FromJson for Loss {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        match json.as_text() {
            Some("connection") => Ok(Self::Connection),
            Some("redirect") => Ok(Self::Redirect),
            Some("timeout") => Ok(Self::Timeout),
            Some("unreadable") => Ok(Self::Unreadable),
            _ => Err(ShapeError::expected(
                "\"connection\", \"redirect\", \"timeout\" or \"unreadable\"",
            )),
        }
    }
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// People.
    pub total: u32,
    /// People whose outcome is known.
    pub done: u32,
    /// How they ended so far.
    pub counts: Counts,
}

impl From<&Step> for Json {
    fn from(step: &Step) -> Self {
        match step {
            Step::Await => tagged("await"),
            Step::Done => tagged("done"),
            Step::Send { request, attempt, credential } => tagged("send")
                .with("request", request)
                .with("attempt", *attempt)
                .with("credential", *credential),
            Step::Wait { ms, reason } => tagged("wait")
                .with("ms", ms.min(&MAX_SAFE_INTEGER).cast_signed())
                .with("reason", reason),
        }
        .into()
    }
}

fn tagged(kind: &str) -> Object {
    Object::new().with("type", kind)
}

impl From<&WaitReason> for Json {
    fn from(reason: &WaitReason) -> Self {
        match reason {
            WaitReason::RateLimited => "rate_limited",
            WaitReason::Repeating => "repeating",
        }
        .into()
    }
}

impl From<&Progress> for Json {
    fn from(progress: &Progress) -> Self {
        Object::new()
            .with("total", progress.total)
            .with("done", progress.done)
            .with("counts", &progress.counts)
            .into()
    }
}
