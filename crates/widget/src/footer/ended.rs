//! What is said above the results: why sending stopped, which settings the server refused, or that
//! everybody was invited.

use invite_users_core::{Outcome, Reason, Report, Status};
use leptos::prelude::*;

use crate::icons::Icon;
use crate::state::State;

/// Why sending stopped, what to mend, or that everything went well.
#[component]
pub(crate) fn Ended(state: State) -> impl IntoView {
    move || {
        let report = state.report.get()?;
        let stop = stop_reason(&report).map(|reason| stopped(state, reason));
        Some(view! { {stop} {settings(state)} {success(state, &report)} })
    }
}

fn stopped(state: State, reason: &Reason) -> AnyView {
    let text = state.messages;
    let why = [("reason", text.sentence(reason).into())].into();
    view! {
        <div class="alert" role="alert" part="stopped">
            {Icon::Wrong.view()}
            <p>{text.fill("stopped", &why)}</p>
        </div>
    }
    .into_any()
}

/// The settings that the server complained of, each with a way to it.
fn settings(state: State) -> Option<AnyView> {
    let said = state.said_of_settings();
    let one = |(id, label, words): (String, String, String)| {
        let lead = move |_| state.focus(vec![id.clone()]);
        view! {
            <li>
                <button type="button" class="link" on:click=lead>
                    <bdi>{label}</bdi>
                    {": "}
                    <span dir="auto">{words}</span>
                </button>
            </li>
        }
    };
    (!said.is_empty()).then(|| {
        view! {
            <div class="alert" part="refused-settings">
                {Icon::Wrong.view()}
                <div class="problems">
                    <p class="problems-heading">{state.messages.text("setting_refused")}</p>
                    <ul role="list">{said.into_iter().map(one).collect_view()}</ul>
                </div>
            </div>
        }
        .into_any()
    })
}

fn success(state: State, report: &Report) -> Option<AnyView> {
    let all = report.counts.invited;
    let everybody = usize::try_from(all).is_ok_and(|all| all == report.outcomes.len());
    (all > 0).then(|| {
        let banner = everybody.then(|| {
            view! {
                <div class="alert" part="success" data-tone="success">
                    {Icon::Check.view()}
                    <p>{state.messages.count("all_invited", report.outcomes.len())}</p>
                </div>
            }
        });
        view! { <slot name="success">{banner}</slot> }.into_any()
    })
}

/// What ended the sending before its time: a reason of those who were refused, or the stop's own.
fn stop_reason(report: &Report) -> Option<&Reason> {
    let of = |outcome: &Outcome| outcome.status == Status::NotSent;
    let stopped = report.outcomes.iter().filter(|it| of(it)).find_map(|it| it.reason.as_ref());
    let stopped = stopped.filter(|it| !matches!(it, Reason::Cancelled | Reason::BatchRejected))?;
    let mut cause = report.outcomes.iter().filter(|outcome| !of(outcome)).rev();
    let cause = cause.find_map(|outcome| outcome.reason.as_ref());
    if matches!(stopped, Reason::Stopped) { cause.or(Some(stopped)) } else { Some(stopped) }
}
