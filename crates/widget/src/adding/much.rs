//! Adding much: a long text is read part by part, so that the page can be used meanwhile, and is in
//! the list as a whole when all of it is read.

use invite_users_core::list::ListReader;
use invite_users_core::table::is_table;
use invite_users_core::{Entry, parse_table};
use invite_users_wasm::Platform;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use crate::later::{Pace, breath, now};
use crate::person::Person;
use crate::state::{Row, State};

/// From how many bytes on a text is read part by part: some hundred people.
const MUCH: usize = 20_000;

/// How many entries are read before the clock is looked at.
const PART: usize = 200;

/// After how long it is said how far the reading is, in milliseconds.
const PATIENCE: u64 = 1000;

/// What is about to be added.
#[derive(Clone, Copy)]
pub(crate) struct Adding {
    /// The last text that was begun; it waits for those before it.
    last: StoredValue<Option<Promise>, LocalStorage>,
    /// How many are not through.
    open: RwSignal<usize>,
    /// Counts how often the list was given up, which gives up what is about to be added to it.
    round: StoredValue<u32>,
    /// How much of the text is read, in percent, where that takes long.
    progress: RwSignal<Option<u32>>,
}

/// One text that is being added.
struct Work {
    state: State,
    round: u32,
    begun: u64,
    pace: Pace,
}

impl Adding {
    /// Nothing.
    pub(crate) fn new() -> Self {
        Self {
            last: StoredValue::new_local(None),
            open: RwSignal::default(),
            round: StoredValue::default(),
            progress: RwSignal::new(None),
        }
    }

    /// Whether people are told that something is being added.
    pub(crate) fn is_told(self) -> bool {
        self.progress.with(Option::is_some)
    }

    /// Whether something is about to be added.
    pub(crate) fn is_open(self) -> bool {
        self.open.get() > 0
    }

    /// Gives up what is about to be added.
    pub(crate) fn stop(self) {
        self.round.update_value(|round| *round += 1);
        self.progress.set(None);
    }
}

/// Whether a text is too long to be read in one go.
pub(crate) fn is_much(text: &str) -> bool {
    text.len() > MUCH
}

impl State {
    /// Adds what a text holds for the host: a promise of how many entries that is.
    pub(crate) fn add_for_host(self, text: &str) -> Promise {
        if is_much(text) {
            self.add_much(text.to_owned(), false)
        } else {
            Promise::resolve(&counted(self.add(text)))
        }
    }

    /// Adds what was pasted, or refuses it as a whole.
    pub(crate) fn take_much(self, text: String) {
        let added = self.add_much(text, true);
        spawn_local(async move {
            let added = JsFuture::from(added).await;
            breath().await;
            if !self.is_gone() && added.is_ok_and(|added| added.as_f64() > Some(0.0)) {
                self.tell_change();
            }
        });
    }

    /// Returns when everything that was begun is in the list.
    pub(crate) async fn added(self) {
        while !self.is_gone() && self.adding.open.get_untracked() > 0 {
            let Some(last) = self.adding.last.get_value() else { return };
            let _ = JsFuture::from(last).await;
        }
    }

    fn add_much(self, text: String, whole: bool) -> Promise {
        let before = self.adding.last.get_value();
        let round = self.adding.round.get_value();
        self.adding.open.update(|open| *open += 1);
        let promise = future_to_promise(async move {
            if let Some(before) = before {
                let _ = JsFuture::from(before).await;
            }
            let added = Work::new(self, round).add(&text, whole).await;
            if !self.is_gone() {
                self.adding.open.update(|open| *open -= 1);
                self.adding.progress.set(None);
            }
            Ok(counted(added.unwrap_or_default()))
        });
        self.adding.last.set_value(Some(promise.clone()));
        promise
    }
}

impl Work {
    fn new(state: State, round: u32) -> Self {
        Self { state, round, begun: now(), pace: Pace::start() }
    }

    /// How many entries were added; none where that was given up, or refused as a whole.
    async fn add(mut self, text: &str, whole: bool) -> Option<usize> {
        let state = self.state;
        self.breathe(0).await?;
        let tables = state.table_options();
        if is_table(text, &tables, &Platform) {
            let table = parse_table(text.as_bytes(), &tables, &Platform);
            self.breathe(50).await?;
            return Some(state.take_table(state.messages.text("pasted_table"), table));
        }
        let options = state.list_options();
        let mut reader = ListReader::new(text, &options, &Platform);
        while reader.read(PART) {
            self.breathe(percent(reader.position(), text.len())).await?;
        }
        let list = reader.finish();
        if whole && !list.problems.is_empty() {
            state.refuse_paste();
            return None;
        }
        let rows = self.rows(list.entries).await?;
        Some(state.add_rows(&rows, &list.problems))
    }

    async fn rows(&mut self, entries: Vec<Entry<'_>>) -> Option<Vec<Row>> {
        let roles = self.state.new_roles.get_untracked();
        let mut rows = Vec::with_capacity(entries.len());
        for entry in entries {
            if rows.len() % PART == 0 {
                self.breathe(100).await?;
            }
            rows.push(self.state.new_row(Person::from_entry(entry, &roles)));
        }
        self.breathe(100).await?;
        Some(rows)
    }

    /// Lets the browser do what it has to do, where it has waited for long enough; none where there
    /// is no list to add to any more.
    async fn breathe(&mut self, percent: u32) -> Option<()> {
        if self.pace.is_over() {
            self.tell(percent);
        }
        self.pace.breathe().await;
        let state = self.state;
        (!state.is_gone() && state.adding.round.get_value() == self.round).then_some(())
    }

    fn tell(&self, percent: u32) {
        let Adding { progress, .. } = self.state.adding;
        if now() < self.begun + PATIENCE || progress.get_untracked() == Some(percent) {
            return;
        }
        if progress.get_untracked().is_none() {
            self.state.announce(self.state.messages.text("adding"));
        }
        progress.set(Some(percent));
    }
}

/// How far the reading is, where it takes long.
#[component]
pub(crate) fn AddingProgress(state: State) -> impl IntoView {
    let Adding { progress, .. } = state.adding;
    view! {
        <Show when=move || state.adding.is_told()>
            <div class="adding quiet" part="adding">
                <span id="adding">{state.messages.text("adding")}</span>
                <progress
                    class="bar"
                    aria-labelledby="adding"
                    max="100"
                    prop:value=move || f64::from(progress.get().unwrap_or_default())
                ></progress>
            </div>
        </Show>
    }
}

fn percent(part: usize, whole: usize) -> u32 {
    u32::try_from(part.saturating_mul(100) / whole.max(1)).unwrap_or(100)
}

fn counted(count: usize) -> JsValue {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}
