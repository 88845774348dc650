//! The forecast: what pressing "Invite" would do, looked at anew a moment after each change.
//!
//! To check ten thousand people takes longer than a keystroke may. So views read what was last seen,
//! and whoever acts on it asks for what holds now.

use invite_users_core::{Coded, Problem, forecast};
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::later::after;
use crate::state::State;

/// How long nothing changes before the forecast is made, in milliseconds.
const PAUSE: i32 = 30;

/// What pressing "Invite" would do.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Outlook {
    /// The rows that would be sent, by their ids.
    pub(crate) rows: Vec<u32>,
    /// How many requests that takes; none while there are problems.
    pub(crate) requests: usize,
    /// What keeps them from being sent.
    pub(crate) problems: Vec<Problem>,
}

/// The outlook that is shown, and the one that holds now.
#[derive(Clone, Copy)]
pub(crate) struct Forecast {
    /// As it was a moment ago.
    pub(crate) shown: RwSignal<Outlook>,
    /// Made where it is asked for and something has changed since.
    current: StoredValue<Option<Memo<Outlook>>>,
    /// Counts changes, so that only the last one is followed by a forecast.
    changes: StoredValue<u32>,
}

impl Forecast {
    /// Nobody is invited.
    pub(crate) fn new() -> Self {
        let (shown, current, changes) =
            (RwSignal::default(), StoredValue::default(), StoredValue::default());
        Self { shown, current, changes }
    }
}

impl Outlook {
    /// Whether something has to be mended before anybody is sent; an empty list speaks for itself.
    pub(crate) fn is_blocked(&self) -> bool {
        self.problems.iter().any(|problem| problem.code() != "no_invitees")
    }
}

impl State {
    /// Looks ahead after each change; to be called where a reactive owner lives as long as the widget.
    pub(crate) fn watch_forecast(self) {
        self.forecast.current.set_value(Some(Memo::new(move |_| self.look_ahead())));
        Effect::new(move |_| {
            self.revised.track();
            self.rows.track();
            self.setup.track();
            if self.is_editing() {
                self.look_ahead_soon();
            }
        });
    }

    /// What pressing "Invite" would do now.
    pub(crate) fn outlook(self) -> Outlook {
        let current = self.forecast.current.get_value();
        current.map(|current| current.get_untracked()).unwrap_or_default()
    }

    fn look_ahead(self) -> Outlook {
        let (rows, people): (Vec<_>, Vec<_>) = self.sendable().into_iter().unzip();
        let found = forecast(&self.config(), &people, &Platform);
        let rows = rows.iter().map(|row| row.id).collect();
        Outlook { rows, requests: found.requests, problems: found.problems }
    }

    fn look_ahead_soon(self) {
        let Forecast { shown, changes, .. } = self.forecast;
        changes.update_value(|changes| *changes = changes.wrapping_add(1));
        let change = changes.get_value();
        after(PAUSE, move || {
            if !self.is_gone() && changes.get_value() == change {
                shown.set(self.outlook());
                self.ask_no_more_if_changed();
            }
        });
    }
}
