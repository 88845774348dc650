//! Before a delivery: the plan in a sentence, and the button that sends.

use invite_users_core::{Coded, plan};
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::later::soon;
use crate::person::Person;
use crate::state::{FIELD, Phase, State};
use crate::undo::UndoButton;

/// The plan in a sentence, "Clear" and "Invite".
#[component]
pub(crate) fn Send(state: State) -> impl IntoView {
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
