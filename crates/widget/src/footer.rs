//! The footer: what pressing "Invite" would do, how far it is, and what it came to.

use invite_users_core::{Coded, Outcome, Reason, Report, Status, plan};
use invite_users_wasm::Platform;
use leptos::html::Div;
use leptos::prelude::*;

use crate::cover::measure;
use crate::events::{count_key, counted};
use crate::icons::Icon;
use crate::later::soon;
use crate::notes::result;
use crate::person::Person;
use crate::state::{FIELD, Phase, State};
use crate::undo::UndoButton;

/// Success or stop, and the bar with the buttons.
#[component]
pub(crate) fn Footer(state: State) -> impl IntoView {
    let phase = state.phase;
    let footer = NodeRef::<Div>::new();
    footer.on_load(|footer| measure(&footer));
    view! {
        <div class="footer" part="footer" node_ref=footer>
            {move || state.report.get().filter(|_| phase.get() == Phase::Done).map(|report| {
                view! { <Ended state report /> }
            })}
            <Show when=move || phase.get() == Phase::Sending>
                <Progress state />
            </Show>
            <Show when=move || phase.get() == Phase::Done fallback=move || view! { <Send state /> }>
                <Results state />
            </Show>
            <slot name={"footer"}></slot>
        </div>
    }
}

/// Why sending stopped, or that everything went well.
#[component]
fn Ended(state: State, report: Report) -> impl IntoView {
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

/// How far the sending is, and the way to stop it.
#[component]
fn Progress(state: State) -> impl IntoView {
    let text = state.messages;
    let progress = move || state.sending.course().progress.get();
    let total = move || progress().map_or(1, |progress| progress.total.max(1));
    let done = move || progress().map_or(0, |progress| progress.done);
    let words = move || {
        let numbers = [("done", done().into()), ("total", total().into())].into();
        match state.sending.course().countdown.get() {
            Some(seconds) => text.fill("waiting", &[("count", seconds.into())].into()),
            None => text.fill("sending", &numbers),
        }
    };
    view! {
        <div class="progress" part="progress" id="progress" tabindex="-1">
            <span id="progress-text">{words}</span>
            <progress
                class="bar"
                aria-labelledby="progress-text"
                max=move || total().to_string()
                prop:value=move || f64::from(done())
            ></progress>
            <button
                type="button"
                class="button"
                part="cancel-button"
                on:click=move |_| state.cancel()
            >
                {text.text("cancel")}
            </button>
        </div>
    }
}

/// The plan in a sentence, "Clear" and "Invite".
#[component]
fn Send(state: State) -> impl IntoView {
    let text = state.messages;
    let people = Memo::new(move |_| state.tally.get().sendable);
    let sending = move || state.phase.get() == Phase::Sending;
    let idle =
        Memo::new(move |_| people.get() == 0 && state.typed.with(|typed| typed.trim().is_empty()));
    let label = move || match (sending(), people.get()) {
        (true, _) => text.text("inviting"),
        (false, 0) => text.text("invite"),
        (false, count) => text.count("invite_people", count),
    };
    let collects = Memo::new(move |_| state.collects());
    let press = move |_| {
        if idle.get_untracked() {
            state.announce(summary(state, 0));
            state.focus(vec![FIELD.to_owned()]);
        } else {
            soon(move || drop(state.send()));
        }
    };
    let clear = move |_| {
        soon(move || state.clear_by_person());
        state.focus(vec![FIELD.to_owned()]);
    };
    view! {
        <div class="send">
            <p class="summary quiet" id="summary" part="summary">
                {move || {
                    let quiet = sending() || collects.get();
                    if quiet { String::new() } else { summary(state, people.get()) }
                }}
            </p>
            <div class="buttons">
                <Show when=move || !sending()>
                    <UndoButton state />
                </Show>
                <Show when=move || !sending() && state.rows.with(|rows| !rows.is_empty())>
                    <button type="button" class="button plain" part="clear-button" on:click=clear>
                        {text.text("clear")}
                    </button>
                </Show>
                <Show when=move || !collects.get()>
                    <button
                        type="button"
                        class="button primary"
                        part="invite-button"
                        aria-disabled=move || (idle.get() || sending()).then_some("true")
                        aria-describedby="summary"
                        on:click=press
                    >
                        {label}
                    </button>
                </Show>
            </div>
        </div>
    }
}

/// What pressing "Invite" would do, or why it would do nothing.
fn summary(state: State, people: usize) -> String {
    let text = state.messages;
    let tally = state.tally.get();
    if people == 0 {
        return text.text(if tally.to_fix > 0 { "summary_to_fix" } else { "summary_nobody" });
    }
    let invitees: Vec<_> = state.sendable().into_iter().map(|(_, invitee)| invitee).collect();
    let plan = plan(&state.config(), &invitees, &Platform);
    if let Some(problem) = plan.problems.iter().find(|it| it.code() == "too_many_invitees") {
        let told = state.obstacles.with(|obstacles| !obstacles.is_empty());
        return if told { String::new() } else { text.sentence(problem) };
    }
    if !plan.problems.is_empty() {
        return text.text("summary_incomplete");
    }
    let counts = [
        ("summary_left_out", tally.rows - tally.sendable),
        ("summary_hidden", hidden(state, tally.sendable)),
    ];
    let mut words = text.count("summary_requests", plan.requests.len());
    for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        words.push(' ');
        words.push_str(&text.count(key, count));
    }
    words
}

/// How many are sent that search and filter hide.
fn hidden(state: State, sendable: usize) -> usize {
    let shown = state
        .filter
        .shown
        .with(|rows| rows.iter().filter(|row| row.person.with_untracked(Person::sendable)).count());
    sendable.saturating_sub(shown)
}

/// How many ended in which way, and what can be done next.
#[component]
fn Results(state: State) -> impl IntoView {
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
