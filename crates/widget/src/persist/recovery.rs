//! Recovery: the form as it was before a reload. Nothing is sent by it.

use invite_users_core::json::{FromJson, Json, Object, ShapeError};
use invite_users_core::{Delivery, Outcome, Reason};
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::delivery::Dispatch;
use crate::setup::Setup;
use crate::state::{Phase, Row, State};

/// What was kept under the host's key; empty where nothing was.
#[derive(Default)]
pub(crate) struct Kept {
    people: String,
    typed: String,
    delivery: String,
    departures: String,
}

impl FromJson for Kept {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        Ok(Self {
            people: members.required("people")?,
            typed: members.required("typed")?,
            delivery: members.required("delivery")?,
            departures: members.required("departures")?,
        })
    }
}

impl State {
    /// From now on the form is kept as this was; without anything it is not kept. Tells whether
    /// something of it is in the form.
    pub(crate) fn recover(self, kept: Option<Kept>) -> bool {
        let upkeep = self.persist.upkeep();
        let was_on = upkeep.on.get_untracked();
        upkeep.on.set(kept.is_some());
        let Kept { people, typed, delivery, departures } = kept.unwrap_or_default();
        let nothing = people.is_empty() && typed.is_empty();
        // What one key kept is never shown under another; what nobody kept may stay.
        if was_on || !nothing {
            let typed_before = if was_on { String::new() } else { self.typed.get_untracked() };
            self.clear_by_host();
            self.ask.answer_all(Object::new());
            upkeep.interrupted.set(false);
            self.persist.settle(false);
            self.restore(&people);
            self.typed.set(if typed.is_empty() { typed_before } else { typed });
        }
        if !delivery.is_empty() && self.recover_delivery(&delivery, &departures).is_none() {
            // Somebody of these may have been invited, and nobody knows who.
            self.clear_by_host();
            upkeep.kept.set_value(true);
            self.keep();
            return false;
        }
        !nothing
    }

    fn recover_delivery(self, text: &str, departures: &str) -> Option<()> {
        let (places, delivery) = text.split_once('\n')?;
        let places: Vec<usize> = Vec::from_json(Json::parse(places)?).ok()?;
        let delivery = Delivery::resume_after(delivery, departures, &Platform).ok()?;
        let listed = self.rows.get_untracked();
        let rows: Vec<Row> =
            places.into_iter().map(|place| listed.get(place).cloned()).collect::<Option<_>>()?;
        let addresses =
            rows.iter().map(|row| row.person.with_untracked(|it| it.address().to_owned()));
        if !addresses.eq(delivery.invitees().iter().map(|invitee| invitee.email.clone())) {
            return None;
        }
        // Who may sign requests now is asked when it goes on.
        let setup = Setup { config: delivery.config().clone(), ..Setup::default() };
        let interrupted = delivery.outcomes().any(is_interrupted);
        self.persist.upkeep().interrupted.set(interrupted);
        self.persist.upkeep().kept.set_value(true);
        self.show_ended(Dispatch::new(delivery, rows, setup));
        Some(())
    }

    /// Shows what is known of a delivery that does not run.
    pub(super) fn show_ended(self, dispatch: Dispatch) {
        for outcome in dispatch.delivery().outcomes() {
            let person = &dispatch.rows[outcome.invitee].person;
            person.update(|person| person.outcome = Some(outcome.clone()));
        }
        let report = dispatch.delivery().report();
        self.sending.course().last.set_value(Some(dispatch));
        self.hear_of_settings(&report);
        self.report.set(Some(report));
        self.history.forget();
        self.phase.set(Phase::Done);
        self.check();
    }
}

/// Whether it was a reload that ended it for this person.
fn is_interrupted(outcome: &Outcome) -> bool {
    matches!(outcome.reason, Some(Reason::Interrupted | Reason::InterruptedInFlight))
}
