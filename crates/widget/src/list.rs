//! The list of people, of which only a part is in the page where it is long.

use std::ops::Range;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

use crate::icons::Icon;
use crate::list::drawn::Drawn;
use crate::row::PersonRow;
use crate::search::{NobodyShown, leaves};
use crate::state::State;
use crate::toolbar::Toolbar;
use crate::window::{Item, Key};

mod drawn;

/// The id of the list.
const LIST: &str = "people";

/// What is said above the list, and the list; or that there is nobody yet.
#[component]
pub(crate) fn People(state: State) -> impl IntoView {
    let text = state.messages;
    let is_empty = Memo::new(move |_| state.rows.with(Vec::is_empty));
    let is_hidden = Memo::new(move |_| state.filter.shown.with(Vec::is_empty));
    let has_extras = move || (!state.extras.with(Vec::is_empty)).then_some("");
    let has_results = move || (!state.is_editing()).then_some("");
    view! {
        <Show
            when=move || !is_empty.get()
            fallback=move || view! { <Empty state /> }
        >
            <div class="list" data-extras=has_extras data-results=has_results>
                <Toolbar state />
                <p class="hidden" id="keys">{text.text("keys")}</p>
                <Show
                    when=move || !is_hidden.get()
                    fallback=move || view! { <NobodyShown state /> }
                >
                    <Rows state />
                </Show>
            </div>
        </Show>
    }
}

#[component]
fn Rows(state: State) -> impl IntoView {
    let text = state.messages;
    let selecting = Memo::new(move |_| !state.selection.is_empty());
    let on_focusout = move |event| {
        if leaves(&event) {
            state.filter.held.set(None);
        }
    };
    draw(state);
    look_when_scrolled(state);
    view! {
        <ul
            id=LIST
            class="people"
            part="list"
            role="list"
            aria-label=text.text("list")
            aria-describedby="keys"
            data-selecting=move || selecting.get().then_some("")
            on:focusout=on_focusout
        ></ul>
    }
}

/// Draws what the window has in it, now and whenever that changes.
fn draw(state: State) {
    let owner = Owner::new();
    let drawn = StoredValue::new_local(Drawn::default());
    state.window.close();
    Effect::new(move || {
        let items = state.window.items.get();
        untrack(|| {
            let Some(list) = list(state) else { return };
            state.window.heights.update_value(|heights| {
                drawn.update_value(|drawn| {
                    drawn.show(&items, &list, heights, |item| view(state, &owner, item));
                    drawn.size_gaps(&items, &state.filter.shown.get_untracked(), heights);
                });
            });
            state.follow(&list);
        });
    });
}

/// A row or a gap, and what it lives in.
fn view(state: State, owner: &Owner, item: &Item) -> (Owner, AnyView) {
    let owner = owner.child();
    let rows = state.filter.shown;
    let row = rows.with_untracked(|rows| rows.get(item.places.start).cloned());
    let view = owner.with(|| match row.filter(|_| item.key.is_row()) {
        Some(row) => view! { <PersonRow state row /> }.into_any(),
        None => view! { <Gap state key=item.key /> }.into_any(),
    });
    (owner, view)
}

/// In the place of rows that are not drawn; in a long list with a way to the next of them, since
/// neither the cursor of a screen reader nor its swipes scroll.
#[component]
fn Gap(state: State, key: Key) -> impl IntoView {
    let next = Memo::new(move |_| {
        let next = |items: &Vec<Item>| items.iter().find(|it| it.key == key)?.next.clone();
        let leads_on = state.window.size.get().is_some() && state.window.is_open();
        leads_on.then(|| state.window.items.with(next)).flatten()
    });
    view! {
        <li
            class=if key.is_above() { "gap above" } else { "gap" }
            part="gap"
            role=move || next.with(Option::is_none).then_some("presentation")
        >
            {move || next.get().map(|rows| more(state, rows))}
        </li>
    }
}

fn more(state: State, rows: Range<usize>) -> impl IntoView {
    let words = [("first", (rows.start + 1).into()), ("last", rows.end.into())].into();
    let label = state.messages.fill("show_rows", &words);
    let first = rows.start;
    view! {
        <button
            type="button"
            class="button plain"
            part="show-rows-button"
            on:click=move |_| state.show_rows(first..rows.end)
        >
            {label}
        </button>
    }
}

impl State {
    /// Leads to the first of these rows, and says which they are.
    fn show_rows(self, rows: Range<usize>) {
        let count = self.filter.shown.with_untracked(Vec::len);
        let words = [
            ("first", (rows.start + 1).into()),
            ("last", rows.end.into()),
            ("total", count.into()),
        ];
        self.announce(self.messages.fill("rows_shown", &words.into()));
        self.focus_place(rows.start);
    }
}

fn list(state: State) -> Option<Element> {
    state.root.with_value(|root| root.get_element_by_id(LIST))
}

/// Whatever is scrolled: the page, or something in it that holds the element.
fn look_when_scrolled(state: State) {
    let look = Closure::<dyn Fn(Event)>::new(move |_| {
        if let Some(list) = list(state) {
            state.look(&list);
        }
    });
    let callback = look.as_ref().unchecked_ref();
    for kind in ["scroll", "resize"] {
        let _ = window().add_event_listener_with_callback_and_bool(kind, callback, true);
    }
    let look = StoredValue::new_local(look);
    on_cleanup(move || {
        look.with_value(|look| {
            let callback = look.as_ref().unchecked_ref();
            for kind in ["scroll", "resize"] {
                let _ = window().remove_event_listener_with_callback_and_bool(kind, callback, true);
            }
        });
    });
}

#[component]
fn Empty(state: State) -> impl IntoView {
    let text = state.messages;
    view! {
        <div class="empty" part="empty">
            <span class="medal">{Icon::People.view()}</span>
            <p class="empty-heading">{text.text("empty_heading")}</p>
            <p>{text.text("empty")}</p>
        </div>
    }
}
