//! Asking before somebody gets power: who would be able to manage others is named before anything is
//! sent, and the person says yes to it.

use std::collections::HashSet;

use invite_users_core::{InviteeInput, Privilege, privileges};
use leptos::prelude::*;

use crate::delivery::AHEAD;
use crate::later::soon;
use crate::state::{FIELD, State};

/// The id of the step that asks.
pub(crate) const QUESTION: &str = "question";
/// The id of the button that sends.
pub(crate) const INVITE: &str = "invite";
/// The most people who are named one by one: nobody reads more, and the search finds the others by
/// their role.
const NAMED: usize = 50;

/// What is asked, and what was answered: one handle, since every closure keeps a copy.
#[derive(Clone, Copy)]
pub(crate) struct Confirm(StoredValue<Answers>);

#[derive(Clone, Copy)]
struct Answers {
    question: RwSignal<Option<Question>>,
    /// Whether the host has said yes to the `send()` that has not begun.
    by_host: StoredValue<bool>,
    /// What was said yes to: who gets which power.
    given: StoredValue<HashSet<String>>,
}

/// Whether these people may manage others.
#[derive(Clone, PartialEq)]
pub(crate) struct Question {
    /// Everybody who would be invited.
    people: Vec<InviteeInput>,
    /// How many of them would be able to manage others.
    pub(crate) total: usize,
    /// The first ones: address, and what makes them so in the words that people read.
    pub(crate) named: Vec<(String, String)>,
}

impl Question {
    /// How many people would be invited.
    pub(crate) fn invited(&self) -> usize {
        self.people.len()
    }
}

impl Confirm {
    /// Nothing is asked.
    pub(crate) fn new() -> Self {
        let (question, by_host, given) =
            (RwSignal::default(), StoredValue::default(), StoredValue::default());
        Self(StoredValue::new(Answers { question, by_host, given }))
    }

    /// What is asked now.
    pub(crate) fn question(self) -> RwSignal<Option<Question>> {
        self.0.get_value().question
    }

    /// Whether something is asked now.
    pub(crate) fn asks(self) -> bool {
        self.question().with_untracked(Option::is_some)
    }

    /// Whether the host says yes to the `send()` that is about to begin.
    pub(crate) fn allow(self, confirmed: bool) {
        self.0.get_value().by_host.set_value(confirmed);
    }

    /// Takes what the host has said.
    fn take_allowed(self) -> bool {
        self.0.get_value().by_host.try_update_value(std::mem::take).unwrap_or_default()
    }

    fn has_all(self, grants: &[String]) -> bool {
        self.0.get_value().given.with_value(|given| grants.iter().all(|it| given.contains(it)))
    }

    fn give(self, grants: Vec<String>) {
        self.0.get_value().given.update_value(|given| given.extend(grants));
    }
}

impl State {
    /// Asks before these people are invited, where some of them would be able to manage others and
    /// nobody has said yes to that.
    pub(crate) fn asks_first(self, people: &[InviteeInput]) -> bool {
        let found = self.privileges(people);
        let grants = grants(&found, people);
        if self.confirm.take_allowed() {
            self.confirm.give(grants);
            return false;
        }
        if self.confirm.has_all(&grants) {
            return false;
        }
        let named = found.iter().take(NAMED).map(|it| self.named(it, people)).collect();
        let question = Question { people: people.to_vec(), total: found.len(), named };
        self.confirm.question().set(Some(question));
        self.focus_question();
        true
    }

    /// Leads to what is asked, if anything is.
    pub(crate) fn focus_question(self) {
        if self.confirm.asks() {
            self.focus(vec![QUESTION.to_owned()]);
        }
    }

    /// Says yes to what is asked, and sends.
    pub(crate) fn say_yes(self) {
        let Some(question) = self.stop_asking() else { return };
        self.confirm.give(grants(&self.privileges(&question.people), &question.people));
        self.begin();
        if !self.is_gone() && !self.confirm.asks() {
            // The button is there all the time, so it comes last: where nothing was sent.
            let ahead = AHEAD.into_iter().chain([INVITE]);
            self.keep_focus(ahead.map(str::to_owned).collect());
        }
    }

    /// Says yes for the host to the `send()` that has not begun.
    pub(crate) fn confirm_by_host(self) {
        self.confirm.allow(true);
        soon(move || {
            if !self.is_gone() {
                self.say_yes();
            }
        });
    }

    /// Says no: nobody is invited, and the focus is where it was.
    pub(crate) fn say_no(self) {
        if self.stop_asking().is_some() {
            self.call_off();
            self.focus(vec![INVITE.to_owned(), FIELD.to_owned()]);
        }
    }

    /// What was asked is no longer so: whoever goes on is asked anew.
    pub(crate) fn ask_no_more_if_changed(self) {
        let asked = self.confirm.question().with_untracked(|it| it.as_ref().map(Question::invited));
        let Some(count) = asked else { return };
        let people: Vec<_> = untrack(|| self.sendable()).into_iter().map(|it| it.1).collect();
        let same = |it: &Option<Question>| it.as_ref().is_some_and(|it| it.people == people);
        if count != people.len() || !self.confirm.question().with_untracked(same) {
            self.ask_no_more();
        }
    }

    /// Forgets every yes: people would get power in another place, or the list begins anew.
    pub(crate) fn ask_anew(self) {
        self.confirm.0.get_value().given.update_value(HashSet::clear);
        self.ask_no_more();
    }

    /// Takes back what is asked, if anything is; nobody is invited.
    pub(crate) fn ask_no_more(self) {
        if self.stop_asking().is_some() {
            self.call_off();
            self.keep_focus(vec![INVITE.to_owned(), FIELD.to_owned()]);
        }
    }

    fn stop_asking(self) -> Option<Question> {
        let question = self.confirm.question();
        self.confirm.asks().then(|| question.try_update(Option::take).flatten()).flatten()
    }

    fn privileges(self, people: &[InviteeInput]) -> Vec<Privilege> {
        self.setup.with_untracked(|setup| privileges(&setup.config, people))
    }

    fn named(self, privilege: &Privilege, people: &[InviteeInput]) -> (String, String) {
        let roles = privilege.roles.iter();
        let roles = roles
            .map(|role| self.setup.with_untracked(|setup| setup.role_label(self.messages, role)));
        let extras = self.extras.get_untracked();
        let fields = extras.iter().filter(|extra| privilege.fields.iter().any(|it| extra.is(it)));
        let fields = fields.map(|extra| extra.label().to_owned());
        let powers: Vec<String> = roles.chain(fields).collect();
        (people[privilege.invitee].email.clone(), self.messages.list(&powers))
    }
}

/// One word for each person with what they get.
fn grants(found: &[Privilege], people: &[InviteeInput]) -> Vec<String> {
    let grant = |privilege: &Privilege| {
        let mut grant = people[privilege.invitee].email.clone();
        let powers = privilege.roles.iter().map(String::as_str);
        for power in powers.chain(privilege.fields.iter().map(|field| &**field)) {
            grant.push('\n');
            grant.push_str(power);
        }
        grant
    };
    found.iter().map(grant).collect()
}
