//! The people as a field of the host's form: its value, what of it is not right yet, and the draft
//! from which the same list can be made again.

use std::collections::HashSet;

use invite_users_core::json::{FromJson, Json, Object, ShapeError};
use invite_users_core::{InviteeInput, Outcome, Reason, Status};
use invite_users_wasm::to_js;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::later::soon;
use crate::person::Person;
use crate::state::{Row, State};

/// What a person has entered, rejected rows and all.
#[derive(Default)]
struct Draft {
    people: Vec<InviteeInput>,
    typed: String,
    /// The keys of people who are invited.
    invited: Vec<String>,
    /// The places in the list of those who may be.
    unconfirmed: Vec<usize>,
    /// The roles of the people who are added next, where they are known.
    roles: Option<Vec<String>>,
    /// What was answered in settings that are asked for.
    answers: Object,
}

/// What a form would get now.
struct Entered {
    people: Vec<Json>,
    to_fix: usize,
}

impl FromJson for Draft {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        // A browser that fills a form in has its value only.
        if let Json::List(_) = json {
            return Ok(Self { people: Vec::from_json(json)?, ..Self::default() });
        }
        let (mut members, mut draft) = (Object::from_json(json)?, Self::default());
        members.fill("people", &mut draft.people)?;
        members.fill("typed", &mut draft.typed)?;
        members.fill("invited", &mut draft.invited)?;
        members.fill("unconfirmed", &mut draft.unconfirmed)?;
        members.fill("roles", &mut draft.roles)?;
        members.fill("answers", &mut draft.answers)?;
        Ok(draft)
    }
}

impl State {
    /// Whether the people are a form's field now, so that nothing is sent from here.
    pub(crate) fn collects(self) -> bool {
        self.is_editing() && self.setup.with(|setup| setup.collect)
    }

    /// What Ctrl+Enter does: sends, or takes what is typed where nothing is sent from here.
    pub(crate) fn submit(self) {
        if !untrack(|| self.collects()) {
            drop(self.send(false));
        } else if self.commit_typed() {
            self.tell_change();
        }
    }

    /// Tells the element whenever its form may get something else.
    pub(crate) fn watch_entered(self) {
        Effect::new(move |_| {
            if !self.collects() {
                return;
            }
            self.typed.track();
            self.obstacles.track();
            self.rows.track();
            self.revised.track();
            soon(move || {
                if !self.is_gone() {
                    self.hooks.get_value().entered();
                }
            });
        });
    }

    /// `{ value, flaw, message }` for the form; what is still being typed counts as if it were added.
    pub(crate) fn collected(self) -> JsValue {
        let Entered { people, to_fix } = self.entered();
        let (flaw, message) = self.flaw(to_fix, people.is_empty()).unwrap_or_default();
        let value = Json::List(people).to_string();
        to_js(Object::new().with("value", value).with("flaw", flaw).with("message", message))
    }

    /// The draft as text.
    pub(crate) fn draft(self) -> String {
        let typed = self.typed.get_untracked();
        Json::from(self.draft_of_people().with("typed", typed)).to_string()
    }

    /// The same without what stands in the field; empty where nothing was entered.
    pub(crate) fn people_to_keep(self) -> String {
        let nobody = self.rows.with_untracked(Vec::is_empty);
        if nobody && untrack(|| self.ask.answers()).iter().next().is_none() {
            return String::new();
        }
        Json::from(self.draft_of_people()).to_string()
    }

    /// Follows all of it.
    pub(crate) fn track_draft(self) {
        self.rows.track();
        self.revised.track();
        self.new_roles.track();
        self.ask.answers();
    }

    fn draft_of_people(self) -> Object {
        let person = |row: &Row| {
            row.person.with_untracked(|person| {
                let email = person.address().to_owned();
                Json::from(&InviteeInput { email, ..person.input.clone() })
            })
        };
        let rows = self.rows.get_untracked();
        let known = self.memory.with_value(|memory| memory.invited.clone()).into_iter();
        let is = |row: &Row, status| row.status() == Some(status);
        let invited = rows.iter().filter(|row| is(row, Status::Invited)).filter_map(Row::key);
        let unconfirmed = (0..rows.len()).filter(|&place| is(&rows[place], Status::Unconfirmed));
        Object::new()
            .with("people", Json::list(rows.iter().map(person)))
            .with("invited", Json::list(known.chain(invited)))
            .with("unconfirmed", Json::list(unconfirmed))
            .with("roles", self.new_roles.get_untracked().as_slice())
            .with("answers", untrack(|| self.ask.answers()))
    }

    /// Puts a draft in the place of all rows; a text that is none changes nothing.
    pub(crate) fn restore(self, draft: &str) {
        let draft = Json::parse(draft).and_then(|json| Draft::from_json(json).ok());
        let Some(Draft { people, typed, invited, unconfirmed, roles, answers }) = draft else {
            return;
        };
        self.typed.set(typed);
        self.memory.update_value(|memory| memory.invited.extend(invited));
        if let Some(roles) = roles {
            self.new_roles.set(roles);
        }
        self.ask.answer_all(answers);
        self.set_invitees(people);
        self.rows.with_untracked(|rows| {
            for row in unconfirmed.into_iter().filter_map(|place| rows.get(place)) {
                row.person.update(|person| person.outcome = Some(may_be_invited()));
            }
        });
        self.check();
    }

    fn entered(self) -> Entered {
        let rows = untrack(|| self.sendable());
        let mut keys: HashSet<String> = rows.iter().filter_map(|(row, _)| row.key()).collect();
        let mut people: Vec<Json> = rows.iter().map(|(_, invitee)| invitee.into()).collect();
        let mut to_fix = self.rows.with_untracked(|rows| {
            rows.iter().filter(|it| it.person.with_untracked(Person::to_fix)).count()
        });
        let (typed, roles) = (self.typed.get_untracked(), self.new_roles.get_untracked());
        for entry in self.read(&typed).entries {
            let person = Person::from_entry(entry, &roles);
            match (person.invitee(), &person.email) {
                (Some(invitee), Ok(email)) if keys.insert(email.key().to_owned()) => {
                    people.push((&invitee).into());
                }
                (_, email) => to_fix += usize::from(email.is_err()),
            }
        }
        Entered { people, to_fix }
    }

    /// Why the form can't go as it is: the name of a `ValidityState` flag, and a sentence.
    fn flaw(self, to_fix: usize, nobody: bool) -> Option<(&'static str, String)> {
        if to_fix > 0 {
            return Some(("customError", self.messages.count("form_to_fix", to_fix)));
        }
        if let Some(obstacle) = self.first_obstacle() {
            return Some(("customError", obstacle));
        }
        let required = self.setup.with_untracked(|setup| setup.required);
        (required && nobody).then(|| ("valueMissing", self.messages.text("summary_nobody")))
    }
}

impl Row {
    /// What the last delivery came to for this person.
    fn status(&self) -> Option<Status> {
        self.person.with_untracked(|person| person.outcome.as_ref().map(|outcome| outcome.status))
    }
}

/// The outcome of a person of whom a draft knows no more than that.
fn may_be_invited() -> Outcome {
    Outcome {
        invitee: 0,
        status: Status::Unconfirmed,
        reason: Some(Reason::InterruptedInFlight),
        field: None,
        server_message: None,
        detail: None,
    }
}
