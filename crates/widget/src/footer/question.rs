//! The step before people get power: who they are, and a yes or a no.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent};

use crate::confirm::{QUESTION, Question};
use crate::icons::Icon;
use crate::later::soon;
use crate::state::State;

/// From how many people on their list may have to be scrolled, so that it takes the focus.
const LONG: usize = 4;

/// Who would be able to manage others, with "Invite" and "Go back".
///
/// The second half of a double click on "Invite" answers nothing.
#[component]
pub(crate) fn Confirmation(state: State, question: Question) -> impl IntoView {
    let text = state.messages;
    let more = question.total - question.named.len();
    let more =
        (more > 0).then(|| view! { <li class="quiet">{text.count("confirm_more", more)}</li> });
    let scrolls = (question.total >= LONG).then_some("0");
    let invited = question.invited();
    let on_keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            soon(move || state.say_no());
        }
    };
    let yes = move |event: MouseEvent| {
        if event.detail() < 2 {
            soon(move || state.say_yes());
        }
    };
    let no = move |event: MouseEvent| {
        if event.detail() < 2 {
            soon(move || state.say_no());
        }
    };
    view! {
        <div
            class="question"
            id=QUESTION
            part="confirm"
            role="group"
            tabindex="-1"
            aria-labelledby="question-heading"
            aria-describedby="question-people"
            on:keydown=on_keydown
        >
            <p class="question-heading" id="question-heading">
                {Icon::Warning.view()}
                {text.count("confirm_people", question.total)}
            </p>
            <ul
                class="powers"
                id="question-people"
                role="list"
                tabindex=scrolls
                aria-label=text.text("confirm_list")
            >
                {question.named.into_iter().map(named).collect_view()}
                {more}
            </ul>
            <div class="answers">
                <button type="button" class="button primary" part="confirm-button" on:click=yes>
                    {text.count("invite_people", invited)}
                </button>
                <button type="button" class="button" part="back-button" on:click=no>
                    {text.text("go_back")}
                </button>
            </div>
        </div>
    }
}

fn named((address, powers): (String, String)) -> impl IntoView {
    view! {
        <li>
            <bdi>{address}</bdi>
            {" "}
            <span class="power" dir="auto">{powers}</span>
        </li>
    }
}
