//! The footer: what pressing "Invite" would do, how far it is, and what it came to.

use leptos::html::Div;
use leptos::prelude::*;

use crate::cover::measure;
use crate::state::{Phase, State};

mod doubt;
mod ended;
mod export;
mod interrupted;
mod plan_details;
mod press;
mod progress;
mod question;
mod results;
mod send;

use ended::Ended;
use interrupted::Interrupted;
use progress::Progress;
use question::Confirmation;
use results::Results;
use send::Send;

/// Success or stop, and the bar with the buttons.
#[component]
pub(crate) fn Footer(state: State) -> impl IntoView {
    let phase = state.phase;
    // Whether it was interrupted, where a delivery has ended.
    let ended = Memo::new(move |_| {
        let interrupted = state.persist.interrupted();
        (phase.get() == Phase::Done).then_some(interrupted)
    });
    let footer = NodeRef::<Div>::new();
    footer.on_load(|footer| measure(&footer));
    view! {
        <div class="footer" part="footer" node_ref=footer>
            <Show when=move || ended.get() == Some(false)>
                <Ended state />
            </Show>
            <Show when=move || phase.get() == Phase::Sending>
                <Progress state />
            </Show>
            {move || state.confirm.question().get().map(|question| {
                view! { <Confirmation state question /> }
            })}
            {move || match ended.get() {
                None => view! { <Send state /> }.into_any(),
                Some(false) => {
                    state.report.track();
                    view! { <Results state /> }.into_any()
                }
                Some(true) => view! { <Interrupted state /> }.into_any(),
            }}
            <slot name={"footer"}></slot>
        </div>
    }
}
