//! The question that nobody is sent again without: some may have been invited already.

use invite_users_core::Status;
use leptos::prelude::*;

use super::press::once;
use crate::later::soon;
use crate::state::State;

/// The id of the button that asks the question.
pub(super) const ASKS: &str = "ask-unconfirmed";
/// The id of the question, where the focus goes.
pub(super) const DOUBT: &str = "doubt";

/// Whether so many are sent again whom a request may have reached.
#[component]
pub(super) fn Doubt(state: State, count: usize, asking: RwSignal<bool>) -> impl IntoView {
    let text = state.messages;
    let leave = move || {
        soon(move || asking.set(false));
        state.focus(vec![ASKS.to_owned(), "results".to_owned()]);
    };
    let send = move || drop(state.retry(|status| status == Status::Unconfirmed));
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            // A dialog around the form stays open.
            event.prevent_default();
            event.stop_propagation();
            leave();
        }
    };
    view! {
        <div
            class="question"
            id=DOUBT
            part="question"
            role="group"
            tabindex="-1"
            aria-labelledby="doubt-text"
            on:keydown=on_keydown
        >
            <p id="doubt-text">{text.count("doubt", count)}</p>
            <div class="buttons">
                <button type="button" class="button" part="leave-button" on:click=once(leave)>
                    {text.text("leave_them")}
                </button>
                <button type="button" class="button" part="again-button" on:click=once(send)>
                    {text.text("send_again")}
                </button>
            </div>
        </div>
    }
}
