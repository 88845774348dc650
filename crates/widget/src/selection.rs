//! The selection: rows that one act is for.

use leptos::prelude::*;

use crate::state::{Row, State};

/// Which rows are selected, and from where a range begins.
#[derive(Clone, Copy)]
pub(crate) struct Selection {
    /// The selected rows, in the order in which they were chosen.
    pub(crate) rows: RwSignal<Vec<Row>>,
    anchor: StoredValue<Option<u32>>,
}

impl Selection {
    /// Nobody.
    pub(crate) fn new() -> Self {
        Self { rows: RwSignal::default(), anchor: StoredValue::new(None) }
    }

    /// From now on who is not shown leaves the selection, so that no act is for somebody unseen.
    pub(crate) fn follow(self, shown: Memo<Vec<Row>>) {
        Effect::new(move || {
            shown.track();
            if self.rows.with_untracked(Vec::is_empty) {
                return;
            }
            let shown = shown.with_untracked(|rows| ids(rows));
            self.keep(|row| shown.binary_search(&row.id).is_ok());
        });
    }

    /// Selects nobody.
    pub(crate) fn clear(self) {
        self.keep(|_| false);
        self.anchor.set_value(None);
    }

    /// Whether nobody is selected.
    pub(crate) fn is_empty(self) -> bool {
        self.rows.with(Vec::is_empty)
    }

    fn keep(self, stays: impl Fn(&Row) -> bool) {
        let leaves = |row: &Row| {
            let leaves = !stays(row);
            if leaves {
                row.selected.set(false);
            }
            leaves
        };
        let (left, kept): (Vec<Row>, Vec<Row>) =
            self.rows.get_untracked().into_iter().partition(leaves);
        if !left.is_empty() {
            self.rows.set(kept);
        }
    }

    /// Selects these rows, or no longer.
    fn set(self, rows: &[Row], selected: bool) {
        if !selected {
            let ids = ids(rows);
            return self.keep(|row| ids.binary_search(&row.id).is_err());
        }
        let is_new = |row: &&Row| !row.selected.get_untracked();
        let new: Vec<Row> = rows.iter().filter(is_new).cloned().collect();
        for row in &new {
            row.selected.set(true);
        }
        self.rows.update(|all| all.extend(new));
    }
}

impl State {
    /// Selects a row, or no longer; `extend`: and all between it and the last one.
    pub(crate) fn select(self, id: u32, selected: bool, extend: bool) {
        if !untrack(|| self.is_editing()) {
            return;
        }
        let shown = self.filter.shown.get_untracked();
        let place = |id: u32| shown.iter().position(|row| row.id == id);
        let Some(here) = place(id) else { return };
        let anchor = self.selection.anchor.get_value().filter(|_| extend).and_then(place);
        let there = anchor.unwrap_or(here);
        self.selection.set(&shown[here.min(there)..=here.max(there)], selected);
        self.selection.anchor.set_value(Some(id));
    }

    /// Selects a row that is not selected, and the other way round.
    pub(crate) fn toggle_selected(self, id: u32) {
        let selected = self.row(id).is_some_and(|row| row.selected.get_untracked());
        self.select(id, !selected, false);
    }

    /// Selects everybody who is shown, or nobody.
    pub(crate) fn select_all(self, selected: bool) {
        self.selection.set(&self.filter.shown.get_untracked(), selected);
    }
}

/// The checkbox of a row, which lies over its mark.
#[component]
pub(crate) fn SelectBox(state: State, row: Row, tabindex: Signal<&'static str>) -> impl IntoView {
    let Row { id, person, selected } = row;
    let label = move || {
        let email = person.with(|person| person.address().to_owned());
        state.messages.fill("select", &[("email", email.into())].into())
    };
    let on_click = move |event: web_sys::MouseEvent| {
        state.select(id, event_target_checked(&event), event.shift_key());
    };
    view! {
        <label class="pick">
            <input
                type="checkbox"
                id=format!("select-{id}")
                part="select"
                tabindex=tabindex
                aria-label=label
                prop:checked=move || selected.get()
                on:click=on_click
            />
        </label>
    }
}

/// The ids of rows, to be searched.
pub(crate) fn ids(rows: &[Row]) -> Vec<u32> {
    let mut ids: Vec<u32> = rows.iter().map(|row| row.id).collect();
    ids.sort_unstable();
    ids
}
