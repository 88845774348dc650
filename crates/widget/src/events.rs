//! What happened, told to two listeners: the page by events, assistive technology by words.

use invite_users_core::json::Json;
use invite_users_core::{Outcome, Reason, Report, Status};
use invite_users_wasm::misuse;
use js_sys::{Array, JSON};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::later::soon;
use crate::messages::Messages;
use crate::notes::{Tone, notes};
use crate::person::Person;
use crate::state::{Row, State};

impl State {
    /// Tells the page once the current handler is through.
    pub(crate) fn tell(self, kind: &'static str, detail: impl FnOnce() -> JsValue + 'static) {
        soon(move || {
            if !self.is_gone() {
                self.hooks.get_value().emit(kind, &detail());
            }
        });
    }

    /// Tells the page that the inviter changed the people; the element says who they are to those
    /// who ask, since to list ten thousand for nobody takes long.
    pub(crate) fn tell_change(self) {
        self.tell("change", || JsValue::NULL);
    }

    /// Everybody with an address, as JavaScript sees them; nobody twice.
    pub(crate) fn invitees(self) -> Array {
        let invitee = |row: &Row| {
            let invitee = row
                .person
                .with_untracked(|person| person.twin.is_none().then(|| person.invitee()).flatten());
            invitee.as_ref().map(Json::from)
        };
        let people = self.rows.with_untracked(|rows| Json::list(rows.iter().filter_map(invitee)));
        // As one text: ten thousand people value by value take ten times as long.
        JSON::parse(&people.to_string()).unwrap_or_default().unchecked_into()
    }

    /// "38 people added", or who it is.
    pub(crate) fn added_in_words(self, added: &[Row]) -> String {
        match added {
            [row] => {
                let email = row.person.with_untracked(|person| person.address().into());
                self.messages.fill("added", &[("email", email)].into())
            }
            _ => self.messages.count("announce_added", added.len()),
        }
    }

    /// "ann@acme.com corrected", or what is still wrong; and who came from the same text.
    pub(crate) fn announce_corrected(self, person: RwSignal<Person>, more: &[Row]) {
        let words = person.with_untracked(|person| {
            let to_say = notes(person, true, self.messages).into_iter();
            let reason = to_say.filter(|note| note.tone != Tone::Quiet).map(|it| it.text).next();
            match (person.email.is_ok(), reason) {
                (true, Some(reason)) => {
                    let words = [("email", person.address().into()), ("reason", reason.into())];
                    self.messages.fill("corrected_but", &words.into())
                }
                (true, None) => {
                    let corrected = [("email", person.address().into())].into();
                    self.messages.fill("corrected", &corrected)
                }
                (false, reason) => {
                    let reason = [("reason", reason.unwrap_or_default().into())].into();
                    self.messages.fill("still_to_fix", &reason)
                }
            }
        });
        self.announce_all(&[vec![words], added_words(self.messages, more)].concat());
    }

    /// Tells several things in one go.
    pub(crate) fn announce_all(self, words: &[String]) {
        self.announce(self.messages.list(words));
    }

    /// Tells the page what its own part in a delivery did wrong: its sign-in, its settings and, where it
    /// has one, its `fetch`; each kind once. To be called from a task of its own.
    pub(crate) fn tell_mistakes(self, report: &Report, own_fetch: bool) {
        let hooks = self.hooks.get_value();
        for problem in &report.problems {
            hooks.emit_value("error", problem);
        }
        let by_host = |reason: &&Reason| match reason {
            Reason::AuthFailed => true,
            Reason::ConnectionLost | Reason::TimedOut => own_fetch,
            _ => false,
        };
        let mut reasons = report.outcomes.iter().filter_map(|outcome| outcome.reason.as_ref());
        if let Some(reason) = reasons.find(by_host) {
            hooks.emit("error", &misuse(reason));
        }
        // Nobody at this page can mend a setting that is not asked for.
        let asked = self.setup.with_untracked(|setup| setup.ask.clone());
        let of_host = |outcome: &&Outcome| {
            let setting = outcome.field.as_deref().and_then(|it| it.strip_prefix("settings."));
            setting.is_some_and(|setting| !asked.iter().any(|asked| asked == setting))
        };
        if let Some(outcome) = report.outcomes.iter().find(of_host) {
            hooks.emit_value("error", outcome);
        }
    }

    /// "12 invited, 1 failed".
    pub(crate) fn announce_report(self, report: &Report) {
        let counts = counted(report).into_iter();
        let words = counts.map(|(status, count)| self.messages.count(count_key(status), count));
        self.announce_all(&words.collect::<Vec<_>>());
    }
}

/// "38 people added, 2 duplicates, 1 to fix".
pub(crate) fn added_words(text: Messages, added: &[Row]) -> Vec<String> {
    let mut words = brought_words(text, added);
    words.extend(counted_words(text, added, "announce_to_fix", Person::to_fix));
    words
}

/// "38 people added, 2 duplicates": without the number that falls while rows are fixed.
pub(crate) fn brought_words(text: Messages, added: &[Row]) -> Vec<String> {
    let counted = |key, is: fn(&Person) -> bool| counted_words(text, added, key, is);
    let parts = [
        counted("announce_added", Person::sendable),
        counted("announce_duplicates", Person::is_duplicate),
        counted("count_members", Person::is_member),
    ];
    parts.into_iter().flatten().collect()
}

fn counted_words(
    text: Messages,
    added: &[Row],
    key: &str,
    is: fn(&Person) -> bool,
) -> Option<String> {
    let count = added.iter().filter(|row| row.person.with_untracked(is)).count();
    (count > 0).then(|| text.count(key, count))
}

/// How many ended in which way, without those in which nobody ended.
pub(crate) fn counted(report: &Report) -> Vec<(Status, usize)> {
    let counts = report.counts;
    [
        (Status::Invited, counts.invited),
        (Status::Failed, counts.failed),
        (Status::Unconfirmed, counts.unconfirmed),
        (Status::NotSent, counts.not_sent),
    ]
    .into_iter()
    .map(|(status, count)| (status, usize::try_from(count).unwrap_or(usize::MAX)))
    .filter(|(_, count)| *count > 0)
    .collect()
}

/// The catalogue's key for how many ended in this way.
pub(crate) fn count_key(status: Status) -> &'static str {
    match status {
        Status::Invited => "count_invited",
        Status::Failed => "count_failed",
        Status::Unconfirmed => "count_unconfirmed",
        Status::NotSent => "count_not_sent",
    }
}
