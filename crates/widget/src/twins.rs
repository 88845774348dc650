//! Who is there already: in the list, invited before, or a member of the team.

use std::collections::{HashMap, HashSet};

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
    /// The row that each listed address belongs to.
    holders: HashMap<String, u32>,
}

impl State {
    /// Who else has this address, where it is not that of a row yet.
    pub(crate) fn twin_of(self, email: &EmailAddress) -> Option<Twin> {
        let key = email.key();
        let invited = self.memory.with_value(|memory| memory.invited.contains(key));
        self.known.with_value(|known| {
            let listed = || known.holders.contains_key(key).then_some(Twin::InList);
            known.member(key).or_else(|| invited.then_some(Twin::Invited)).or_else(listed)
        })
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

    /// Marks who is there already. The first row with an address keeps it, unless a later one was
    /// sent.
    pub(crate) fn mark_twins(self) {
        let rows = self.rows.get_untracked();
        let mut holders: HashMap<String, u32> = HashMap::new();
        let sent = |row: &&Row| row.person.with_untracked(|it| it.outcome.is_some());
        for row in rows.iter().filter(sent).chain(&rows) {
            if let Some(key) = row.key() {
                holders.entry(key).or_insert(row.id);
            }
        }
        self.known.update_value(|known| known.holders = holders);
        for row in &rows {
            let twin = self.twin_of_row(row);
            if row.person.with_untracked(|person| person.twin != twin) {
                row.person.update(|person| person.twin = twin);
            }
        }
    }

    fn twin_of_row(self, row: &Row) -> Option<Twin> {
        let key = row.key()?;
        let open = row.person.with_untracked(Person::is_open);
        let invited = self.memory.with_value(|memory| memory.invited.contains(&key));
        self.known.with_value(|known| {
            // Who was just invited may be a member by now; that is no reason to warn.
            let member = || known.member(&key).filter(|_| open);
            let holder = || known.holders.get(&key).filter(|holder| **holder != row.id);
            let listed = || holder().map(|_| Twin::InList);
            invited.then_some(Twin::Invited).or_else(member).or_else(listed)
        })
    }
}

impl Known {
    fn member(&self, key: &str) -> Option<Twin> {
        self.members.contains(key).then_some(Twin::Member)
    }
}

impl Row {
    /// What an address is compared by; none where there is no address.
    pub(crate) fn key(&self) -> Option<String> {
        self.person.with_untracked(|it| it.email.as_ref().ok().map(|email| email.key().to_owned()))
    }
}
