//! The list of suggestions below the field, and what the field says of it.

use leptos::attr::Attribute;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{PAUSE, Suggestion};
use crate::person::Twin;
use crate::popup;
use crate::setup::Setup;
use crate::state::{FIELD, State};

/// The id of the list.
const LIST: &str = "suggestions";

/// What the field says of its list, where the host has a directory.
pub(crate) fn list_of_field(state: State) -> impl Attribute {
    let suggests = Memo::new(move |_| state.setup.with(Setup::suggests));
    let offer = state.suggesting.offer();
    view! {
        <{..}
            aria-autocomplete=move || suggests.get().then_some("list")
            aria-haspopup=move || suggests.get().then_some("listbox")
            aria-controls=move || suggests.get().then_some(LIST)
            aria-activedescendant=move || offer.active.get().map(option_id)
            on:blur=move |_| offer.close()
        />
    }
}

/// The list, and the sentence in its place where the host can't tell.
#[component]
pub(crate) fn Suggestions(state: State) -> impl IntoView {
    let suggests = Memo::new(move |_| state.setup.with(Setup::suggests));
    let offer = state.suggesting.offer();
    Effect::new(move |_| {
        if suggests.get() && state.typed.with(|typed| !typed.trim().is_empty()) {
            state.suggest_after(PAUSE);
        } else {
            offer.close();
        }
    });
    on_cleanup(move || offer.close());
    view! {
        <Show when=move || suggests.get()>
            <List state />
            <Show when=move || offer.failed.get()>
                <p class="quiet">{state.messages.text("suggest_failed")}</p>
            </Show>
        </Show>
    }
}

/// A manual popover: pressing in the field, which is no part of it, would close one that closes by
/// itself, and so would any popover of the page.
#[component]
fn List(state: State) -> impl IntoView {
    let offer = state.suggesting.offer();
    let is_open = Memo::new(move |_| offer.people.with(|people| !people.is_empty()));
    Effect::new(move |_| {
        if is_open.get() {
            popup::show(state, LIST, FIELD);
        } else {
            popup::hide(state, LIST);
        }
    });
    Effect::new(move |_| offer.active.get().map(|index| state.scroll_to_option(index)));
    let on_toggle = move |event| {
        if !popup::opens(&event) {
            offer.close();
        }
    };
    let options = move || {
        offer.people.get().into_iter().enumerate().map(|it| option(state, it)).collect_view()
    };
    view! {
        <div
            id=LIST
            class="popup suggestions"
            part="suggestions"
            popover="manual"
            role="listbox"
            tabindex="-1"
            aria-label=state.messages.text("suggestions")
            on:mousedown=move |event| event.prevent_default()
            on:beforetoggle=on_toggle
        >
            {options}
        </div>
    }
}

fn option(state: State, (index, suggestion): (usize, Suggestion)) -> impl IntoView {
    let Suggestion { email, input, description, twin } = suggestion;
    let active = state.suggesting.offer().active;
    let is_active = move || active.get() == Some(index);
    let listed_note = twin.map(|twin| state.messages.text(twin_key(twin)));
    let note = listed_note.or(description);
    view! {
        <div
            id=option_id(index)
            class="suggestion"
            role="option"
            aria-selected=move || is_active().to_string()
            aria-disabled=twin.map(|_| "true")
            on:click=move |_| state.choose_suggestion(index)
        >
            <div class="names">
                {input.name.map(|name| view! { <bdi class="name">{name}</bdi> })}
                <bdi class="address">{email.as_str().to_owned()}</bdi>
            </div>
            {note.map(|note| view! { <div class="quiet"><bdi>{note}</bdi></div> })}
        </div>
    }
}

impl State {
    fn scroll_to_option(self, index: usize) {
        let option = self.root.with_value(|root| root.get_element_by_id(&option_id(index)));
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        if let Some(option) = option {
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}

fn option_id(index: usize) -> String {
    ["suggestion-", &index.to_string()].concat()
}

fn twin_key(twin: Twin) -> &'static str {
    match twin {
        Twin::InList => "suggestion_listed",
        Twin::Invited => "suggestion_invited",
        Twin::Member => "suggestion_member",
    }
}
