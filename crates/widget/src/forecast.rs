//! The forecast: what pressing "Invite" would do, looked at anew a moment after each change.
//!
//! To check ten thousand people takes longer than a keystroke may. So views read what was last seen,
//! which is made piece by piece, and whoever acts on it asks for what holds now.

use invite_users_core::{Coded, Forecaster, InviteConfig, Problem};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::later::{Pace, after};
use crate::state::{Row, State};

/// How long nothing changes before the forecast is made, in milliseconds.
const PAUSE: i32 = 30;

/// How many people are looked at before the clock is.
const PART: usize = 500;

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
        self.revised.track();
        let config = self.config();
        let mut glance = Glance::new(&config);
        self.rows.with(|rows| glance.take(rows));
        glance.finish()
    }

    fn look_ahead_soon(self) {
        let changes = self.forecast.changes;
        changes.update_value(|changes| *changes = changes.wrapping_add(1));
        let change = changes.get_value();
        after(PAUSE, move || {
            spawn_local(async move {
                let Some(outlook) = self.look_ahead_slowly(change).await else { return };
                self.forecast.shown.set(outlook);
                self.ask_no_more_if_changed();
            });
        });
    }

    /// The same, while the browser can do other things; none where something has changed since.
    async fn look_ahead_slowly(self, change: u32) -> Option<Outlook> {
        let holds = || !self.is_gone() && self.forecast.changes.get_value() == change;
        let config = holds().then(|| untrack(|| self.config()))?;
        let mut glance = Glance::new(&config);
        let mut pace = Pace::start();
        for part in 0.. {
            let is_more = self.rows.with_untracked(|rows| {
                let part = rows.chunks(PART).nth(part);
                part.map(|rows| glance.take(rows)).is_some()
            });
            if !is_more {
                break;
            }
            pace.breathe().await;
            holds().then_some(())?;
        }
        Some(glance.finish())
    }
}

/// A look ahead that is under way.
struct Glance<'a> {
    rows: Vec<u32>,
    forecaster: Forecaster<'a>,
}

impl<'a> Glance<'a> {
    fn new(config: &'a InviteConfig) -> Self {
        Self { rows: Vec::new(), forecaster: Forecaster::new(config) }
    }

    fn take(&mut self, rows: &[Row]) {
        for row in rows {
            row.person.with_untracked(|person| {
                if let Some(email) = person.email.as_ref().ok().filter(|_| person.sendable()) {
                    self.forecaster.add(email, &person.input);
                    self.rows.push(row.id);
                }
            });
        }
    }

    fn finish(self) -> Outlook {
        let found = self.forecaster.finish();
        Outlook { rows: self.rows, requests: found.requests, problems: found.problems }
    }
}
