//! The whole widget, top to bottom.

use leptos::prelude::*;

use crate::ask::AskedSettings;
use crate::entry::Entry;
use crate::footer::Footer;
use crate::icons::Icon;
use crate::later::soon;
use crate::notices::NoticeList;
use crate::person::Person;
use crate::row::PersonRow;
use crate::state::State;

/// Heading, field, list and footer.
///
/// Nothing in any view is wholly static: Leptos would build that by `innerHTML`, which Trusted
/// Types forbid.
#[component]
pub(crate) fn App(state: State) -> impl IntoView {
    let disabled = Memo::new(move |_| state.setup.with(|setup| setup.disabled));
    let text = state.messages;
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        state.memory.update_value(|memory| memory.pressing = false);
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            soon(move || state.submit());
        }
    };
    let press = window_event_listener(leptos::ev::pointerdown, move |event| {
        let inside = event.composed_path().includes(&state.root.get_value(), 0);
        state.memory.update_value(|memory| memory.pressing = inside);
    });
    on_cleanup(move || press.remove());
    view! {
        <section
            class={"invite"}
            lang=text.locale()
            role="group"
            part="base"
            aria-labelledby="heading"
            aria-disabled=move || disabled.get().then_some("true")
            inert=move || disabled.get()
            on:keydown=on_keydown
        >
            <div id="heading">
                <slot name="heading">
                    <h2 class="heading" part="heading">{text.text("heading")}</h2>
                </slot>
            </div>
            <Entry state />
            <NoticeList state />
            <AskedSettings state />
            <People state />
            <slot name={"limit"}></slot>
            <Footer state />
            <div class="hidden" role="status">{move || state.announced.get()}</div>
        </section>
    }
}

#[component]
fn People(state: State) -> impl IntoView {
    let text = state.messages;
    let is_empty = Memo::new(move |_| state.rows.with(Vec::is_empty));
    view! {
        <Show
            when=move || !is_empty.get()
            fallback=move || view! { <Empty state /> }
        >
            <div class="list">
                <Counts state />
                <p class="hidden" id="keys">{text.text("keys")}</p>
                <ul
                    class="people"
                    part="list"
                    role="list"
                    aria-label=text.text("list")
                    aria-describedby="keys"
                >
                    <For each=move || state.rows.get() key=|row| row.id let:row>
                        <PersonRow state row />
                    </For>
                </ul>
            </div>
        </Show>
    }
}

#[component]
fn Empty(state: State) -> impl IntoView {
    view! {
        <div class="empty" part="empty">
            {Icon::People.view()}
            <p>{state.messages.text("empty")}</p>
        </div>
    }
}

/// "14 people · 2 to fix".
#[component]
fn Counts(state: State) -> impl IntoView {
    let text = state.messages;
    let count = move |wanted: fn(&Person) -> bool| {
        state.rows.with(|rows| rows.iter().filter(|row| row.person.with(wanted)).count())
    };
    let people = Memo::new(move |_| count(|person| person.email.is_ok() && person.twin.is_none()));
    let to_fix = Memo::new(move |_| count(Person::to_fix));
    let duplicates = Memo::new(move |_| count(|person| person.twin.is_some()));
    view! {
        <p class="counts" part="counts">
            <span>{move || text.count("count_people", people.get())}</span>
            <Show when=move || { to_fix.get() > 0 }>
                <button
                    type="button"
                    class="counted link"
                    data-tone="danger"
                    on:click=move |_| state.focus_first_to_fix()
                >
                    {Icon::Wrong.view()}
                    {move || text.count("count_to_fix", to_fix.get())}
                </button>
            </Show>
            <Show when=move || { duplicates.get() > 0 }>
                <span class="counted" data-tone="warning">
                    {Icon::Copies.view()}
                    {move || text.count("count_duplicates", duplicates.get())}
                </span>
            </Show>
        </p>
    }
}
