//! After a reload in the middle of a delivery: how far it had come, and what can be done with the rest.

use invite_users_core::Status;
use leptos::prelude::*;

use super::press::once;
use crate::events::{count_key, counted};
use crate::later::soon;
use crate::state::State;

/// "Sending was interrupted", and the ways to go on. Nothing goes on by itself.
#[component]
pub(crate) fn Interrupted(state: State) -> impl IntoView {
    let text = state.messages;
    let counts = move || counted(&state.report.get().unwrap_or_default());
    let words = move || {
        let counts = counts().into_iter();
        let words: Vec<_> =
            counts.map(|(status, count)| text.count(count_key(status), count)).collect();
        text.fill("interrupted", &[("counts", text.list(&words).into())].into())
    };
    let rest = Memo::new(move |_| counts().iter().any(|(status, _)| *status == Status::NotSent));
    let button = move |key: &'static str, class: &'static str, act: fn(State)| {
        view! {
            <button
                type="button"
                class=class
                part=[&key.replace('_', "-"), "-button"].concat()
                on:click=once(move || soon(move || act(state)))
            >
                {text.text(key)}
            </button>
        }
    };
    view! {
        <div class="send">
            <p class="summary" id="results" part="results" tabindex="-1">{words}</p>
            <div class="buttons">
                {button("start_over", "button plain", State::start_over)}
                {button("change_list", "button", State::invite_more)}
                {move || rest.get().then(|| button("continue", "button primary", State::resume))}
            </div>
        </div>
    }
}
