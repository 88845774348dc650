//! What is done with many rows at once, each in one step.

use leptos::prelude::*;

use crate::person::Person;
use crate::selection::ids;
use crate::setup::Setup;
use crate::state::{Row, State};

/// The roles of many people.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct SharedRoles {
    /// What each of them has.
    pub(crate) of_all: Vec<String>,
    /// What some of them have and others have not.
    pub(crate) of_some: Vec<String>,
}

impl State {
    /// The roles of those whom an act for many is for, where they can be changed.
    pub(crate) fn shared_roles(self) -> SharedRoles {
        self.revised.track();
        let default = self.setup.with(|it| it.role_if_none().filter(|_| !it.takes_several_roles()));
        let mut shared: Option<SharedRoles> = None;
        for row in self.many() {
            row.person.with_untracked(|person| {
                let roles = match &default {
                    Some(role) if person.input.roles.is_empty() => std::slice::from_ref(role),
                    _ => &person.input.roles,
                };
                shared.get_or_insert_with(|| SharedRoles::of(roles)).meet(roles);
            });
        }
        shared.unwrap_or_default()
    }

    /// Gives these roles to those whom an act for many is for; where a person can have several,
    /// only what differs from those that all had before is given or taken.
    pub(crate) fn give_roles(self, before: &SharedRoles, roles: &[String]) {
        let several = self.setup.with_untracked(Setup::takes_several_roles);
        let rows = untrack(|| self.many());
        let given = if several { without(roles, &before.of_all) } else { roles.to_vec() };
        let taken = if several { without(&before.of_all, roles) } else { Vec::new() };
        let words = match (several, taken.is_empty()) {
            (false, _) => self.roles_in_words("roles_changed", &given, rows.len()),
            (true, true) => self.roles_in_words("role_given", &given, rows.len()),
            (true, false) => self.roles_in_words("role_taken", &taken, rows.len()),
        };
        self.remember(words.clone(), &rows);
        for row in &rows {
            row.person.update(|person| {
                let roles = &mut person.input.roles;
                roles.retain(|role| several && !taken.contains(role));
                let new = without(&given, roles);
                roles.extend(new);
                person.outcome = None;
            });
        }
        self.check();
        self.announce(words);
        self.tell_change();
    }

    /// Removes the selected rows; the focus goes to the row after them, else to the last one.
    pub(crate) fn remove_selected(self) {
        let selected = self.selection.rows.get_untracked();
        let gone = ids(&selected);
        let leaves = |row: &Row| gone.binary_search(&row.id).is_ok();
        let shown = self.filter.shown.get_untracked();
        let first = shown.iter().position(leaves).unwrap_or_default();
        let mut heirs = shown[first..].iter().filter(|row| !leaves(row));
        let heir = heirs.next().or(shown[..first].last()).map(|row| row.id);
        let words = self.messages.count("people_removed", selected.len());
        self.remember(words.clone(), &[]);
        self.rows.update(|rows| rows.retain(|row| !leaves(row)));
        self.check();
        self.focus_heir(heir);
        self.announce(words);
        self.tell_change();
    }

    /// Whom an act for many is for: the selected, else all who are shown; not who is invited.
    fn many(self) -> Vec<Row> {
        let selected = self.selection.rows.get();
        let mut rows = if selected.is_empty() { self.filter.shown.get() } else { selected };
        rows.retain(|row| row.person.with_untracked(Person::is_open));
        rows
    }

    fn roles_in_words(self, key: &str, roles: &[String], count: usize) -> String {
        let roles = self.setup.with_untracked(|setup| setup.roles_label(self.messages, roles));
        self.messages.fill(key, &[("count", count.into()), ("roles", roles.into())].into())
    }
}

impl SharedRoles {
    fn of(roles: &[String]) -> Self {
        Self { of_all: roles.to_vec(), of_some: Vec::new() }
    }

    /// Takes one more person into account.
    fn meet(&mut self, roles: &[String]) {
        let Self { of_all, of_some } = self;
        let mut differ = |role: &String| {
            if !of_some.contains(role) {
                of_some.push(role.clone());
            }
        };
        of_all.retain(|role| {
            let stays = roles.contains(role);
            if !stays {
                differ(role);
            }
            stays
        });
        roles.iter().filter(|role| !of_all.contains(role)).for_each(differ);
    }
}

fn without(roles: &[String], others: &[String]) -> Vec<String> {
    roles.iter().filter(|role| !others.contains(role)).cloned().collect()
}
