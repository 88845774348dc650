//! One person's outcome, written and read again with all its data.

use crate::json::{FromJson, Json, Object, ShapeError};
use crate::message::Coded;
use crate::outcome::{Outcome, Reason, Status};

/// The reasons without data with which a delivery can end for a person.
const PLAIN: [Reason; 20] = [
    Reason::AlreadyInvited,
    Reason::AuthFailed,
    Reason::BatchRejected,
    Reason::Cancelled,
    Reason::CancelledInFlight,
    Reason::ConnectionLost,
    Reason::Forbidden,
    Reason::Interrupted,
    Reason::InterruptedInFlight,
    Reason::NotFound,
    Reason::NotInReply,
    Reason::PlanProblems,
    Reason::RateLimited,
    Reason::Redirected,
    Reason::RefusedBeforeSending,
    Reason::Stopped,
    Reason::TimedOut,
    Reason::TooLarge,
    Reason::Unauthorized,
    Reason::UnreadableReply,
];

/// An outcome that does not know yet whose it is.
pub(super) struct SavedOutcome(Outcome);

impl SavedOutcome {
    /// The outcome of that person.
    pub(super) fn of(self, invitee: usize) -> Outcome {
        Outcome { invitee, ..self.0 }
    }
}

/// The outcome without its person, who is told by the place.
pub(super) fn write(outcome: &Outcome) -> Json {
    let http_status = match outcome.reason {
        Some(Reason::Rejected { status } | Reason::ServerError { status }) => Some(status),
        _ => None,
    };
    Object::new()
        .with("status", outcome.status.name())
        .with("code", outcome.reason.as_ref().map(Reason::code))
        .with("httpStatus", http_status)
        .with("field", outcome.field.as_deref())
        .with("serverMessage", outcome.server_message.as_deref())
        // As text, so that a reply that is nested as deep as can be read is so here, too.
        .with("detail", outcome.detail.as_ref().map(Json::to_string))
        .into()
}

impl FromJson for SavedOutcome {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        let status: Status = members.required("status")?;
        let detail: Option<String> = members.required("detail")?;
        let detail = detail.map(|text| {
            let detail = Json::parse(&text).ok_or(ShapeError::expected("JSON text"));
            detail.map_err(|error| error.inside("detail"))
        });
        let outcome = Outcome {
            invitee: 0,
            status,
            reason: reason(&mut members)?,
            field: members.required("field")?,
            server_message: members.required("serverMessage")?,
            detail: detail.transpose()?,
        };
        if outcome.reason.is_none() && status != Status::Invited {
            return Err(ShapeError::expected("a code").inside("code"));
        }
        Ok(Self(outcome))
    }
}

impl FromJson for Status {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let known = Self::ALL.into_iter().find(|status| json.as_text() == Some(status.name()));
        known.ok_or(ShapeError::expected("a status"))
    }
}

fn reason(members: &mut Object) -> Result<Option<Reason>, ShapeError> {
    let Some(code): Option<String> = members.required("code")? else { return Ok(None) };
    let reason = match code.as_str() {
        "rejected" => Reason::Rejected { status: members.required("httpStatus")? },
        "server_error" => Reason::ServerError { status: members.required("httpStatus")? },
        code => {
            let plain = PLAIN.into_iter().find(|reason| reason.code() == code);
            plain.ok_or(ShapeError::expected("the code of an outcome").inside("code"))?
        }
    };
    Ok(Some(reason))
}
