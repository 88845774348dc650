//! After a delivery: what it came to, and what can be done next.

use leptos::prelude::*;

use crate::events::{count_key, counted};
use crate::later::soon;
use crate::notes::result;
use crate::state::State;

/// How many ended in which way, and what can be done next.
#[component]
pub(crate) fn Results(state: State) -> impl IntoView {
    let text = state.messages;
    let counts = move || {
        let report = state.report.get().unwrap_or_default();
        let shown = counted(&report).into_iter().map(|(status, count)| {
            let (_, icon, tone) = result(status);
            view! {
                <span class="counted" data-tone=tone.name()>
                    {icon.view()}
                    {text.count(count_key(status), count)}
                </span>
            }
        });
        shown.collect_view()
    };
    let retry_at = move || {
        let at = state.report.with(|report| report.as_ref().and_then(|report| report.retry_at));
        at.map(|at| {
            let time = [("time", text.time_of_day(at).into())].into();
            view! { <p class="quiet">{text.fill("retry_at", &time)}</p> }
        })
    };
    view! {
        <div class="send">
            <div class="summary" id="results" part="results" tabindex="-1">
                <p class="counts">{counts}</p>
                {retry_at}
            </div>
            <div class="buttons">
                <button
                    type="button"
                    class="button"
                    part="more-button"
                    on:click=move |_| soon(move || state.invite_more())
                >
                    {text.text("invite_more")}
                </button>
                <button
                    type="button"
                    class="button primary"
                    part="done-button"
                    on:click=move |_| state.tell("done", || wasm_bindgen::JsValue::UNDEFINED)
                >
                    {text.text("done")}
                </button>
            </div>
        </div>
    }
}
