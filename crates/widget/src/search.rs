//! The search field and the filter above a long list.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, Node};

use crate::filter::Wanted;
use crate::icons::Icon;
use crate::state::{FIELD, State};

/// The id of the search field.
const SEARCH: &str = "search";

/// Search and filter, from a number of people on; what has the focus does not vanish.
#[component]
pub(crate) fn SearchTools(state: State) -> impl IntoView {
    let focused = RwSignal::new(false);
    let shown = Memo::new(move |_| state.is_searchable() || focused.get());
    view! {
        <Show when=move || shown.get()>
            <div
                class="search-tools"
                role="search"
                aria-label=state.messages.text("search_tools")
                on:focusin=move |_| focused.set(true)
                on:focusout=move |event| focused.set(!leaves(&event))
            >
                <SearchField state />
                <FilterChoices state />
            </div>
        </Show>
    }
}

#[component]
fn SearchField(state: State) -> impl IntoView {
    let search = state.filter.search;
    let on_input = move |event| {
        search.set(event_target_value(&event));
        state.announce_shown();
    };
    view! {
        <div class="search">
            {Icon::Search.view()}
            <input
                id=SEARCH
                class="input"
                part="search"
                type="search"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                data-1p-ignore=""
                data-lpignore="true"
                aria-label=state.messages.text("search")
                placeholder=state.messages.text("search")
                prop:value=move || search.get()
                on:input=on_input
            />
        </div>
    }
}

/// "All · To fix · Failed · Unconfirmed", of which those are offered that somebody belongs to.
#[component]
fn FilterChoices(state: State) -> impl IntoView {
    let counted = move |wanted| {
        let tally = state.tally.get();
        match wanted {
            Wanted::All => tally.rows,
            Wanted::ToFix => tally.to_fix,
            Wanted::Failed => tally.failed,
            Wanted::Unconfirmed => tally.unconfirmed,
        }
    };
    let offered = Memo::new(move |_| {
        let mut offered = vec![Wanted::All, Wanted::ToFix, Wanted::Failed, Wanted::Unconfirmed];
        let chosen = state.filter.wanted.get();
        offered.retain(|&it| it == Wanted::All || it == chosen || counted(it) > 0);
        offered
    });
    let choice = move |wanted: Wanted| {
        let label = move || state.messages.count(key(wanted), counted(wanted));
        view! {
            <label class="filter-choice">
                <input
                    type="radio"
                    name="filter"
                    prop:checked=move || state.filter.wanted.get() == wanted
                    on:change=move |_| {
                        state.filter.wanted.set(wanted);
                        state.announce_shown();
                    }
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <Show when=move || { offered.with(Vec::len) > 1 }>
            <div
                class="filter"
                part="filter"
                role="radiogroup"
                aria-label=state.messages.text("filter")
            >
                <For each=move || offered.get() key=|wanted| key(*wanted) let:wanted>
                    {choice(wanted)}
                </For>
            </div>
        </Show>
    }
}

/// In the place of the list while nobody matches.
#[component]
pub(crate) fn NobodyShown(state: State) -> impl IntoView {
    let show_all = move |_| {
        state.filter.show_all();
        state.announce_shown();
        state.focus(vec![SEARCH.to_owned(), FIELD.to_owned()]);
    };
    view! {
        <div class="empty" part="nobody-shown">
            <p>{state.messages.text("nobody_shown")}</p>
            <button type="button" class="button" on:click=show_all>
                {state.messages.text("show_all")}
            </button>
        </div>
    }
}

fn key(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::All => "filter_all",
        Wanted::ToFix => "count_to_fix",
        Wanted::Failed => "count_failed",
        Wanted::Unconfirmed => "count_unconfirmed",
    }
}

/// Whether the focus goes elsewhere on the page; to another window it does not go for good.
pub(crate) fn leaves(event: &FocusEvent) -> bool {
    let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    let here: Option<Node> = event.current_target().and_then(|it| it.dyn_into().ok());
    goes_to.is_some_and(|node| !here.is_some_and(|here| here.contains(Some(&node))))
}
