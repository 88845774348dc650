//! The edit field: an address is corrected where it stands.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlTextAreaElement, InputEvent, KeyboardEvent};

use crate::entry::COMPOSING;
use crate::later::{after, soon};
use crate::person::Person;
use crate::roving::row_group;
use crate::state::{Phase, State};

/// The text of one row, to be corrected: Enter or leaving takes it, Escape takes it back.
///
/// An `<input>` would glue the lines of a pasted list together.
#[component]
pub(crate) fn EditField(
    state: State,
    id: u32,
    person: RwSignal<Person>,
    tabindex: Signal<&'static str>,
) -> impl IntoView {
    let draft = RwSignal::new(person.with_untracked(address));
    let origin = StoredValue::new(person.get_untracked());
    let edit = Edit { state, id, person, draft, origin };
    // What is taken back elsewhere is taken back here, too.
    let text = Memo::new(move |_| person.with(address));
    Effect::new(move || draft.set(text.get()));
    let label = move || {
        person.with(|person| {
            state.messages.fill("edit_field", &[("email", person.address().into())].into())
        })
    };
    view! {
        <div class="grow" data-text=move || draft.get()>
            <textarea
                id=field_id(id)
                class="input"
                part="edit-field"
                rows="1"
                inputmode="email"
                enterkeyhint="done"
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                data-1p-ignore=""
                data-lpignore="true"
                data-bwignore="true"
                data-form-type="other"
                tabindex=tabindex
                aria-label=label
                aria-invalid=move || {
                    person.with(|it| it.email.is_err() || it.is_faulted("email")).then_some("true")
                }
                aria-describedby=format!("note-{id}")
                prop:value=move || draft.get()
                on:focus=move |event| select_all(&event)
                on:input=move |event| edit.on_input(&event)
                on:keydown=move |event| edit.on_keydown(&event)
                on:blur=move |_| after(0, move || edit.leave())
            ></textarea>
        </div>
    }
}

impl State {
    /// Opens the edit field of a row, if that can be changed now, and leads there.
    pub(crate) fn edit(self, id: u32) {
        let row = self.row(id).filter(|row| row.person.with_untracked(Person::is_open));
        if self.phase.get_untracked() != Phase::Editing {
            return;
        }
        if let Some(row) = row {
            row.person.update(|person| person.editing = true);
            self.focus(vec![field_id(id)]);
        }
    }
}

fn field_id(id: u32) -> String {
    format!("edit-{id}")
}

#[derive(Clone, Copy)]
struct Edit {
    state: State,
    id: u32,
    person: RwSignal<Person>,
    draft: RwSignal<String>,
    /// Who stood here when the field was opened.
    origin: StoredValue<Person>,
}

impl Edit {
    fn on_input(self, event: &web_sys::Event) {
        self.draft.set(event_target_value(event));
        // All that keyboards without key events say of Enter.
        let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type);
        if matches!(kind.as_deref(), Some("insertLineBreak" | "insertParagraph")) {
            soon(move || self.take());
        }
    }

    fn on_keydown(self, event: &KeyboardEvent) {
        let composing = event.is_composing() || event.key_code() == COMPOSING;
        let sends = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if !composing && !sends => soon(move || self.take()),
            "Escape" if !composing => soon(move || self.take_back()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Enter: what is still wrong stays open, after a rejected piece the next one follows; a blank
    /// text removes the row.
    fn take(self) {
        let Some(text) = self.draft.try_get_untracked() else { return };
        if text.trim().is_empty() {
            return self.state.remove(self.id);
        }
        let was_rejected = self.person.with_untracked(|person| person.email.is_err());
        if text.trim() == self.person.with_untracked(address) && was_rejected {
            return self.state.announce_corrected(self.person, &[]);
        }
        self.commit(&text);
        if self.person.with_untracked(|person| person.email.is_ok() && !person.editing) {
            self.focus_row_now();
            // It may have come from the same text, and not be in the page yet.
            if let Some(next) = was_rejected.then(|| self.next()).flatten() {
                self.state.focus_in_row(next, vec![field_id(next)]);
            }
        }
    }

    /// Leaving, once the focus is where it goes: nothing that was written is lost or removed. Who
    /// turns to another window for a moment has not left.
    fn leave(self) {
        let Some(text) = self.draft.try_get_untracked() else { return };
        if !document().has_focus().unwrap_or(true) {
            return;
        }
        if text.trim().is_empty() {
            self.draft.set(self.person.with_untracked(address));
            self.close();
        } else {
            self.commit(&text);
        }
        self.state.keep_focus(vec![row_group(self.id)]);
    }

    /// Escape: the row is again what it was when the field was opened.
    fn take_back(self) {
        let Some(origin) = self.origin.try_get_value() else { return };
        self.draft.set(address(&origin));
        if self.person.with_untracked(|person| person.text != origin.text) {
            let now = self.person.with_untracked(address);
            let words = [("before", now.into()), ("text", origin.text.as_str().into())].into();
            let what = self.state.messages.fill("changed_to", &words);
            self.state.revise(self.id, what, |person| {
                let input = std::mem::take(&mut person.input);
                *person = origin.succeeding(input);
            });
        }
        self.focus_row_now();
        self.close();
    }

    fn commit(self, text: &str) {
        if text.trim() == self.person.with_untracked(address) {
            self.close();
        } else if self.state.correct(self.id, text) {
            self.draft.set(self.person.with_untracked(address));
        }
    }

    fn close(self) {
        if self.person.with_untracked(|person| person.editing) {
            self.person.update(|person| person.editing = false);
        }
    }

    /// The field leaves the page with its row's error, so the focus goes first.
    fn focus_row_now(self) {
        self.state.focus_row(self.id, 0);
    }

    /// The row of the next rejected piece, from the top again after the last.
    fn next(self) -> Option<u32> {
        let rows = self.state.filter.shown.get_untracked();
        let here = rows.iter().position(|row| row.id == self.id)?;
        let (before, after) = rows.split_at(here);
        let rejected = |row: &&crate::state::Row| row.person.with_untracked(|it| it.email.is_err());
        after.iter().chain(before).find(rejected).map(|row| row.id)
    }
}

/// As an `<input>` does where Tab leads to it.
fn select_all(event: &FocusEvent) {
    event_target::<HtmlTextAreaElement>(event).select();
}

fn address(person: &Person) -> String {
    person.address().to_owned()
}
