//! The list of people: correcting, removing, and who is sent.

use invite_users_core::email::EmailAddress;
use invite_users_core::{InviteeInput, Status};
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::person::Person;
use crate::setup::Setup;
use crate::state::{FIELD, Phase, Row, State};

impl State {
    /// Applies a configuration; another destination forgets who was invited at the last one.
    pub(crate) fn configure(self, mut setup: Setup) {
        let last = self.setup.get_untracked();
        if last.default_role != setup.default_role || last.config.api != setup.config.api {
            self.new_roles.set(setup.default_role.iter().cloned().collect());
        }
        if !setup.leads_to_same_place(&last) {
            self.memory.update_value(|memory| memory.invited.clear());
            self.ask_anew();
        }
        let other_rules = last.config.email != setup.config.email;
        let other_members = last.members != setup.members;
        self.keep_focus_in_row();
        setup.server_roles = last.server_roles;
        self.setup.set(setup);
        self.blame_for_ask();
        self.load_roles();
        if other_rules || other_members {
            self.meet_members();
        }
        if other_rules {
            self.read_again(&self.rows.get_untracked());
        }
        self.check();
    }

    /// Adds rows at the end, in one step; they are seen, whatever was searched for.
    pub(crate) fn append(self, added: &[Row]) {
        self.notices.put_away();
        if added.is_empty() {
            return;
        }
        self.remember(self.added_in_words(added), &[]);
        let first = self.rows.with_untracked(Vec::len);
        self.rows.update(|rows| rows.extend_from_slice(added));
        self.filter.show_all();
        self.check_from(first);
    }

    /// Puts another text in the place of a row: several addresses make several rows, none removes
    /// it. The person's role stays. False where nothing was changed.
    pub(crate) fn correct(self, id: u32, text: &str) -> bool {
        let Some(position) = self.position(id) else { return false };
        let list = self.read(text);
        if let Some(problem) = list.problems.first() {
            self.notices.refuse(self.messages.sentence(problem));
            return false;
        }
        let row = self.rows.with_untracked(|rows| rows[position].clone());
        let before = row.person.get_untracked();
        let words = [("before", before.address().into()), ("text", text.trim().into())].into();
        let roles = before.input.roles.clone();
        let mut corrected = list.entries.into_iter().map(|entry| Person::from_entry(entry, &roles));
        let Some(first) = corrected.next() else {
            self.remove(id);
            return true;
        };
        self.remember(self.messages.fill("changed_to", &words), std::slice::from_ref(&row));
        row.person.set(first.succeeding(before.input));
        let more: Vec<Row> = corrected.map(|person| self.new_row(person)).collect();
        self.rows.update(|rows| drop(rows.splice(position + 1..=position, more.iter().cloned())));
        self.check();
        self.announce_corrected(row.person.into(), &more);
        self.tell_change();
        true
    }

    /// Changes something of one person; `what` says it in words.
    pub(crate) fn revise(self, id: u32, what: String, change: impl FnOnce(&mut Person)) {
        let Some(row) = self.row(id) else { return };
        self.remember(what, std::slice::from_ref(&row));
        row.person.update(|person| {
            change(person);
            // What the server said was said of somebody else's roles and fields.
            person.outcome = None;
        });
        self.check();
        self.tell_change();
    }

    /// Removes a row and moves the focus to the next.
    pub(crate) fn remove(self, id: u32) {
        let Some(position) = self.position(id) else { return };
        let removed = self.rows.with_untracked(|rows| rows[position].person.get_untracked());
        let words = self.messages.fill("removed", &[("email", removed.address().into())].into());
        self.remember(words.clone(), &[]);
        let heir = self.heir(id);
        self.rows.update(|rows| drop(rows.remove(position)));
        self.check();
        self.focus_heir(heir);
        self.announce(words);
        self.tell_change();
    }

    /// Forgets everybody, as a person wants it, who can take it back.
    pub(crate) fn clear_by_person(self) {
        let count = self.rows.with_untracked(Vec::len);
        self.remember_all(self.messages.count("people_removed", count));
        self.clear();
        self.tell_change();
    }

    /// Forgets everybody, for good.
    pub(crate) fn clear_by_host(self) {
        if self.phase.get_untracked() != Phase::Sending {
            self.history.forget();
            self.clear();
        }
    }

    /// Forgets everybody; not while a delivery runs.
    fn clear(self) {
        if self.phase.get_untracked() == Phase::Sending {
            return;
        }
        self.adding.stop();
        self.rows.set(Vec::new());
        self.typed.set(String::new());
        self.report.set(None);
        self.reviews.put_away();
        self.ask_anew();
        self.phase.set(Phase::Editing);
        self.memory.update_value(|memory| {
            memory.invited.clear();
            memory.refused = false;
        });
        self.check();
    }

    /// Puts these people in the place of all rows.
    pub(crate) fn set_invitees(self, people: Vec<InviteeInput>) {
        if self.phase.get_untracked() == Phase::Sending {
            return;
        }
        let options = self.setup.with_untracked(|setup| setup.config.email.clone());
        let person = |input: InviteeInput| {
            let email = EmailAddress::parse(&input.email, &options, &Platform);
            Person::new(input.email.clone(), email, input)
        };
        self.keep_focus(vec![FIELD.to_owned()]);
        self.history.forget();
        self.adding.stop();
        self.rows.set(people.into_iter().map(|input| self.new_row(person(input))).collect());
        self.phase.set(Phase::Editing);
        self.check();
    }

    /// After a delivery: who was invited leaves the list, the others can go again.
    pub(crate) fn invite_more(self) {
        self.claim(Box::new(Self::edit_rest), |_| {});
    }

    fn edit_rest(self) {
        let invited = |row: &Row| {
            row.person.with_untracked(|person| {
                person.outcome.as_ref().is_some_and(|it| it.status == Status::Invited)
            })
        };
        self.rows.update(|rows| {
            rows.retain(|row| {
                let leaves = invited(row);
                if leaves {
                    self.note_invited(row);
                }
                !leaves
            });
        });
        self.phase.set(Phase::Editing);
        self.reviews.put_away();
        self.check();
        self.focus(vec![FIELD.to_owned()]);
        self.tell_change();
    }

    /// The rows that the next delivery takes.
    pub(crate) fn sendable(self) -> Vec<(Row, InviteeInput)> {
        self.revised.track();
        let invitee = |row: Row| {
            let invitee =
                row.person.with_untracked(|it| it.sendable().then(|| it.invitee()).flatten());
            invitee.map(|invitee| (row, invitee))
        };
        self.rows.get().into_iter().filter_map(invitee).collect()
    }

    /// Marks who is there already and what the plan refuses, and tells those who count.
    pub(crate) fn check(self) {
        self.check_from(0);
    }

    /// The same where those before `first` are as they were.
    fn check_from(self, first: usize) {
        self.mark_twins(first);
        self.revised.set(());
        self.check_plan();
    }

    /// Judges the addresses of these rows again.
    pub(crate) fn read_again(self, rows: &[Row]) {
        let options = self.setup.with_untracked(|setup| setup.config.email.clone());
        for row in rows {
            row.person.update(|person| {
                let text = person.address().to_owned();
                person.email = EmailAddress::parse(&text, &options, &Platform);
            });
        }
    }

    /// A row for one more person.
    pub(crate) fn new_row(self, person: Person) -> Row {
        let id = self.memory.try_update_value(|memory| {
            memory.next_id += 1;
            memory.next_id
        });
        Row::new(id.unwrap_or_default(), person)
    }

    /// The row of that id, while it is in the list.
    pub(crate) fn row(self, id: u32) -> Option<Row> {
        self.rows.with_untracked(|rows| rows.iter().find(|row| row.id == id).cloned())
    }

    fn position(self, id: u32) -> Option<usize> {
        self.rows.with_untracked(|rows| rows.iter().position(|row| row.id == id))
    }

    fn note_invited(self, row: &Row) {
        if let Some(key) = row.key() {
            self.memory.update_value(|memory| {
                memory.invited.insert(key);
            });
        }
    }
}
