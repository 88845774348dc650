//! How many people stand where: one pass over the list for all who count.

use invite_users_core::Status;
use leptos::prelude::*;

use crate::person::Person;
use crate::state::Row;

/// How many people stand where.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Rows, whatever is in them.
    pub(crate) rows: usize,
    /// People with an address, nobody twice.
    pub(crate) people: usize,
    /// Rows that need an answer.
    pub(crate) to_fix: usize,
    /// Rows that are not sent since somebody else has their address.
    pub(crate) duplicates: usize,
    /// People who are in the team already.
    pub(crate) members: usize,
    /// People whom the last delivery did not invite.
    pub(crate) failed: usize,
    /// People of whom nobody knows whether the last delivery invited them.
    pub(crate) unconfirmed: usize,
    /// People whom the next delivery takes.
    pub(crate) sendable: usize,
}

impl Tally {
    /// Counts anew when the list or, as `revised` tells, somebody in it has changed.
    pub(crate) fn of(rows: RwSignal<Vec<Row>>, revised: RwSignal<()>) -> Memo<Self> {
        Memo::new(move |_| {
            revised.track();
            rows.with(|rows| {
                let mut tally = Self { rows: rows.len(), ..Self::default() };
                for row in rows {
                    row.person.with_untracked(|person| tally.count(person));
                }
                tally
            })
        })
    }

    fn count(&mut self, person: &Person) {
        let ended = person.outcome.as_ref().map(|outcome| outcome.status);
        self.people += usize::from(person.email.is_ok() && person.twin.is_none());
        self.to_fix += usize::from(person.to_fix());
        self.duplicates += usize::from(person.is_duplicate());
        self.members += usize::from(person.is_member());
        self.failed += usize::from(ended == Some(Status::Failed));
        self.unconfirmed += usize::from(ended == Some(Status::Unconfirmed));
        self.sendable += usize::from(person.sendable());
    }
}
