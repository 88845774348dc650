//! After a delivery: what it came to, and what can be done next.

use invite_users_core::{Report, Status};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::doubt::{ASKS, DOUBT, Doubt};
use super::press::once;
use crate::delivery::Chosen;
use crate::events::{count_key, counted};
use crate::later::soon;
use crate::notes::result;
use crate::state::State;

/// How many ended in which way, and what can be done next.
#[component]
pub(crate) fn Results(state: State) -> impl IntoView {
    let text = state.messages;
    let asking = RwSignal::new(false);
    let report = state.report.get_untracked().unwrap_or_default();
    let unconfirmed = size(report.counts.unconfirmed);
    let more = once(move || soon(move || state.invite_more()));
    view! {
        <Show when=move || asking.get()>
            <Doubt state count=unconfirmed asking />
        </Show>
        <div class="send">
            <div class="summary">
                <div id="results" part="results" role="group" tabindex="-1">
                    {summary(state, &report)}
                </div>
                {export(state, &report)}
            </div>
            <div class="buttons">
                <button type="button" class="button" part="more-button" on:click=more>
                    {text.text("invite_more")}
                </button>
                {(unconfirmed > 0).then(|| question(state, unconfirmed, asking))}
                {endings(state, &report)}
            </div>
        </div>
    }
}

/// The numbers, and when the server wants to be asked again.
fn summary(state: State, report: &Report) -> AnyView {
    let text = state.messages;
    let counts = counted(report).into_iter().map(|(status, count)| {
        let (_, icon, tone) = result(status);
        view! {
            <span class="counted" data-tone=tone.name()>
                {icon.view()}
                {text.count(count_key(status), count)}
            </span>
        }
    });
    let retry_at = report.retry_at.map(|at| {
        let time = [("time", text.time_of_day(at).into())].into();
        view! { <p class="quiet">{text.fill("retry_at", &time)}</p> }
    });
    view! { <p class="counts">{counts.collect_view()}</p> {retry_at} }.into_any()
}

/// Who was not invited, as a file.
fn export(state: State, report: &Report) -> Option<AnyView> {
    let rest = size(report.counts.total() - report.counts.invited);
    (rest > 0).then(|| {
        let act = once(move || state.export_rest());
        view! {
            <button type="button" class="link" part="export-button" on:click=act>
                {state.messages.count("download_rest", rest)}
            </button>
        }
        .into_any()
    })
}

/// What asks whether the unconfirmed are sent again; not while it is being asked.
fn question(state: State, unconfirmed: usize, asking: RwSignal<bool>) -> AnyView {
    let ask = move || {
        soon(move || asking.set(true));
        state.focus(vec![DOUBT.to_owned()]);
    };
    view! {
        <Show when=move || !asking.get()>
            <button
                type="button"
                class="button"
                id=ASKS
                part="unconfirmed-button"
                on:click=once(ask)
            >
                {state.messages.count("ask_unconfirmed", unconfirmed)}
            </button>
        </Show>
    }
    .into_any()
}

/// "Done", and what one press can still mend, which is then what most people want.
fn endings(state: State, report: &Report) -> AnyView {
    let text = state.messages;
    let (failed, left) = (size(report.counts.failed), size(report.counts.not_sent));
    let (key, chosen): (_, Chosen) = match (failed, left) {
        (_, 0) => ("retry_failed", |status| status == Status::Failed),
        (0, _) => ("send_rest", |status| status == Status::NotSent),
        _ => ("retry_all", |status| matches!(status, Status::Failed | Status::NotSent)),
    };
    let retry = (failed + left > 0).then(|| {
        let act = once(move || drop(state.retry(chosen)));
        view! {
            <button type="button" class="button primary" part="retry-button" on:click=act>
                {text.count(key, failed + left)}
            </button>
        }
    });
    let kind = if retry.is_some() { "button" } else { "button primary" };
    let done = once(move || state.tell("done", || JsValue::UNDEFINED));
    view! {
        <button type="button" class=kind part="done-button" on:click=done>
            {text.text("done")}
        </button>
        {retry}
    }
    .into_any()
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
