//! The plan in full: each request as it would leave, but for the credential, which no plan holds.

use invite_users_core::json::indented;
use invite_users_core::{InviteeInput, PlannedRequest, plan};
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::state::State;

/// The id of the opened plan.
pub(crate) const PLAN: &str = "plan";
/// The most requests that are told one by one.
const REQUESTS: usize = 20;
/// The most people who are named with a request.
const PEOPLE: usize = 3;
/// The most lines of a body.
const LINES: usize = 100;

/// What would be sent; it follows the forecast.
#[component]
pub(crate) fn PlanDetails(state: State) -> impl IntoView {
    let text = state.messages;
    let requests = move || {
        state.forecast.shown.track();
        let people: Vec<_> = untrack(|| state.sendable()).into_iter().map(|it| it.1).collect();
        let requests = plan(&untrack(|| state.config()), &people, &Platform).requests;
        let more = requests.len().saturating_sub(REQUESTS);
        let more =
            (more > 0).then(|| view! { <li class="quiet">{text.count("plan_more", more)}</li> });
        let shown = requests.into_iter().take(REQUESTS);
        let shown = shown.map(|it| request(state, &it, &people)).collect_view();
        view! { {shown} {more} }
    };
    view! {
        <ol
            class="plan"
            id=PLAN
            part="plan"
            role="list"
            tabindex="0"
            aria-label=text.text("plan")
        >
            {requests}
        </ol>
    }
}

fn request(
    state: State,
    request: &PlannedRequest,
    people: &[InviteeInput],
) -> impl IntoView + use<> {
    let text = state.messages;
    let target = [&*request.method, " ", &*request.url].concat();
    let (body, cut) = indented(&request.body, LINES);
    let cut = (cut > 0).then(|| view! { <p class="quiet">{text.count("plan_lines", cut)}</p> });
    let named = request.invitees.iter().take(PEOPLE);
    let named = named.filter_map(|&index| people.get(index)).map(|person| {
        view! { <bdi class="whom">{person.email.clone()}</bdi> {" "} }
    });
    let named = named.collect_view();
    let others = request.invitees.len().saturating_sub(PEOPLE);
    let others = (others > 0).then(|| text.count("plan_others", others));
    view! {
        <li class="request">
            <p class="target"><code dir="ltr">{target}</code></p>
            <p class="quiet">{named} {others}</p>
            <pre class="body" dir="ltr"><code>{body}</code></pre>
            {cut}
        </li>
    }
}
