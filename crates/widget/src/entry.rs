//! The field: people are typed or pasted here, with the role that they get.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlInputElement, HtmlTextAreaElement, InputEvent, KeyboardEvent, Node};

use crate::adding::much::AddingProgress;
use crate::flags::Flags;
use crate::later::{after, soon};
use crate::roles::RolePicker;
use crate::server_roles::RolesNotice;
use crate::state::{FIELD, Press, State};
use crate::suggest::{Suggestions, list_of_field};
use crate::transfer::files;

/// What `keyCode` says while an input method composes, where `isComposing` is late (UI Events,
/// section 8.3.3).
pub(crate) const COMPOSING: u32 = 229;

/// Field, role of new people, and "Add".
#[component]
pub(crate) fn Entry(state: State) -> impl IntoView {
    let text = state.messages;
    let add = move |_| {
        commit(state);
        state.focus(vec![FIELD.to_owned()]);
    };
    view! {
        <div class="entry" hidden=move || !state.is_editing()>
            <div class="field">
                <label class="label" for=FIELD>{text.text("field")}</label>
                <div class="grow" data-text=move || state.typed.get()>
                    <textarea
                        {..list_of_field(state)}
                        id=FIELD
                        class="input"
                        part="field"
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
                        placeholder=text.text("placeholder")
                        aria-describedby="flags help"
                        prop:value=move || state.typed.get()
                        on:input=move |event| on_input(state, &event)
                        on:keydown=move |event| on_keydown(state, &event)
                        on:compositionend=move |_| commit_ended(state)
                        on:blur=move |event| on_blur(state, &event)
                    ></textarea>
                </div>
                <Suggestions state />
            </div>
            <RolePicker
                state
                id="new-role".to_owned()
                label=text.text("new_role")
                visible_label=true
                value=state.new_roles
                on_change=move |roles| state.new_roles.set(roles)
            />
            <button type="button" class="button" part="add-button" on:click=add>
                {text.text("add")}
            </button>
            <Flags state />
            <AddingProgress state />
            <div class="aids quiet">
                <div class="helps">
                    <span id="help">
                        <slot name="help">{text.text("help")}</slot>
                    </span>
                    <RolesNotice state />
                </div>
                <Sources state />
            </div>
        </div>
    }
}

/// Where people can come from but the keyboard: a file, and the template for one.
#[component]
fn Sources(state: State) -> impl IntoView {
    let text = state.messages;
    let on_choose = move |event: web_sys::Event| {
        let input = event_target::<HtmlInputElement>(&event);
        let chosen = input.files().map(|list| files(&list)).unwrap_or_default();
        // Else the same file could not be chosen again.
        input.set_value("");
        state.import_files(chosen);
    };
    view! {
        <span class="sources">
            <span class="file">
                <label class="link" for="file">{text.text("choose_file")}</label>
                <input
                    id="file"
                    type="file"
                    multiple=true
                    accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
                    part="file"
                    on:change=on_choose
                />
            </span>
            <button
                type="button"
                class="link"
                part="template-button"
                on:click=move |_| state.save_template()
            >
                {text.text("download_template")}
            </button>
        </span>
    }
}

fn on_input(state: State, event: &web_sys::Event) {
    let field = event_target::<HtmlTextAreaElement>(event);
    let input = event.dyn_ref::<InputEvent>();
    let composing = input.is_some_and(InputEvent::is_composing);
    // Behind a separator that has just added somebody, people type a space.
    if !composing && field.value().trim().is_empty() {
        field.set_value("");
    }
    let typed = field.value();
    state.typed.set(typed.clone());
    if !composing && is_meant(state, &typed, input) {
        commit(state);
    }
}

/// Whether what stands in the field is meant to be added now: a line that was ended, by a key or on a
/// keyboard without key events; a list that was pasted; whole addresses with a separator behind them.
fn is_meant(state: State, typed: &str, input: Option<&InputEvent>) -> bool {
    let kind = input.map(InputEvent::input_type).unwrap_or_default();
    match kind.as_str() {
        "insertLineBreak" | "insertParagraph" => true,
        "insertFromPaste" | "insertFromDrop" => state.is_finished(typed),
        // The clipboard of a phone's keyboard types what it pastes.
        "insertText" if input.and_then(InputEvent::data).is_some_and(|data| data.len() > 1) => {
            state.ends_entry(typed) || typed.trim().contains('\n') && state.is_finished(typed)
        }
        kind if kind.starts_with("delete") => false,
        _ => state.ends_entry(typed),
    }
}

/// An input method may end with the separator itself, and says so after the last input.
fn commit_ended(state: State) {
    if state.typed.with_untracked(|typed| state.ends_entry(typed)) {
        commit(state);
    }
}

/// Leaving the element adds what was typed; leaving the page for another one does not, nor does a
/// press on something of the element, which a new row would move away.
fn on_blur(state: State, event: &FocusEvent) {
    let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    let stays =
        goes_to.is_some_and(|node| state.root.with_value(|root| root.contains(Some(&node))));
    let leaves_page = !document().has_focus().unwrap_or(true);
    if !stays && !leaves_page {
        leave(state);
    }
}

fn on_keydown(state: State, event: &KeyboardEvent) {
    if state.suggestion_key(event) {
        return;
    }
    let composing = event.is_composing() || event.key_code() == COMPOSING;
    let sends = event.ctrl_key() || event.meta_key();
    if event.key() == "Enter" && !composing && !sends {
        event.prevent_default();
        commit(state);
    }
}

/// Takes what was typed, once a press on the host's page is over: a new row would move what is
/// pressed from under the pointer.
fn leave(state: State) {
    match state.memory.with_value(|memory| memory.press) {
        Press::None => commit(state),
        Press::Inside => {}
        _ => state.memory.update_value(|memory| memory.press = Press::Leaving),
    }
}

/// The pointer is up: its click comes first.
pub(crate) fn release(state: State) {
    let press = state.memory.with_value(|memory| memory.press);
    if press != Press::Inside {
        state.memory.update_value(|memory| memory.press = Press::None);
    }
    if press == Press::Leaving {
        after(0, move || commit(state));
    }
}

fn commit(state: State) {
    soon(move || {
        let moving = || state.memory.with_value(|memory| memory.moving);
        if !state.is_gone() && !moving() && state.commit_typed() {
            state.tell_change();
        }
    });
}
