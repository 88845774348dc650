//! The field: people are typed or pasted here, with the role that they get.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{InputEvent, KeyboardEvent, Node};

use crate::later::{after, soon};
use crate::roles::RolePicker;
use crate::server_roles::RolesNotice;
use crate::state::{FIELD, Press, State};
use crate::suggest::{Suggestions, list_of_field};

/// What `keyCode` says while an input method composes, where `isComposing` is late (UI Events,
/// section 8.3.3).
pub(crate) const COMPOSING: u32 = 229;

/// Field, role of new people, and "Add".
#[component]
pub(crate) fn Entry(state: State) -> impl IntoView {
    let text = state.messages;
    let on_blur = move |event: web_sys::FocusEvent| {
        let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let stays =
            goes_to.is_some_and(|node| state.root.with_value(|root| root.contains(Some(&node))));
        let leaves_page = !document().has_focus().unwrap_or(true);
        if !stays && !leaves_page {
            leave(state);
        }
    };
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
                        placeholder=text.text("placeholder")
                        aria-describedby="help"
                        prop:value=move || state.typed.get()
                        on:input=move |event| on_input(state, &event)
                        on:keydown=move |event| on_keydown(state, &event)
                        on:blur=on_blur
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
            <RolesNotice state />
            <div class="quiet" id="help">
                <slot name="help">{text.text("help")}</slot>
            </div>
        </div>
    }
}

fn on_input(state: State, event: &web_sys::Event) {
    let typed = event_target_value(event);
    state.typed.set(typed.clone());
    let input = event.dyn_ref::<InputEvent>();
    if input.is_some_and(InputEvent::is_composing) {
        return;
    }
    let kind = input.map(InputEvent::input_type).unwrap_or_default();
    if is_finished(state, &typed, &kind) {
        commit(state);
    }
}

/// Whether what stands in the field is meant to be added now: a pasted list or a whole address, a
/// whole address with a separator after it, or a line ended on a keyboard without key events.
fn is_finished(state: State, typed: &str, kind: &str) -> bool {
    match kind {
        "insertLineBreak" | "insertParagraph" => true,
        "insertFromPaste" | "insertFromDrop" => state.pieces(typed) > 1 || state.is_whole(typed),
        _ => typed.ends_with([',', ';', '\n']) && state.is_whole(typed),
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
