//! The roving tab stop: one row of the list is in the Tab order, and the others are reached from it
//! (ARIA Authoring Practices, "Managing Focus Within Components Using a Roving tabindex").
//!
//! Rows are found in the page and not in the list, so that what is not shown is passed over.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

use crate::state::{FIELD, Row, State};

/// Which row Tab leads to.
#[derive(Clone, Copy)]
pub(crate) struct Roving {
    /// The row that had the focus last.
    active: RwSignal<Option<u32>>,
    stop: Memo<Option<u32>>,
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
    pub(crate) fn focus_row(self, from: u32, steps: i32) {
        let Some(mut item) = self.item(from) else { return };
        for _ in 0..steps.unsigned_abs() {
            let Some(next) = neighbour(&item, steps > 0) else { break };
            item = next;
        }
        if let Some(group) = item.first_element_child() {
            let _ = group.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Where the focus goes when a row leaves the list: the next row, else the last, else the field.
    pub(crate) fn heirs(self, id: u32) -> Vec<String> {
        let item = self.item(id);
        let group = |forward| neighbour(item.as_ref()?, forward)?.first_element_child();
        let rows = [true, false].into_iter().filter_map(group).map(|group| group.id());
        rows.chain([FIELD.to_owned()]).collect()
    }

    /// Keeps the focus in its row, where the control that has it is about to leave the page.
    pub(crate) fn keep_focus_in_row(self) {
        let focused = self.root.with_value(ShadowRoot::active_element);
        let item = focused.and_then(|element| element.closest("li").ok().flatten());
        if let Some(group) = item.and_then(|item| item.first_element_child()) {
            self.keep_focus(vec![group.id(), FIELD.to_owned()]);
        }
    }

    fn item(self, id: u32) -> Option<Element> {
        self.root.with_value(|root| root.get_element_by_id(&row_group(id)))?.parent_element()
    }
}

fn neighbour(item: &Element, forward: bool) -> Option<Element> {
    if forward { item.next_element_sibling() } else { item.previous_element_sibling() }
}
