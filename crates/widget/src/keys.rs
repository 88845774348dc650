//! The keys of a row: arrows move between rows, Space selects one, Delete removes one, F2 and Enter
//! correct one.
//!
//! Enter and F2 go into a row as they go into a cell (ARIA Authoring Practices, "Grid"), with none of the
//! roles of a grid, in whose cells screen readers leave the mode in which arrow keys arrive here.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::later::soon;
use crate::state::{Phase, State};

/// How many rows Page Up and Page Down pass.
const PAGE: isize = 10;

/// What has no use of its own for these keys: the row, and its buttons and checkboxes outside of
/// popups. A button that holds a popup open belongs to it.
const FREE: &str = "[role=group], button:not([aria-expanded=true], fieldset *, [popover] *), \
                    input[type=checkbox]:not(fieldset *, [popover] *)";

impl State {
    /// Does what a key means that was pressed in a row.
    pub(crate) fn on_row_key(self, id: u32, event: &KeyboardEvent) {
        let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
            return;
        };
        if !is_plain(event) || !target.matches(FREE).unwrap_or(false) {
            return;
        }
        let on_row = target.get_attribute("role").is_some();
        match event.key().as_str() {
            "ArrowDown" => self.focus_row(id, 1),
            "ArrowUp" => self.focus_row(id, -1),
            "PageDown" => self.focus_row(id, PAGE),
            "PageUp" => self.focus_row(id, -PAGE),
            "Home" => self.focus_row(id, isize::MIN),
            "End" => self.focus_row(id, isize::MAX),
            "F2" => self.edit(id),
            "Enter" if on_row => self.edit(id),
            " " if on_row => self.toggle_selected(id),
            "Delete" => self.remove_by_key(id, event),
            // What Mac keyboards call Delete; on a button it would be a surprise.
            "Backspace" if on_row => self.remove_by_key(id, event),
            _ => return,
        }
        event.prevent_default();
    }

    /// A key that is held removes one row, and not all that follow.
    fn remove_by_key(self, id: u32, event: &KeyboardEvent) {
        if self.phase.get_untracked() == Phase::Editing && !event.repeat() {
            soon(move || self.remove(id));
        }
    }
}

fn is_plain(event: &KeyboardEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    !modified && !event.is_composing() && !event.default_prevented()
}
