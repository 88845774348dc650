//! Before a delivery: the plan in a sentence, and the button that sends.

use invite_users_core::Coded;
use leptos::prelude::*;

use super::plan_details::{PLAN, PlanDetails};
use crate::confirm::INVITE;
use crate::forecast::Outlook;
use crate::icons::Icon;
use crate::later::soon;
use crate::person::Person;
use crate::state::{FIELD, Phase, State};
use crate::undo::UndoButton;

/// The plan in a sentence that opens it, "Clear" and "Invite".
#[component]
pub(crate) fn Send(state: State) -> impl IntoView {
    let text = state.messages;
    let people = Memo::new(move |_| state.tally.get().sendable);
    let sending = move || state.phase.get() == Phase::Sending;
    let nothing_typed = move || state.typed.with(|typed| typed.trim().is_empty());
    let idle = Memo::new(move |_| people.get() == 0 && nothing_typed() && !state.adding.is_open());
    let asks = Memo::new(move |_| state.confirm.question().with(Option::is_some));
    let blocked = Memo::new(move |_| state.forecast.shown.with(Outlook::is_blocked));
    let label = move || match (sending(), people.get()) {
        (true, _) => text.text("inviting"),
        (false, 0) => text.text("invite"),
        (false, count) => text.count("invite_people", count),
    };
    let collects = Memo::new(move |_| state.collects());
    let planned = Memo::new(move |_| {
        let requests = state.forecast.shown.with(|outlook| outlook.requests);
        people.get() > 0 && requests > 0 && !sending() && !collects.get()
    });
    let open = RwSignal::new(false);
    let press = move |_| {
        if idle.get_untracked() {
            state.announce(obstacle(state, 0));
            state.focus(vec![FIELD.to_owned()]);
        } else {
            soon(move || drop(state.send(false)));
        }
    };
    let clear = move |_| {
        soon(move || state.clear_by_person());
        state.focus(vec![FIELD.to_owned()]);
    };
    view! {
        <Show when=move || planned.get() && open.get() && !asks.get()>
            <PlanDetails state />
        </Show>
        <div class="send" hidden=move || asks.get()>
            <div class="summary quiet" id="summary" part="summary">
                <Show when=move || planned.get()>
                    <button
                        type="button"
                        class="link disclosure"
                        part="plan-button"
                        aria-expanded=move || open.get().to_string()
                        aria-controls=move || open.get().then_some(PLAN)
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {move || extent(state)}
                        {Icon::Chevron.view()}
                    </button>
                    {" "}
                </Show>
                <span>
                    {move || match (sending() || collects.get(), planned.get()) {
                        (true, _) => String::new(),
                        (false, true) => remainder(state),
                        (false, false) => obstacle(state, people.get()),
                    }}
                </span>
            </div>
            <div class="buttons">
                <Show when=move || !sending()>
                    <UndoButton state />
                </Show>
                <Show when=move || !sending() && (state.adding.is_told() || state.rows.with(|rows| !rows.is_empty()))>
                    <button type="button" class="button plain" part="clear-button" on:click=clear>
                        {text.text("clear")}
                    </button>
                </Show>
                <Show when=move || !collects.get()>
                    <button
                        type="button"
                        class="button primary"
                        id=INVITE
                        part="invite-button"
                        aria-disabled=move || {
                            (idle.get() || blocked.get() || sending()).then_some("true")
                        }
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

/// "14 people, 3 requests".
fn extent(state: State) -> String {
    let text = state.messages;
    let (people, requests) =
        state.forecast.shown.with(|outlook| (outlook.rows.len(), outlook.requests));
    let (people, requests) =
        (text.count("count_people", people), text.count("summary_requests", requests));
    text.fill("summary_plan", &[("people", people.into()), ("requests", requests.into())].into())
}

/// Who is not sent, and who is sent without being seen.
fn remainder(state: State) -> String {
    let tally = state.tally.get();
    let counts = [
        ("summary_left_out", tally.rows - tally.sendable),
        ("summary_hidden", hidden(state, tally.sendable)),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    state.messages.sentences(counts.map(|(key, count)| state.messages.count(key, count)))
}

/// Why "Invite" would do nothing.
fn obstacle(state: State, people: usize) -> String {
    let text = state.messages;
    if people == 0 {
        let to_fix = state.tally.get().to_fix > 0;
        return text.text(if to_fix { "summary_to_fix" } else { "summary_nobody" });
    }
    let outlook = state.forecast.shown.get();
    if let Some(problem) = outlook.problems.iter().find(|it| it.code() == "too_many_invitees") {
        let told = state.obstacles.with(|obstacles| !obstacles.is_empty());
        return if told { String::new() } else { text.sentence(problem) };
    }
    if outlook.is_blocked() { text.text("summary_incomplete") } else { String::new() }
}

/// How many are sent that search and filter hide.
fn hidden(state: State, sendable: usize) -> usize {
    let shown = state
        .filter
        .shown
        .with(|rows| rows.iter().filter(|row| row.person.with_untracked(Person::sendable)).count());
    sendable.saturating_sub(shown)
}
