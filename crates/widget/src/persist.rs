//! Persist: what survives a reload, where the host gives a key to keep it under: the list as it is
//! entered, and how far its delivery has come.

use invite_users_core::json::Json;
use invite_users_core::{Report, Status};
use leptos::prelude::*;

use crate::delivery::Dispatch;
use crate::later::{after, now};
use crate::state::{Phase, Row, State};

mod recovery;
mod tabs;

/// How long after a change it is written, in milliseconds.
const REST: i32 = 500;
/// How long after a reply the whole delivery is written, in milliseconds.
const PAUSE: u64 = 1_000;
/// The least part of the time that is not spent with writing.
const SPARE: u64 = 20;

/// What is kept, and what is still to be written.
#[derive(Clone, Copy)]
pub(crate) struct Persist(StoredValue<Upkeep>);

#[derive(Clone, Copy)]
struct Upkeep {
    /// Whether the host has given a key.
    on: RwSignal<bool>,
    /// Whether the outcomes that are shown are those of a delivery that a reload broke off.
    interrupted: RwSignal<bool>,
    due: StoredValue<Due>,
    /// Whether a timer runs, after which all that is due is written.
    timed: StoredValue<bool>,
    /// Whether a delivery is kept.
    kept: StoredValue<bool>,
}

/// What has changed since it was written.
#[derive(Clone, Copy, Default)]
struct Due {
    people: bool,
    typed: bool,
    delivery: bool,
    /// How long it took to write the last one, in milliseconds.
    cost: u64,
}

impl Persist {
    /// Nothing is kept.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(Upkeep {
            on: RwSignal::new(false),
            interrupted: RwSignal::new(false),
            due: StoredValue::default(),
            timed: StoredValue::default(),
            kept: StoredValue::default(),
        }))
    }

    /// Whether the outcomes that are shown are those of a delivery that a reload broke off.
    pub(crate) fn interrupted(self) -> bool {
        self.upkeep().interrupted.get()
    }

    fn is_on(self) -> bool {
        self.upkeep().on.get_untracked()
    }

    fn upkeep(self) -> Upkeep {
        self.0.get_value()
    }

    /// Everything is written now; `kept`: with a delivery.
    fn settle(self, kept: bool) {
        self.note(|due| *due = Due::default());
        self.upkeep().kept.set_value(kept);
    }

    fn note(self, change: impl FnOnce(&mut Due)) {
        self.upkeep().due.update_value(change);
    }
}

impl State {
    /// Follows what is entered, so that it is written soon after it has changed.
    pub(crate) fn watch_draft(self) {
        let editing = move || self.persist.upkeep().on.get() && self.is_editing();
        Effect::new(move |_| {
            if editing() {
                self.track_draft();
                self.persist.note(|due| due.people = true);
                self.keep_soon(REST);
            }
        });
        Effect::new(move |_| {
            if editing() {
                self.typed.track();
                self.persist.note(|due| due.typed = true);
                self.keep_soon(REST);
            }
        });
    }

    /// Writes now what has changed since it was written.
    pub(crate) fn keep(self) {
        let upkeep = self.persist.upkeep();
        let due = upkeep.due.get_value();
        if !upkeep.on.get_untracked() {
            return;
        }
        match self.phase.get_untracked() {
            Phase::Editing => self.keep_draft(due),
            _ if due.delivery => self.keep_run(),
            _ => {}
        }
    }

    /// A delivery begins or goes on.
    pub(crate) fn keep_begun(self, dispatch: &Dispatch) {
        if self.persist.is_on() {
            self.persist.upkeep().interrupted.set(false);
            let texts = [self.people_to_keep(), self.delivery_to_keep(dispatch)];
            self.hooks.get_value().persist("begin", &texts);
            self.persist.settle(true);
        }
    }

    /// A request is about to leave.
    pub(crate) fn keep_departure(self, dispatch: &Dispatch, id: u32) {
        if self.persist.is_on() {
            let line = dispatch.delivery().departure(id).unwrap_or_default();
            self.hooks.get_value().persist("depart", &[line]);
        }
    }

    /// More is known than was written.
    pub(crate) fn keep_progress(self) {
        if self.persist.is_on() {
            let cost = self.persist.upkeep().due.with_value(|due| due.cost);
            self.persist.note(|due| due.delivery = true);
            self.keep_soon(i32::try_from(PAUSE.max(cost * SPARE)).unwrap_or(i32::MAX));
        }
    }

    /// The delivery has ended; where everybody is invited, there is nothing to keep.
    pub(crate) fn keep_ended(self, dispatch: &Dispatch, report: &Report) {
        if !self.persist.is_on() {
            return;
        }
        let kept = report.outcomes.iter().any(|outcome| outcome.status != Status::Invited);
        let text = if kept { self.delivery_to_keep(dispatch) } else { String::new() };
        self.hooks.get_value().persist("end", &[text]);
        self.persist.settle(kept);
    }

    /// The widget leaves the page in the middle of a delivery, as a reload would end it.
    pub(crate) fn keep_abandoned(self, dispatch: &Dispatch) {
        if self.persist.is_on() {
            let text = self.delivery_to_keep(dispatch);
            self.hooks.get_value().persist("progress", &[text]);
            self.persist.note(|due| due.delivery = false);
        }
    }

    /// What is kept can't be kept any more.
    pub(crate) fn tell_not_kept(self) {
        self.notices.refuse(self.messages.text("not_kept"));
    }

    fn keep_soon(self, milliseconds: i32) {
        let timed = self.persist.upkeep().timed;
        if timed.get_value() {
            return;
        }
        timed.set_value(true);
        after(milliseconds, move || {
            if !self.is_gone() {
                timed.set_value(false);
                self.keep();
            }
        });
    }

    fn keep_draft(self, due: Due) {
        let (hooks, kept) = (self.hooks.get_value(), self.persist.upkeep().kept.get_value());
        if kept {
            hooks.persist("forget", &[self.people_to_keep()]);
        } else if due.people {
            hooks.persist("keep", &["people".to_owned(), self.people_to_keep()]);
        }
        if due.typed || kept {
            hooks.persist("keep", &["typed".to_owned(), self.typed.get_untracked()]);
        }
        self.persist.settle(false);
    }

    fn keep_run(self) {
        let Some(dispatch) = self.running() else { return };
        let begun = now();
        self.hooks.get_value().persist("progress", &[self.delivery_to_keep(&dispatch)]);
        let cost = now() - begun;
        self.persist.note(|due| (due.delivery, due.cost) = (false, cost));
    }

    /// The delivery below the places of its people in the list.
    fn delivery_to_keep(self, dispatch: &Dispatch) -> String {
        let listed = self.rows.get_untracked();
        let mut people = dispatch.rows.iter().peekable();
        // Both are in the same order.
        let mut is_next = |row: &Row| people.next_if(|next| *next == row).is_some();
        let places = listed.iter().enumerate().filter(|(_, row)| is_next(row)).map(|it| it.0);
        let mut text = Json::list(places).to_string();
        text.push('\n');
        text.push_str(&dispatch.delivery().to_json());
        text
    }
}
