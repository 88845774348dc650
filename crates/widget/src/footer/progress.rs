//! While a delivery runs: how far it is, and the way to stop it.

use leptos::prelude::*;

use super::press::once;
use crate::state::State;

/// How far the sending is, and the way to stop it.
///
/// "Cancel" stands above the buttons, at the other side than "Invite".
#[component]
pub(crate) fn Progress(state: State) -> impl IntoView {
    let text = state.messages;
    let course = state.sending.course();
    let progress = move || course.progress.get();
    let total = move || progress().map_or(1, |progress| progress.total.max(1));
    let done = move || progress().map_or(0, |progress| progress.done);
    let words = move || {
        if course.offline.get() {
            return text.text("offline");
        }
        let numbers = [("done", done().into()), ("total", total().into())].into();
        match course.countdown.get() {
            Some(seconds) => text.fill("waiting", &[("count", seconds.into())].into()),
            None => text.fill("sending", &numbers),
        }
    };
    view! {
        <div
            class="progress"
            part="progress"
            id="progress"
            role="group"
            tabindex="-1"
            aria-labelledby="progress-text"
        >
            <button
                type="button"
                class="button"
                part="cancel-button"
                on:click=once(move || state.cancel())
            >
                {text.text("cancel")}
            </button>
            <span id="progress-text">{words}</span>
            <progress
                class="bar"
                aria-labelledby="progress-text"
                max=move || total().to_string()
                prop:value=move || f64::from(done())
            ></progress>
        </div>
    }
}
