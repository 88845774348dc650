//! What one widget knows, and what of it all its parts share.

use std::collections::HashSet;

use invite_users_core::Report;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

use crate::adding::much::Adding;
use crate::ask::Ask;
use crate::confirm::Confirm;
use crate::delivery::Sending;
use crate::extras::Extra;
use crate::filter::Filter;
use crate::forecast::Forecast;
use crate::hooks::Hooks;
use crate::later::after;
use crate::messages::Messages;
use crate::notices::Notices;
use crate::persist::Persist;
use crate::person::Person;
use crate::problems::Obstacles;
use crate::review::Reviews;
use crate::roving::Roving;
use crate::selection::Selection;
use crate::setup::Setup;
use crate::suggest::Suggesting;
use crate::tally::Tally;
use crate::twins::Known;
use crate::undo::History;
use crate::window::Window;

/// The id of the field, where the focus goes when nothing else is left.
pub(crate) const FIELD: &str = "field";

/// One row of the list; its id stays the same whatever becomes of the person.
#[derive(Clone)]
pub(crate) struct Row {
    /// Unique within one widget.
    pub(crate) id: u32,
    /// Who.
    pub(crate) person: ArcRwSignal<Person>,
    /// Whether an act for many is for this row, too.
    pub(crate) selected: ArcRwSignal<bool>,
}

impl Row {
    /// A row that is not selected.
    pub(crate) fn new(id: u32, person: Person) -> Self {
        Self { id, person: ArcRwSignal::new(person), selected: ArcRwSignal::new(false) }
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// What can be done now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The list can be changed.
    #[default]
    Editing,
    /// A delivery runs.
    Sending,
    /// A delivery has ended and its outcomes are shown.
    Done,
}

/// Everything that one widget knows.
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub(crate) messages: Messages,
    pub(crate) hooks: StoredValue<Hooks>,
    pub(crate) root: StoredValue<ShadowRoot>,
    pub(crate) setup: RwSignal<Setup>,
    pub(crate) rows: RwSignal<Vec<Row>>,
    pub(crate) roving: Roving,
    /// What of a long list is in the page.
    pub(crate) window: Window,
    /// What the API takes for a person beside address and roles.
    pub(crate) extras: Memo<Vec<Extra>>,
    /// Tells that somebody in the list has changed, for those who look at all of them: to listen to
    /// ten thousand people one by one would take longer than to look again.
    pub(crate) revised: RwSignal<()>,
    pub(crate) tally: Memo<Tally>,
    pub(crate) filter: Filter,
    pub(crate) selection: Selection,
    pub(crate) history: History,
    /// What stands in the field.
    pub(crate) typed: RwSignal<String>,
    /// The roles of the people who are added next.
    pub(crate) new_roles: RwSignal<Vec<String>>,
    pub(crate) phase: RwSignal<Phase>,
    /// What keeps the people from being invited, since "Invite" was refused.
    pub(crate) obstacles: RwSignal<Obstacles>,
    /// What the person fills in beside the people.
    pub(crate) ask: Ask,
    pub(crate) adding: Adding,
    pub(crate) notices: Notices,
    pub(crate) suggesting: Suggesting,
    pub(crate) reviews: Reviews,
    /// What "Invite" would do.
    pub(crate) forecast: Forecast,
    /// What is asked before people get power.
    pub(crate) confirm: Confirm,
    pub(crate) sending: Sending,
    /// What survives a reload.
    pub(crate) persist: Persist,
    pub(crate) report: RwSignal<Option<Report>>,
    /// What assistive technology is told.
    pub(crate) announced: RwSignal<String>,
    pub(crate) memory: StoredValue<Memory>,
    /// Who is there already.
    pub(crate) known: StoredValue<Known>,
}

/// Where the last pointer went down: a row that appears under it now would take the press.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Press {
    /// It is up again, or a key was pressed since.
    #[default]
    None,
    /// On something of this widget.
    Inside,
    /// Elsewhere on the page, where it still is.
    Outside,
    /// The same, and the field was left by it.
    Leaving,
}

/// What no view shows.
#[derive(Clone, Default)]
pub(crate) struct Memory {
    pub(crate) next_id: u32,
    /// The keys of people who were invited and are no longer listed.
    pub(crate) invited: HashSet<String>,
    /// Whether "Invite" was pressed and the plan refused; from then on problems are shown.
    pub(crate) refused: bool,
    pub(crate) press: Press,
    /// Whether the element leaves its place or its language: nobody has left the field then.
    pub(crate) moving: bool,
}

impl State {
    /// An empty list; to be called where a reactive owner lives as long as the widget.
    pub(crate) fn new(root: ShadowRoot, hooks: Hooks, messages: Messages) -> Self {
        let (setup, rows, revised) =
            (RwSignal::<Setup>::default(), RwSignal::default(), RwSignal::new(()));
        let filter = Filter::new(rows, revised, setup, messages);
        let roving = Roving::new(filter.shown.into());
        let kept = Signal::derive(move || [roving.stop.get(), filter.held.get()]);
        let extras = Memo::new(move |_| setup.with(|setup| Extra::all(setup, messages)));
        Self {
            messages,
            hooks: StoredValue::new(hooks),
            root: StoredValue::new(root),
            setup,
            rows,
            roving,
            window: Window::new(filter.shown, kept),
            extras,
            revised,
            tally: Tally::of(rows, revised),
            filter,
            selection: Selection::new(),
            history: History::new(),
            typed: RwSignal::default(),
            new_roles: RwSignal::default(),
            phase: RwSignal::default(),
            obstacles: RwSignal::default(),
            ask: Ask::new(),
            adding: Adding::new(),
            notices: Notices::new(),
            suggesting: Suggesting::new(),
            reviews: Reviews::new(),
            forecast: Forecast::new(),
            confirm: Confirm::new(),
            sending: Sending::new(),
            persist: Persist::new(),
            report: RwSignal::new(None),
            announced: RwSignal::default(),
            memory: StoredValue::default(),
            known: StoredValue::default(),
        }
    }

    /// Whether the widget has left the page, so that late events must find nothing to do.
    pub(crate) fn is_gone(self) -> bool {
        self.rows.is_disposed()
    }

    /// Whether the list can be changed now.
    pub(crate) fn is_editing(self) -> bool {
        self.phase.get() == Phase::Editing
    }

    /// Tells assistive technology, politely; the same words twice are told twice.
    pub(crate) fn announce(self, words: String) {
        let again = self.announced.with_untracked(|last| *last == words);
        self.announced.set(if again { words + "\u{a0}" } else { words });
    }

    /// Moves the focus to the first of these elements that there is, once the view is up to date.
    pub(crate) fn focus(self, ids: Vec<String>) {
        after(0, move || {
            if self.is_gone() {
                return;
            }
            let root = self.root.get_value();
            let found = ids.iter().find_map(|id| root.get_element_by_id(id));
            if let Some(element) = found {
                let _ = element.unchecked_into::<HtmlElement>().focus();
            }
        });
    }

    /// Does the same where what has the focus now is about to leave the page.
    pub(crate) fn keep_focus(self, ids: Vec<String>) {
        if !self.has_focus() {
            return;
        }
        after(0, move || {
            if !self.is_gone() && !self.has_focus() {
                self.focus(ids);
            }
        });
    }

    /// Says that the focus goes only because the page is rebuilt around it, so that nothing typed is
    /// taken for finished; answers what has the focus.
    pub(crate) fn leave_place(self) -> Option<String> {
        self.memory.update_value(|memory| memory.moving = true);
        after(0, move || {
            if !self.is_gone() {
                self.memory.update_value(|memory| memory.moving = false);
            }
        });
        self.root.with_value(ShadowRoot::active_element).map(|element| element.id())
    }

    /// Takes the focus from whatever has it.
    pub(crate) fn blur(self) {
        let focused = self.root.with_value(ShadowRoot::active_element);
        if let Some(element) = focused {
            let _ = element.unchecked_into::<HtmlElement>().blur();
        }
    }

    /// Whether the focus is on the field.
    pub(crate) fn field_has_focus(self) -> bool {
        let focused = self.root.with_value(ShadowRoot::active_element);
        focused.is_some_and(|element| element.id() == FIELD)
    }

    /// Whether the focus is on something of this widget.
    pub(crate) fn has_focus(self) -> bool {
        self.root.with_value(|root| root.active_element().is_some())
    }
}
