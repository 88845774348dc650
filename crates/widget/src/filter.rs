//! Search and filter: which rows of a long list are shown.

use invite_users_core::Status;
use leptos::prelude::*;

use crate::later::after;
use crate::messages::Messages;
use crate::person::Person;
use crate::setup::Setup;
use crate::state::{Row, State};

/// From how many rows on there is something to search.
const MANY: usize = 20;
/// How long nothing is typed before the number of matches is told, in milliseconds.
const PAUSE: i32 = 500;

/// Whom to show.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Everybody.
    #[default]
    All,
    /// Who needs an answer.
    ToFix,
    /// Whom the last delivery did not invite.
    Failed,
    /// Of whom nobody knows whether they were invited.
    Unconfirmed,
}

/// What is searched for, and what that leaves.
#[derive(Clone, Copy)]
pub(crate) struct Filter {
    /// The words in the search field.
    pub(crate) search: RwSignal<String>,
    /// Whom to show.
    pub(crate) wanted: RwSignal<Wanted>,
    /// The row that has the focus: it stays until the focus leaves it.
    pub(crate) held: RwSignal<Option<u32>>,
    /// The rows that are shown, in the list's order.
    pub(crate) shown: Memo<Vec<Row>>,
}

impl Filter {
    /// Everybody is shown.
    pub(crate) fn new(
        rows: RwSignal<Vec<Row>>,
        revised: RwSignal<()>,
        setup: RwSignal<Setup>,
        messages: Messages,
    ) -> Self {
        let (search, wanted, held) =
            (RwSignal::<String>::default(), RwSignal::default(), RwSignal::new(None));
        let shown = Memo::new(move |_| {
            let (sought, wanted) = (search.with(|it| folded(it.trim())), wanted.get());
            if sought.is_empty() && wanted == Wanted::All {
                return rows.get();
            }
            revised.track();
            let held = held.get();
            setup.with(|setup| {
                let mut sieve = Sieve { setup, messages, sought, wanted, roles: Vec::new() };
                let mut shown = rows.get();
                shown.retain(|row| {
                    held == Some(row.id) || row.person.with_untracked(|it| sieve.passes(it))
                });
                shown
            })
        });
        Self { search, wanted, held, shown }
    }

    /// Whether somebody might be hidden.
    pub(crate) fn is_used(self) -> bool {
        self.wanted.get() != Wanted::All || self.search.with(|it| !it.trim().is_empty())
    }

    /// Hides nobody.
    pub(crate) fn show_all(self) {
        if untrack(|| self.is_used()) {
            self.search.set(String::new());
            self.wanted.set(Wanted::All);
        }
    }
}

impl State {
    /// Whether the list is long enough to be searched, or is searched.
    pub(crate) fn is_searchable(self) -> bool {
        self.tally.get().rows >= MANY || self.filter.is_used()
    }

    /// Shows everybody where this row is hidden.
    pub(crate) fn reveal(self, id: u32) {
        if self.filter.shown.with_untracked(|rows| rows.iter().all(|row| row.id != id)) {
            self.filter.show_all();
        }
    }

    /// Tells how many are shown once typing has stopped.
    pub(crate) fn announce_shown(self) {
        let searched = self.filter.search.get_untracked();
        after(PAUSE, move || {
            let same = || self.filter.search.with_untracked(|now| *now == searched);
            if !self.is_gone() && same() {
                self.announce(self.shown_in_words());
            }
        });
    }

    /// "12 of 60 people shown".
    fn shown_in_words(self) -> String {
        let count = self.filter.shown.with_untracked(Vec::len);
        let total = self.rows.with_untracked(Vec::len);
        let numbers = [("count", count.into()), ("total", total.into())].into();
        self.messages.fill("shown", &numbers)
    }
}

/// One look through the list.
struct Sieve<'a> {
    setup: &'a Setup,
    messages: Messages,
    sought: String,
    wanted: Wanted,
    /// The roles that were met, and whether what people call them matches: there are few, and what
    /// people call them is asked of JavaScript.
    roles: Vec<(Vec<String>, bool)>,
}

impl Sieve<'_> {
    fn passes(&mut self, person: &Person) -> bool {
        self.wanted.takes(person) && (self.sought.is_empty() || self.finds(person))
    }

    fn finds(&mut self, person: &Person) -> bool {
        let name = person.input.name.as_deref().unwrap_or_default();
        folded(person.address()).contains(&self.sought)
            || folded(name).contains(&self.sought)
            || self.finds_in_roles(&person.input.roles)
    }

    fn finds_in_roles(&mut self, roles: &[String]) -> bool {
        if let Some((_, found)) = self.roles.iter().find(|(known, _)| known == roles) {
            return *found;
        }
        let label = folded(&self.setup.roles_label(self.messages, roles));
        let found = label.contains(&self.sought);
        self.roles.push((roles.to_vec(), found));
        found
    }
}

impl Wanted {
    fn takes(self, person: &Person) -> bool {
        let ended = person.outcome.as_ref().map(|outcome| outcome.status);
        match self {
            Self::All => true,
            Self::ToFix => person.to_fix(),
            Self::Failed => ended == Some(Status::Failed),
            Self::Unconfirmed => ended == Some(Status::Unconfirmed),
        }
    }
}

/// The text without regard to case, letter by letter: the same in every language.
fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}
