//! The whole widget, top to bottom.

use leptos::prelude::*;

use crate::ask::AskedSettings;
use crate::drop::DropZone;
use crate::entry::{COMPOSING, Entry, release};
use crate::footer::Footer;
use crate::icons::Icon;
use crate::later::soon;
use crate::notices::NoticeList;
use crate::problems::ErrorSummary;
use crate::review::ReviewList;
use crate::row::PersonRow;
use crate::search::{NobodyShown, leaves};
use crate::state::{Press, State};
use crate::toolbar::Toolbar;

/// Heading, field, list and footer.
///
/// It takes the focus where it is pressed, so that a paste comes here. Nothing in any view is wholly
/// static: Leptos would build that by `innerHTML`, which Trusted Types forbid.
#[component]
pub(crate) fn App(state: State) -> impl IntoView {
    let disabled = Memo::new(move |_| state.setup.with(|setup| setup.disabled));
    let text = state.messages;
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        state.memory.update_value(|memory| memory.press = Press::None);
        state.undo_by_key(&event);
        let composing = event.is_composing() || event.key_code() == COMPOSING;
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !composing {
            event.prevent_default();
            soon(move || state.submit());
        }
    };
    let press = window_event_listener(leptos::ev::pointerdown, move |event| {
        let inside = event.composed_path().includes(&state.root.get_value(), 0);
        let press = if inside { Press::Inside } else { Press::Outside };
        state.memory.update_value(|memory| memory.press = press);
    });
    let release = window_event_listener(leptos::ev::pointerup, move |_| release(state));
    on_cleanup(move || {
        press.remove();
        release.remove();
    });
    state.selection.follow(state.filter.shown);
    view! {
        <section
            class={"invite"}
            lang=text.locale()
            role="group"
            part="base"
            tabindex="-1"
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
            <ReviewList state />
            <AskedSettings state />
            <People state />
            <slot name={"limit"}></slot>
            <ErrorSummary state />
            <Footer state />
            <DropZone state />
            <div class="hidden" role="status">{move || state.announced.get()}</div>
        </section>
    }
}

#[component]
fn People(state: State) -> impl IntoView {
    let text = state.messages;
    let is_empty = Memo::new(move |_| state.rows.with(Vec::is_empty));
    let is_hidden = Memo::new(move |_| state.filter.shown.with(Vec::is_empty));
    let selecting = Memo::new(move |_| !state.selection.is_empty());
    let on_focusout = move |event| {
        if leaves(&event) {
            state.filter.held.set(None);
        }
    };
    view! {
        <Show
            when=move || !is_empty.get()
            fallback=move || view! { <Empty state /> }
        >
            <div class="list">
                <Toolbar state />
                <p class="hidden" id="keys">{text.text("keys")}</p>
                <Show
                    when=move || !is_hidden.get()
                    fallback=move || view! { <NobodyShown state /> }
                >
                    <ul
                        class="people"
                        part="list"
                        role="list"
                        aria-label=text.text("list")
                        aria-describedby="keys"
                        data-selecting=move || selecting.get().then_some("")
                        on:focusout=on_focusout
                    >
                        <For each=move || state.filter.shown.get() key=|row| row.id let:row>
                            <PersonRow state row />
                        </For>
                    </ul>
                </Show>
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
