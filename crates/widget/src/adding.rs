//! Adding people: what is typed, pasted or dropped becomes rows.

use invite_users_core::list::{ListOptions, ListProblem, PastedList, is_separator};
use invite_users_core::table::is_table;
use invite_users_core::{Entry, parse_list};
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::events::added_words;
use crate::person::Person;
use crate::state::{Phase, Row, State};
use crate::transfer::Transfer;

pub(crate) mod much;

use much::is_much;

/// The most text of one list, in bytes.
const BYTES: usize = 5_000_000;

/// The most entries of one list.
const ENTRIES: usize = 50_000;

impl State {
    /// Adds what a text holds; returns how many entries that is.
    pub(crate) fn add(self, text: &str) -> usize {
        if is_table(text, &self.table_options(), &Platform) {
            self.add_table(text)
        } else {
            self.add_list(self.read(text))
        }
    }

    /// Adds what was typed; says whether that was something. What is beyond the limits of one list
    /// stays in the field.
    pub(crate) fn commit_typed(self) -> bool {
        let text = self.typed.get_untracked();
        if text.trim().is_empty() || self.phase.get_untracked() != Phase::Editing {
            return false;
        }
        let rest = self.read(&text).problems.first().and_then(|it| text.get(it.span.clone()));
        self.typed.set(rest.unwrap_or_default().to_owned());
        self.add(&text) > 0
    }

    /// Takes what was pasted or dropped; false where the field should have it as it is, because it is
    /// a part of what is being typed there. What is too much is refused as a whole.
    pub(crate) fn take(self, transfer: &Transfer, on_field: bool) -> bool {
        if self.phase.get_untracked() != Phase::Editing || transfer.is_empty() {
            return false;
        }
        if !transfer.files.is_empty() {
            self.import_files(transfer.files.clone());
            return true;
        }
        let text = &transfer.text;
        let taken = if text.len() > BYTES {
            None
        } else if is_much(text) {
            self.take_much(text.clone());
            return true;
        } else if is_table(text, &self.table_options(), &Platform) {
            Some(self.add_table(text))
        } else {
            let list = self.read(text);
            let belongs = on_field && !(is_finished(&list) && self.nothing_typed());
            if list.problems.is_empty() && belongs {
                return false;
            }
            list.problems.is_empty().then(|| self.add_list(list))
        };
        match taken {
            Some(0) => {}
            Some(_) => self.tell_change(),
            None => self.refuse_paste(),
        }
        true
    }

    /// Puts a text behind what is being typed.
    pub(crate) fn append_typed(self, text: &str) {
        let between = if self.nothing_typed() { "" } else { "\n" };
        self.typed.update(|typed| {
            typed.push_str(between);
            typed.push_str(text);
        });
        self.focus(vec![crate::state::FIELD.to_owned()]);
    }

    /// Whether every piece of the text is an address.
    pub(crate) fn is_whole(self, text: &str) -> bool {
        is_whole(&self.read(text))
    }

    /// Whether the text is one that is meant to be added without another word: a list, or whole
    /// addresses.
    pub(crate) fn is_finished(self, text: &str) -> bool {
        is_finished(&self.read(text))
    }

    /// Whether whole addresses stand before the separator that was typed last. So `"Lee, Ann` and
    /// `Ann Lee <ann@acme` go on. A space counts behind a whole address: the keyboards of phones have
    /// no comma beside their @ sign, and put a space after what they complete; behind a name, or the
    /// dot where iOS puts a space by itself, there is no whole address yet.
    pub(crate) fn ends_entry(self, text: &str) -> bool {
        text.ends_with(|last| is_separator(last) || last == ' ') && self.is_whole(text)
    }

    /// Reads a text as a list, by the host's rules on addresses.
    pub(crate) fn read(self, text: &str) -> PastedList<'_> {
        parse_list(text, &self.list_options(), &Platform)
    }

    fn list_options(self) -> ListOptions {
        let email = self.setup.with_untracked(|setup| setup.config.email.clone());
        let (max_bytes, max_entries) = (BYTES, ENTRIES);
        ListOptions { email, max_bytes, max_entries, ..ListOptions::default() }
    }

    /// Adds these people, each in a row of their own.
    pub(crate) fn add_people(self, people: Vec<Person>) -> Vec<Row> {
        let rows: Vec<Row> = people.into_iter().map(|person| self.new_row(person)).collect();
        self.append(&rows);
        rows
    }

    fn add_list(self, list: PastedList<'_>) -> usize {
        let roles = self.new_roles.get_untracked();
        let person = |entry: Entry<'_>| Person::from_entry(entry, &roles);
        let entries = list.entries.into_iter();
        let rows: Vec<Row> = entries.map(|entry| self.new_row(person(entry))).collect();
        self.add_rows(&rows, &list.problems)
    }

    /// Adds these rows and says so, and what was not read.
    fn add_rows(self, rows: &[Row], problems: &[ListProblem]) -> usize {
        self.append(rows);
        let mut words = added_words(self.messages, rows);
        for problem in problems {
            let sentence = self.messages.sentence(problem);
            words.push(sentence.clone());
            self.notices.refuse(sentence);
        }
        self.announce_all(&words);
        rows.len()
    }

    fn refuse_paste(self) {
        let words = [("count", ENTRIES.into())].into();
        self.notices.refuse(self.messages.fill("paste_too_long", &words));
    }

    fn nothing_typed(self) -> bool {
        self.typed.with_untracked(|typed| typed.trim().is_empty())
    }
}

fn is_whole(list: &PastedList) -> bool {
    !list.entries.is_empty() && list.entries.iter().all(|entry| entry.email.is_ok())
}

fn is_finished(list: &PastedList) -> bool {
    list.entries.len() > 1 || is_whole(list)
}
