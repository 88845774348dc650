//! Refusals: whom and what a 400, 409 or 422 complains of, and what that means for the others.

use super::words::{Quoted, shown};
use super::{Exchange, text};
use crate::api::{Place, Segment};
use crate::json::Json;
use crate::outcome::{Outcome, Reason, Status};

impl Exchange<'_> {
    /// The same outcome for everybody, with the server's sentence.
    pub(super) fn for_all(&self, status: Status, reason: &Reason) -> Vec<Outcome> {
        let message = self.sentence().map(shown);
        let outcome = |&invitee: &usize| Outcome {
            server_message: message.clone(),
            ..Outcome::because(invitee, status, reason.clone())
        };
        self.request.invitees.iter().map(outcome).collect()
    }

    /// Reads a 400, 409 or 422.
    pub(super) fn read_refusal(&self) -> Vec<Outcome> {
        let status = self.reply.status;
        let complaints = self.complaints();
        let named = self.first_about_each(&complaints);
        let shared = complaints.iter().find(|c| matches!(c.place, Place::Shared { .. }));
        let names_somebody = named.iter().any(Option::is_some);
        let others = match shared {
            // A wrong setting or role is everybody's.
            Some(_) => (Status::Failed, Reason::Rejected { status }),
            None if !names_somebody && self.request.invitees.len() == 1 => {
                (Status::Failed, rejection(status))
            }
            None if self.api.info().atomic => (Status::NotSent, Reason::BatchRejected),
            None => (Status::Unconfirmed, Reason::Rejected { status }),
        };
        let general = shared.or_else(|| complaints.first().filter(|_| !names_somebody));
        let outcome = |(&invitee, own): (&usize, Option<&Complaint>)| {
            let (status, reason) =
                own.map_or_else(|| others.clone(), |_| (Status::Failed, rejection(status)));
            Outcome {
                field: own.or(general).and_then(Complaint::field),
                server_message: own.or(general).map(|complaint| complaint.message.clone()),
                ..Outcome::because(invitee, status, reason)
            }
        };
        self.request.invitees.iter().zip(named).map(outcome).collect()
    }

    /// Whether a server in between says that nothing left it (a problem object with `sent: false`).
    pub(super) fn says_not_sent(&self) -> bool {
        self.member("sent") == Some(&Json::Bool(false))
            && self.member("title").and_then(text).is_some()
    }

    /// Nobody was sent; the server's words go to the person they are about, or to all. Beside somebody
    /// who is named, the others are only kept back.
    pub(super) fn read_not_sent(&self) -> Vec<Outcome> {
        // Fewer people may pass.
        if self.reply.status == 413 && self.request.invitees.len() > 1 {
            return self.for_all(Status::NotSent, &Reason::TooLarge);
        }
        let mut outcomes = self.read_refusal();
        let named = outcomes.iter().any(|outcome| outcome.status == Status::Failed);
        for outcome in &mut outcomes {
            let kept_back = named && outcome.status != Status::Failed;
            outcome.status = Status::NotSent;
            outcome.reason =
                Some(if kept_back { Reason::BatchRejected } else { Reason::RefusedBeforeSending });
        }
        outcomes
    }

    /// The first complaint about each person: field and words belong together, so only one is told.
    fn first_about_each<'c>(&self, complaints: &'c [Complaint]) -> Vec<Option<&'c Complaint>> {
        let mut first = vec![None; self.request.invitees.len()];
        for complaint in complaints {
            if let Place::Person { index, .. } = complaint.place {
                first[index].get_or_insert(complaint);
            }
        }
        first
    }

    fn complaints(&self) -> Vec<Complaint> {
        if let Some(problems) = self.member("problems").filter(|_| self.says_not_sent()) {
            return listed(problems, |problem| self.own_problem(problem));
        }
        match self.member("detail") {
            Some(errors @ Json::List(_)) => listed(errors, |error| self.validation_error(error)),
            _ => self.sentence().map(|message| self.spoken(message)).unwrap_or_default(),
        }
    }

    /// One entry of FastAPI's `HTTPValidationError.detail`: `{loc, msg, type}`.
    fn validation_error(&self, error: &Json) -> Option<Complaint> {
        let message = shown(error.get("msg").and_then(text)?);
        let path = error.get("loc").and_then(path).unwrap_or_default();
        Some(Complaint { place: self.known(self.api.place(&path)), message })
    }

    /// One problem that `readRequest` found, as a server in between passes it on.
    fn own_problem(&self, problem: &Json) -> Option<Complaint> {
        let message = shown(problem.get("message").and_then(text)?);
        let field = problem.get("field").and_then(text).map_or_else(|| "email".to_owned(), shown);
        let place = match problem.get("invitee").and_then(Json::as_integer) {
            Some(index) => usize::try_from(index)
                .map_or(Place::Unknown, |index| self.known(Place::Person { index, field })),
            None => Place::Unknown,
        };
        Some(Complaint { place, message })
    }

    /// The place, unless it is that of a person whom nobody sent.
    fn known(&self, place: Place) -> Place {
        match place {
            Place::Person { index, .. } if index >= self.request.invitees.len() => Place::Unknown,
            place => place,
        }
    }

    /// A sentence is about the people whose whole address it quotes.
    fn spoken(&self, sentence: &str) -> Vec<Complaint> {
        let (quoted, message) = (Quoted::of(sentence), shown(sentence));
        let people = self.addresses().into_iter().enumerate();
        let mut complaints: Vec<Complaint> = people
            .filter(|(_, address)| quoted.has(address))
            .map(|(index, _)| self.known(Place::person(index, "email")))
            .map(|place| Complaint { place, message: message.clone() })
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
struct Complaint {
    place: Place,
    /// The server's words, fit to be shown.
    message: String,
}

impl Complaint {
    fn field(&self) -> Option<String> {
        match &self.place {
            Place::Person { field, .. } | Place::Shared { field } => Some(field.clone()),
            Place::Unknown => None,
        }
    }
}

/// What is wrong, of those entries of a list that can be read.
fn listed(list: &Json, read: impl Fn(&Json) -> Option<Complaint>) -> Vec<Complaint> {
    list.as_list().unwrap_or_default().iter().filter_map(read).collect()
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
