//! The footer: what pressing "Invite" would do, how far it is, and what it came to.

use leptos::html::Div;
use leptos::prelude::*;

use crate::cover::measure;
use crate::state::{Phase, State};

mod doubt;
mod ended;
mod export;
mod press;
mod progress;
mod results;
mod send;

use ended::Ended;
use progress::Progress;
use results::Results;
use send::Send;

/// Success or stop, and the bar with the buttons.
#[component]
pub(crate) fn Footer(state: State) -> impl IntoView {
    let phase = state.phase;
    let footer = NodeRef::<Div>::new();
    footer.on_load(|footer| measure(&footer));
    view! {
        <div class="footer" part="footer" node_ref=footer>
            <Show when=move || phase.get() == Phase::Done>
                <Ended state />
            </Show>
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
