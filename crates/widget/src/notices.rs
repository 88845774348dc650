//! Notices: what went wrong for the whole widget, each in a sentence.
//!
//! The host's mistakes stay until the host mends them; what was refused to a person can be put away.

use leptos::prelude::*;

use crate::icons::Icon;
use crate::state::State;

/// Everything that is said now.
#[derive(Clone, Copy)]
pub(crate) struct Notices {
    mistakes: RwSignal<Vec<String>>,
    refusal: RwSignal<Option<String>>,
}

impl Notices {
    /// Nothing to say.
    pub(crate) fn new() -> Self {
        Self { mistakes: RwSignal::default(), refusal: RwSignal::default() }
    }

    /// The host did something that can't be used.
    pub(crate) fn blame_host(self, mistake: String) {
        self.mistakes.update(|mistakes| {
            if !mistakes.contains(&mistake) {
                mistakes.push(mistake);
            }
        });
    }

    /// The host begins anew.
    pub(crate) fn forgive_host(self) {
        if self.mistakes.with_untracked(|mistakes| !mistakes.is_empty()) {
            self.mistakes.set(Vec::new());
        }
    }

    /// What a person did can't be taken, as the sentence says.
    pub(crate) fn refuse(self, sentence: String) {
        self.refusal.set(Some(sentence));
    }

    /// The last refusal has been read, or is out of date.
    pub(crate) fn put_away(self) {
        if self.refusal.with_untracked(Option::is_some) {
            self.refusal.set(None);
        }
    }
}

/// The notices, one below the other.
#[component]
pub(crate) fn NoticeList(state: State) -> impl IntoView {
    let Notices { mistakes, refusal } = state.notices;
    let blamed = move || {
        let mistakes = mistakes.get().into_iter();
        mistakes.map(|reason| mistake(state, reason)).collect_view()
    };
    let refused = move || refusal.get().map(|sentence| refused(state, sentence));
    view! {
        {blamed}
        {refused}
    }
}

fn mistake(state: State, reason: String) -> impl IntoView {
    let words = [("reason", reason.into())].into();
    view! {
        <div class="alert" role="alert" part="notice">
            {Icon::Wrong.view()}
            <p><span dir="auto">{state.messages.fill("wrong_setup", &words)}</span></p>
        </div>
    }
}

fn refused(state: State, sentence: String) -> impl IntoView {
    view! {
        <div class="alert" role="alert" part="notice">
            {Icon::Wrong.view()}
            <p>{sentence}</p>
            <button
                type="button"
                class="icon-button"
                aria-label=state.messages.text("put_away")
                on:click=move |_| state.notices.put_away()
            >
                {Icon::Cross.view()}
            </button>
        </div>
    }
}
