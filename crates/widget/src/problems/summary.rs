//! The summary of what keeps the people from being invited.

use leptos::prelude::*;

use super::{Obstacle, Place, SHOWN, SUMMARY};
use crate::icons::Icon;
use crate::state::State;

/// "3 things to fix before everyone can be invited", each with a way there; not in the footer, which stays
/// in sight and would cover the rows that are to be fixed.
#[component]
pub(crate) fn ErrorSummary(state: State) -> impl IntoView {
    let text = state.messages;
    let total = Memo::new(move |_| state.obstacles.with(|obstacles| obstacles.total));
    let items = move || {
        let obstacles = state.obstacles.get().shown.into_iter();
        obstacles.map(|obstacle| item(state, obstacle)).collect_view()
    };
    let more = move || {
        let more = total.get().saturating_sub(SHOWN);
        (more > 0).then(|| view! { <p class="quiet">{text.count("problems_more", more)}</p> })
    };
    view! {
        <Show when=move || { total.get() > 0 }>
            <div
                class="alert"
                id=SUMMARY
                part="problems"
                role="group"
                tabindex="-1"
                aria-labelledby="problems-heading"
            >
                {Icon::Wrong.view()}
                <div class="problems">
                    <p class="problems-heading" id="problems-heading">
                        {move || text.count("problems_count", total.get())}
                    </p>
                    <ul role="list" aria-label=text.text("problems")>{items}</ul>
                    {more}
                </div>
            </div>
        </Show>
    }
}

/// A button, not a link: it moves the focus and leads to no other address.
fn item(state: State, obstacle: Obstacle) -> impl IntoView {
    let sentence = state.told(&obstacle);
    let name = match &obstacle.place {
        Place::Host => None,
        Place::Setting(_, name) | Place::Row(_, name) => Some(name.clone()),
    };
    let place = obstacle.place;
    let Some(name) = name else {
        return view! { <li><span dir="auto">{sentence}</span></li> }.into_any();
    };
    view! {
        <li>
            <button type="button" class="link" on:click=move |_| state.lead_to(&place)>
                <bdi>{name}</bdi>
                {" "}
                <span>{sentence}</span>
            </button>
        </li>
    }
    .into_any()
}
