//! What is said of the addresses that stand in the field before they are added.

use std::ops::Range;

use invite_users_core::Entry;
use invite_users_core::email::{EmailAddress, HintKind};
use leptos::prelude::*;

use crate::later::{after, soon};
use crate::messages::Messages;
use crate::person::Twin;
use crate::state::{FIELD, State};

/// One thing that is worth a look.
#[derive(Clone, PartialEq)]
struct Flag {
    sentence: String,
    /// The piece of the text, and what was perhaps meant instead.
    correction: Option<(String, String)>,
}

/// How long typing has to rest, in milliseconds: `ann@acme.co` is on its way to `ann@acme.com`.
const REST: i32 = 250;

/// The most text that is looked at, in bytes: more was pasted, and is looked at in the list.
const TEXT_MAX: usize = 2000;

/// How many are said at once.
const SHOWN: usize = 3;

/// The line below the field.
#[component]
pub(crate) fn Flags(state: State) -> impl IntoView {
    let rested = rested(state.typed);
    let flags = Memo::new(move |_| {
        // The list and the configuration decide, too.
        state.rows.track();
        state.revised.track();
        state.setup.track();
        rested.with(|text| flags(state, text))
    });
    let line = move || flags.get().into_iter().map(|flag| view(state, flag)).collect_view();
    view! {
        <div class="flags quiet" id="flags" part="flags" hidden=move || flags.with(Vec::is_empty)>
            {line}
        </div>
    }
}

/// The text as it was when nobody typed for a moment; at once where the field is emptied.
fn rested(typed: RwSignal<String>) -> RwSignal<String> {
    let rested = RwSignal::new(String::new());
    Effect::new(move |_| {
        let text = typed.get();
        if text.is_empty() {
            return rested.set(text);
        }
        after(REST, move || {
            if typed.try_with_untracked(|now| *now == text) == Some(true) {
                rested.try_set(text);
            }
        });
    });
    rested
}

fn flags(state: State, text: &str) -> Vec<Flag> {
    if text.len() > TEXT_MAX || !text.contains('@') {
        return Vec::new();
    }
    let entries = state.read(text).entries;
    let flags = entries.iter().flat_map(|entry| flags_of(state, text, entry));
    flags.take(SHOWN).collect()
}

fn flags_of(state: State, text: &str, entry: &Entry) -> Vec<Flag> {
    let Ok(email) = &entry.email else { return Vec::new() };
    let twin = state.twin_of(email).map(|twin| Flag {
        sentence: twin_sentence(state.messages, twin, email),
        correction: None,
    });
    let hints = email.hints().iter().filter(|hint| {
        matches!(hint.kind, HintKind::Typo { .. } | HintKind::OutsideDomains { .. })
    });
    let hints = hints.map(|hint| {
        let piece = text.get(entry.span.clone()).unwrap_or_default().to_owned();
        let correction = hint.suggestion.clone().map(|meant| (piece, meant));
        Flag { sentence: state.messages.sentence(hint), correction }
    });
    if twin.is_some() { twin.into_iter().collect() } else { hints.collect() }
}

fn twin_sentence(text: Messages, twin: Twin, email: &EmailAddress) -> String {
    let key = match twin {
        Twin::InList => "flag_duplicate",
        Twin::Invited => "flag_invited",
        Twin::Member => "flag_member",
    };
    text.fill(key, &[("email", email.as_str().into())].into())
}

fn view(state: State, flag: Flag) -> impl IntoView {
    let Flag { sentence, correction } = flag;
    let button = correction.map(|(piece, meant)| {
        let words = [("email", meant.as_str().into())].into();
        let label = state.messages.fill("use_suggestion", &words);
        let on_click = move |_| {
            let (piece, meant) = (piece.clone(), meant.clone());
            soon(move || state.replace_typed(&piece, &meant));
        };
        view! { <button type="button" class="link" on:click=on_click>{label}</button> }
    });
    view! { <p class="flag"><span>{sentence}</span>{button}</p> }
}

impl State {
    /// Puts an address in the place of a piece of what was typed, where that still stands.
    fn replace_typed(self, piece: &str, meant: &str) {
        let place = |typed: &String| typed.find(piece).map(|at| at..at + piece.len());
        if let Some(place) = self.typed.with_untracked(place) {
            self.typed.update(|typed| replace(typed, place, meant));
        }
        self.focus(vec![FIELD.to_owned()]);
    }
}

/// A name before the address stays.
fn replace(typed: &mut String, place: Range<usize>, meant: &str) {
    let piece = &typed[place.clone()];
    let is_edge = |character: char| character.is_whitespace() || matches!(character, '<' | '>');
    let at = piece.find('@').unwrap_or_default();
    let start = piece[..at].rfind(is_edge).map_or(0, |before| before + 1);
    let end = piece[at..].find(is_edge).map_or(piece.len(), |after| at + after);
    typed.replace_range(place.start + start..place.start + end, meant);
}
