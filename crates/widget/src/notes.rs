//! What is said of a person below the address, and what the row shows beside it.

use invite_users_core::email::Hint;
use invite_users_core::{Outcome, Status};

use crate::icons::Icon;
use crate::messages::Messages;
use crate::person::{Person, Standing, Twin};

/// How a note is meant; never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Has to be mended.
    Danger,
    /// Went well.
    Success,
    /// Worth a look.
    Warning,
    /// Good to know.
    Quiet,
}

impl Tone {
    /// Its name in the stylesheet.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Quiet => "quiet",
        }
    }
}

/// One sentence below an address.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    pub(crate) tone: Tone,
    pub(crate) text: String,
    /// Another address that was perhaps meant.
    pub(crate) suggestion: Option<String>,
    /// Whether these are the server's words.
    pub(crate) said: bool,
}

impl Note {
    fn new(tone: Tone, text: String) -> Self {
        Self { tone, text, suggestion: None, said: false }
    }
}

/// Everything that is said of a person; `editing`: while the list can be changed.
pub(crate) fn notes(person: &Person, editing: bool, text: Messages) -> Vec<Note> {
    match (&person.email, &person.outcome) {
        (_, Some(outcome)) => outcome_notes(person, outcome, editing, text),
        (Err(error), None) => {
            let suggestion = error.suggestion.clone().filter(|_| editing);
            vec![Note { suggestion, ..Note::new(Tone::Danger, text.sentence(error)) }]
        }
        (Ok(email), None) => {
            let twin = person.twin.map(|twin| Note::new(Tone::Warning, text.text(twin_key(twin))));
            let problem = person.problem.iter();
            let problem = problem.map(|it| Note::new(Tone::Danger, text.sentence(it)));
            let hints = email.hints().iter().filter(|_| person.twin.is_none());
            twin.into_iter()
                .chain(problem)
                .chain(hints.map(|hint| hint_note(hint, editing, text)))
                .collect()
        }
    }
}

fn outcome_notes(person: &Person, outcome: &Outcome, editing: bool, text: Messages) -> Vec<Note> {
    let tone = match outcome.status {
        Status::Failed => Tone::Danger,
        Status::Unconfirmed => Tone::Warning,
        Status::Invited | Status::NotSent => Tone::Quiet,
    };
    let twin = person.twin.map(|twin| Note::new(Tone::Warning, text.text(twin_key(twin))));
    let problem = person.problem.iter().map(|it| Note::new(Tone::Danger, text.sentence(it)));
    let reason = outcome.reason.iter().map(|reason| Note::new(tone, text.sentence(reason)));
    let said = outcome.server_message.iter().map(|words| {
        let words = [("words", words.as_str().into())].into();
        Note { said: true, ..Note::new(Tone::Quiet, text.fill("server_says", &words)) }
    });
    let held_back = (editing && outcome.status == Status::Unconfirmed)
        .then(|| Note::new(Tone::Quiet, text.text("held_back")));
    let so_far = twin.into_iter().chain(problem).chain(reason);
    so_far.chain(said).chain(held_back).collect()
}

fn hint_note(hint: &Hint, editing: bool, text: Messages) -> Note {
    let suggestion = hint.suggestion.clone().filter(|_| editing);
    let tone = if hint.suggestion.is_some() { Tone::Warning } else { Tone::Quiet };
    Note { suggestion, ..Note::new(tone, text.sentence(hint)) }
}

fn twin_key(twin: Twin) -> &'static str {
    match twin {
        Twin::InList => "duplicate",
        Twin::Invited => "invited_before",
        Twin::Member => "member",
    }
}

/// The word for an outcome: a key of the catalogue, its icon and its tone.
pub(crate) fn result(status: Status) -> (&'static str, Icon, Tone) {
    match status {
        Status::Invited => ("status_invited", Icon::Check, Tone::Success),
        Status::Failed => ("status_failed", Icon::Wrong, Tone::Danger),
        Status::Unconfirmed => ("status_unconfirmed", Icon::Question, Tone::Warning),
        Status::NotSent => ("status_not_sent", Icon::Minus, Tone::Quiet),
    }
}

/// What stands before the address; `None`: the first letter.
pub(crate) fn mark(person: &Person) -> Option<(Icon, Tone)> {
    match person.standing() {
        Standing::Invalid | Standing::Refused => Some((Icon::Wrong, Tone::Danger)),
        Standing::Duplicate => Some((Icon::Copies, Tone::Warning)),
        Standing::Hinted if has_suggestion(person) => Some((Icon::Warning, Tone::Warning)),
        Standing::Hinted | Standing::Ready => None,
        Standing::Ended(status) => {
            let (_, icon, tone) = result(status);
            Some((icon, tone))
        }
    }
}

fn has_suggestion(person: &Person) -> bool {
    person.email.as_ref().is_ok_and(|email| email.hints().iter().any(|it| it.suggestion.is_some()))
}
