//! The whole widget, top to bottom.

use leptos::prelude::*;

use crate::ask::AskedSettings;
use crate::drop::DropZone;
use crate::entry::{COMPOSING, Entry, release};
use crate::footer::Footer;
use crate::later::soon;
use crate::list::People;
use crate::notices::NoticeList;
use crate::problems::ErrorSummary;
use crate::review::ReviewList;
use crate::state::{Press, State};

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
            dir=text.direction()
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
