//! Who is there already: in the list, invited before, or a member of the team.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use invite_users_core::email::EmailAddress;
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::person::{Person, Twin};
use crate::state::{Row, State};

/// The keys of everybody who is known.
#[derive(Default)]
pub(crate) struct Known {
    /// Members of the team, as the host says.
    members: HashSet<String>,
    /// The place in the list of the row that each listed address belongs to, by a hash of its key: a
    /// copy of each key would take longer than all the rest. Whether it is the same one is looked up.
    holders: HashMap<u64, usize>,
    hashes: RandomState,
}

impl State {
    /// Who else has this address, where it is not that of a row yet.
    pub(crate) fn twin_of(self, email: &EmailAddress) -> Option<Twin> {
        self.rows.with_untracked(|rows| self.twin(rows, email, usize::MAX, true))
    }

    /// Takes over who is in the team already.
    pub(crate) fn meet_members(self) {
        let keys = self.setup.with_untracked(|setup| {
            let email = |it: &String| EmailAddress::parse(it, &setup.config.email, &Platform).ok();
            let emails = setup.members.iter().filter_map(email);
            emails.map(|email| email.key().to_owned()).collect()
        });
        self.known.update_value(|known| known.members = keys);
    }

    /// Marks who is there already, where those before `from` are as they were. The first row with an
    /// address keeps it, unless a later one was sent.
    pub(crate) fn mark_twins(self, from: usize) {
        self.rows.with_untracked(|rows| {
            self.known.update_value(|known| known.list(rows, from));
            for (place, row) in rows.iter().enumerate().skip(from) {
                let changed = row.person.with_untracked(|person| {
                    let email = person.email.as_ref().ok();
                    let twin = email.and_then(|it| self.twin(rows, it, place, person.is_open()));
                    (twin != person.twin).then_some(twin)
                });
                if let Some(twin) = changed {
                    row.person.update(|person| person.twin = twin);
                }
            }
        });
    }

    fn twin(self, rows: &[Row], email: &EmailAddress, place: usize, open: bool) -> Option<Twin> {
        let key = email.key();
        let invited = || self.memory.with_value(|memory| memory.invited.contains(key));
        self.known.with_value(|known| {
            // Who was just invited may be a member by now; that is no reason to warn.
            let member = || (open && known.members.contains(key)).then_some(Twin::Member);
            let listed = || known.is_listed(rows, key, place).then_some(Twin::InList);
            invited().then_some(Twin::Invited).or_else(member).or_else(listed)
        })
    }
}

impl Known {
    /// Takes over where each address is listed; the rows before `from` are known.
    fn list(&mut self, rows: &[Row], from: usize) {
        if from == 0 {
            self.holders.clear();
            for (place, row) in rows.iter().enumerate() {
                self.enter(row, place, |person| person.outcome.is_some());
            }
        }
        for (place, row) in rows.iter().enumerate().skip(from) {
            self.enter(row, place, |_| true);
        }
    }

    fn enter(&mut self, row: &Row, place: usize, holds: fn(&Person) -> bool) {
        row.person.with_untracked(|person| {
            if let Some(email) = person.email.as_ref().ok().filter(|_| holds(person)) {
                self.holders.entry(self.hashes.hash_one(email.key())).or_insert(place);
            }
        });
    }

    /// Whether a row in another place holds the address.
    fn is_listed(&self, rows: &[Row], key: &str, place: usize) -> bool {
        let holder = self.holders.get(&self.hashes.hash_one(key)).filter(|it| **it != place);
        holder.and_then(|it| rows.get(*it)).is_some_and(|row| {
            row.person.with_untracked(|it| it.email.as_ref().is_ok_and(|it| it.key() == key))
        })
    }
}

impl Row {
    /// What an address is compared by; none where there is no address.
    pub(crate) fn key(&self) -> Option<String> {
        self.person.with_untracked(|it| it.email.as_ref().ok().map(|email| email.key().to_owned()))
    }
}
