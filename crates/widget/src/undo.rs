//! Undo: what a person did to the list can be taken back, act by act, for as long as the list stands.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::icons::Icon;
use crate::later::soon;
use crate::person::Person;
use crate::roving::row_group;
use crate::selection::ids;
use crate::state::{FIELD, Memory, Phase, Row, State};

/// How many acts are kept.
const STEPS: usize = 20;
/// The id of the button.
const BUTTON: &str = "undo";
/// Where Ctrl+Z belongs to what is typed.
const TEXT_FIELDS: &str =
    "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=button])";

/// What can be taken back.
#[derive(Clone, Copy)]
pub(crate) struct History {
    steps: RwSignal<Vec<Step>>,
    /// Whether there was a step: from then on the button stays, so that it can keep the focus.
    begun: RwSignal<bool>,
}

/// How the list was before one act.
struct Step {
    /// The act, in words.
    what: String,
    rows: Vec<Row>,
    /// The people whom the act changed, as they were.
    people: Vec<(Row, Person)>,
    /// What clearing the list takes besides the rows.
    cleared: Option<Cleared>,
}

/// What clearing the list takes besides the rows: the text in the field, and who was invited.
struct Cleared {
    typed: String,
    memory: Memory,
}

impl History {
    /// Nothing was done yet.
    pub(crate) fn new() -> Self {
        Self { steps: RwSignal::default(), begun: RwSignal::default() }
    }

    /// Drops every step: the list is the host's or the server's now.
    pub(crate) fn forget(self) {
        self.steps.set(Vec::new());
        self.begun.set(false);
    }

    fn push(self, step: Step) {
        self.begun.set(true);
        self.steps.update(|steps| {
            if steps.len() == STEPS {
                steps.remove(0);
            }
            steps.push(step);
        });
    }

    /// The last act in words.
    fn last(self) -> Option<String> {
        self.steps.with(|steps| steps.last().map(|step| step.what.clone()))
    }
}

impl State {
    /// To be called before a person's act changes the list: `what` says the act in words, `changed`
    /// are the rows that stay and whose people it changes.
    pub(crate) fn remember(self, what: String, changed: &[Row]) {
        self.history.push(self.step(what, changed, None));
    }

    /// The same before the list is cleared, which takes more than the rows.
    pub(crate) fn remember_all(self, what: String) {
        let typed = self.typed.get_untracked();
        let cleared = Cleared { typed, memory: self.memory.with_value(Memory::clone) };
        self.history.push(self.step(what, &[], Some(cleared)));
    }

    fn step(self, what: String, changed: &[Row], cleared: Option<Cleared>) -> Step {
        let person = |row: &Row| (row.clone(), row.person.get_untracked());
        let people = changed.iter().map(person).collect();
        Step { what, rows: self.rows.get_untracked(), people, cleared }
    }

    /// Takes back the last act; gives the first row that is back in the list.
    pub(crate) fn undo(self) -> Option<Row> {
        if self.phase.get_untracked() != Phase::Editing {
            return None;
        }
        let step = self.history.steps.try_update(Vec::pop).flatten()?;
        let listed = self.rows.with_untracked(|rows| ids(rows));
        let is_back = |row: &&Row| listed.binary_search(&row.id).is_err();
        let back: Vec<Row> = step.rows.iter().filter(is_back).cloned().collect();
        for (row, before) in step.people {
            row.person.set(Person { editing: false, ..before });
        }
        self.rows.set(step.rows);
        self.read_again(&back);
        if let Some(cleared) = step.cleared {
            self.take_up(cleared);
        }
        self.check();
        self.announce(self.messages.fill("undone", &[("what", step.what.into())].into()));
        self.tell_change();
        back.into_iter().next()
    }

    /// What was typed since then stays behind what was taken.
    fn take_up(self, Cleared { typed, memory }: Cleared) {
        self.typed.update(|now| *now = typed + now);
        let next_id = self.memory.with_value(|now| now.next_id);
        self.memory.set_value(Memory { next_id, ..memory });
    }

    /// Ctrl+Z and Cmd+Z, outside of text fields.
    pub(crate) fn undo_by_key(self, event: &KeyboardEvent) {
        let pressed = (event.ctrl_key() || event.meta_key())
            && !event.shift_key()
            && !event.alt_key()
            && event.key().eq_ignore_ascii_case("z");
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_text =
            target.is_some_and(|target| target.closest(TEXT_FIELDS).is_ok_and(|it| it.is_some()));
        if !pressed || in_text || self.history.steps.with_untracked(Vec::is_empty) {
            return;
        }
        event.prevent_default();
        soon(move || match self.undo() {
            Some(row) => self.focus_in_row(row.id, vec![row_group(row.id), BUTTON.to_owned()]),
            None => self.keep_focus(vec![BUTTON.to_owned(), FIELD.to_owned()]),
        });
    }
}

/// "Undo", which says what it takes back.
#[component]
pub(crate) fn UndoButton(state: State) -> impl IntoView {
    let (text, history) = (state.messages, state.history);
    let label = move || match history.last() {
        Some(what) => text.fill("undo_what", &[("what", what.into())].into()),
        None => text.text("undo_nothing"),
    };
    view! {
        <Show when=move || history.begun.get()>
            <button
                type="button"
                id=BUTTON
                class="button plain"
                part="undo-button"
                aria-label=label
                title=label
                aria-disabled=move || history.last().is_none().then_some("true")
                on:click=move |_| soon(move || drop(state.undo()))
            >
                {Icon::Undo.view()}
                {text.text("undo")}
            </button>
        </Show>
    }
}
