//! The edit field: an address is corrected where it stands.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::entry::COMPOSING;
use crate::later::{after, soon};
use crate::person::Person;
use crate::state::{FIELD, State};

/// The text of one row, to be corrected: Enter or leaving takes it, Escape takes it back.
#[component]
pub(crate) fn EditField(state: State, id: u32, person: RwSignal<Person>) -> impl IntoView {
    let edit = Edit { state, id, person, draft: RwSignal::new(person.with_untracked(address)) };
    let label = move || {
        person.with(|person| {
            state.messages.fill("edit_field", &[("email", person.address().into())].into())
        })
    };
    view! {
        <input
            id=format!("edit-{id}")
            class="input"
            part="edit-field"
            type="text"
            inputmode="email"
            enterkeyhint="done"
            autocapitalize="none"
            autocomplete="off"
            spellcheck="false"
            data-1p-ignore=""
            data-lpignore="true"
            aria-label=label
            aria-invalid=move || person.with(|it| it.email.is_err()).then_some("true")
            aria-describedby=format!("note-{id}")
            prop:value=move || edit.draft.get()
            on:input=move |event| edit.draft.set(event_target_value(&event))
            on:keydown=move |event| edit.on_keydown(&event)
            on:blur=move |_| after(0, move || edit.leave())
        />
    }
}

#[derive(Clone, Copy)]
struct Edit {
    state: State,
    id: u32,
    person: RwSignal<Person>,
    draft: RwSignal<String>,
}

impl Edit {
    fn on_keydown(self, event: &KeyboardEvent) {
        let composing = event.is_composing() || event.key_code() == COMPOSING;
        let sends = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if !composing && !sends => {
                event.prevent_default();
                soon(move || self.take());
            }
            "Escape" if !composing && self.is_changed_or_open() => {
                event.prevent_default();
                event.stop_propagation();
                soon(move || self.take_back());
            }
            _ => {}
        }
    }

    /// Enter: the next row to mend follows; a blank text removes the row.
    fn take(self) {
        let Some(text) = self.draft.try_get_untracked() else { return };
        if text.trim().is_empty() {
            self.focus_now(FIELD);
            return self.state.remove(self.id);
        }
        if self.state.is_whole(&text) {
            self.focus_now(&self.next());
        }
        self.commit(&text);
        self.state.keep_focus(vec![self.next()]);
    }

    /// Leaving, once the focus is where it goes: nothing that was written is lost or removed.
    fn leave(self) {
        match self.draft.try_get_untracked() {
            Some(text) if text.trim().is_empty() => self.take_back(),
            Some(text) => {
                self.commit(&text);
                self.state.keep_focus(vec![format!("remove-{}", self.id)]);
            }
            None => {}
        }
    }

    fn take_back(self) {
        if self.draft.is_disposed() {
            return;
        }
        self.draft.set(self.person.with_untracked(address));
        if self.person.with_untracked(|person| person.editing) {
            self.focus_now(&format!("remove-{}", self.id));
            self.person.update(|person| person.editing = false);
        }
    }

    fn commit(self, text: &str) {
        if self.person.is_disposed() {
            return;
        }
        if text.trim() != self.person.with_untracked(address) {
            self.state.correct(self.id, text);
        } else if self.person.with_untracked(|person| person.editing) {
            self.person.update(|person| person.editing = false);
        }
    }

    fn is_changed_or_open(self) -> bool {
        self.person.with_untracked(|person| {
            person.editing || self.draft.with_untracked(|draft| *draft != person.address())
        })
    }

    /// The field leaves the page with its row's error, so the focus goes first.
    fn focus_now(self, id: &str) {
        let found = self.state.root.with_value(|root| root.get_element_by_id(id));
        if let Some(element) = found {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    fn next(self) -> String {
        let rows = self.state.rows.get_untracked();
        let to_mend = rows
            .iter()
            .filter(|row| row.id != self.id)
            .find(|row| row.person.with_untracked(|person| person.email.is_err()));
        to_mend.map_or_else(|| FIELD.to_owned(), |row| format!("edit-{}", row.id))
    }
}

fn address(person: &Person) -> String {
    person.address().to_owned()
}
