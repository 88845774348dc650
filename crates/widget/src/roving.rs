//! The roving tab stop: one row of the list is in the Tab order, and the others are reached from it
//! (ARIA Authoring Practices, "Managing Focus Within Components Using a Roving tabindex").
//!
//! The stop is in the page wherever the window on a long list goes; so what becomes the stop can have the
//! focus as soon as the view is up to date.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

use crate::state::{FIELD, Row, State};

/// Which row Tab leads to.
#[derive(Clone, Copy)]
pub(crate) struct Roving {
    /// The row that had the focus last.
    active: RwSignal<Option<u32>>,
    /// The row that Tab leads to.
    pub(crate) stop: Memo<Option<u32>>,
}

impl Roving {
    /// One stop among these rows: the one that had the focus last, else the first.
    pub(crate) fn new(rows: Signal<Vec<Row>>) -> Self {
        let active = RwSignal::new(None);
        let stop = Memo::new(move |_| {
            let last = active.get();
            rows.with(|rows| {
                let same = rows.iter().find(|row| Some(row.id) == last);
                same.or(rows.first()).map(|row| row.id)
            })
        });
        Self { active, stop }
    }

    /// The row that holds the focus now becomes the stop.
    pub(crate) fn enter(self, id: u32) {
        if self.active.get_untracked() != Some(id) {
            self.active.set(Some(id));
        }
    }

    /// The `tabindex` of a row and of everything in it.
    pub(crate) fn tabindex(self, id: u32) -> Signal<&'static str> {
        Memo::new(move |_| if self.stop.get() == Some(id) { "0" } else { "-1" }).into()
    }
}

/// The id of the group of a row, which takes the focus of the row.
pub(crate) fn row_group(id: u32) -> String {
    ["row-", &id.to_string()].concat()
}

impl State {
    /// Moves the focus so many rows down, or up where negative, as far as there are any; 0: to the
    /// row itself.
    pub(crate) fn focus_row(self, from: u32, steps: isize) {
        let place = self.filter.shown.with_untracked(|rows| {
            let place = rows.iter().position(|row| row.id == from)?;
            Some(place.saturating_add_signed(steps).min(rows.len() - 1))
        });
        if let Some(place) = place {
            self.focus_place(place);
        }
    }

    /// Moves the focus to the row in that place of the list: at once where it is in the page.
    pub(crate) fn focus_place(self, place: usize) {
        let id = self.filter.shown.with_untracked(|rows| rows.get(place).map(|row| row.id));
        let Some(id) = id else { return };
        let group = self.root.with_value(|root| root.get_element_by_id(&row_group(id)));
        match group {
            Some(group) => drop(group.unchecked_into::<HtmlElement>().focus()),
            None => self.focus_in_row(id, vec![row_group(id)]),
        }
    }

    /// Moves the focus to the first of these elements that there is, the row's own among them, once
    /// the view is up to date.
    pub(crate) fn focus_in_row(self, id: u32, ids: Vec<String>) {
        self.roving.enter(id);
        self.focus(ids);
    }

    /// The row that gets the focus when this one leaves the list: the next, else the one before.
    pub(crate) fn heir(self, id: u32) -> Option<u32> {
        self.filter.shown.with_untracked(|rows| {
            let place = rows.iter().position(|row| row.id == id)?;
            let before = place.checked_sub(1);
            rows.get(place + 1).or(before.and_then(|it| rows.get(it))).map(|row| row.id)
        })
    }

    /// Moves the focus to this row, or to the field where there is none.
    pub(crate) fn focus_heir(self, heir: Option<u32>) {
        match heir {
            Some(id) => self.focus_in_row(id, vec![row_group(id), FIELD.to_owned()]),
            None => self.focus(vec![FIELD.to_owned()]),
        }
    }

    /// Keeps the focus in its row, where the control that has it is about to leave the page.
    pub(crate) fn keep_focus_in_row(self) {
        let focused = self.root.with_value(ShadowRoot::active_element);
        let item = focused.and_then(|element| element.closest("li").ok().flatten());
        if let Some(group) = item.and_then(|item| item.first_element_child()) {
            self.keep_focus(vec![group.id(), FIELD.to_owned()]);
        }
    }
}
