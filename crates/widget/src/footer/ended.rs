//! What is said above the results: why sending stopped, or that everybody was invited.

use invite_users_core::{Outcome, Reason, Report, Status};
use leptos::prelude::*;

use crate::icons::Icon;
use crate::state::State;

/// Why sending stopped, or that everything went well.
#[component]
pub(crate) fn Ended(state: State, report: Report) -> impl IntoView {
    let text = state.messages;
    let all = report.counts.invited;
    let everybody = usize::try_from(all).is_ok_and(|all| all == report.outcomes.len());
    let stop = stop_reason(&report).map(|reason| {
        let why = [("reason", text.sentence(reason).into())].into();
        view! {
            <div class="alert" role="alert" part="stopped">
                {Icon::Wrong.view()}
                <p>{text.fill("stopped", &why)}</p>
            </div>
        }
    });
    let success = (all > 0).then(|| {
        let banner = everybody.then(|| {
            view! {
                <div class="alert" part="success" data-tone="success">
                    {Icon::Check.view()}
                    <p>{text.count("all_invited", report.outcomes.len())}</p>
                </div>
            }
        });
        view! { <slot name="success">{banner}</slot> }
    });
    view! { {stop} {success} }
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
