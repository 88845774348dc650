//! Sending: what a person or the page asks of deliveries, and what remains of one that has ended.

use invite_users_core::{Delivery, InviteeInput, Report, Status, plan};
use invite_users_wasm::{Platform, to_js};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::auth::Credentials;
use crate::later::soon;
use crate::state::{Phase, Row, State};

mod course;
mod dispatch;
mod pause;
mod run;

/// Who goes again, by what the last delivery came to.
pub(crate) type Chosen = fn(Status) -> bool;

pub(crate) use course::Sending;
pub(crate) use dispatch::Dispatch;
pub(crate) use run::AHEAD;
use run::Run;

impl State {
    /// Sends everybody who can be sent; the same promise of a report while a delivery runs.
    ///
    /// Where somebody would get power, the person is asked first unless the host has `confirmed` it.
    pub(crate) fn send(self, confirmed: bool) -> Promise {
        if self.sending.course().promise.with_value(Option::is_none) {
            self.confirm.allow(confirmed);
        }
        self.focus_question();
        self.promise(None)
    }

    /// Sends those again of the delivery that has ended who are chosen; the same promise while one
    /// runs. With nobody to go again the report is the last one.
    pub(crate) fn retry(self, chosen: Chosen) -> Promise {
        self.promise(Some(chosen))
    }

    /// Stops the delivery that runs.
    pub(crate) fn cancel(self) {
        soon(move || {
            if self.is_gone() {
                return;
            }
            if let Some(run) = self.sending.course().run.get_value() {
                run.cancel();
            }
            self.ask_no_more();
        });
    }

    /// Goes on with the delivery that runs, or holds it.
    pub(crate) fn network_changed(self) {
        if let Some(run) = self.sending.course().run.get_value() {
            run.advance();
        }
    }

    /// Ends the delivery that runs without a word to the page, because the widget leaves it.
    pub(crate) fn abandon(self) {
        self.call_off();
        let run = self.sending.course().run.try_update_value(Option::take).flatten();
        if let Some(run) = run {
            self.report.set(Some(run.abandon()));
        }
    }

    /// Starts a delivery, or one that has ended and in which somebody is to go again: a new one, one
    /// to be retried, one that was resumed after a reload. `resolve` gets the report.
    pub(crate) fn go_on(self, dispatch: Dispatch, resolve: Function) {
        Run::new(self, dispatch, resolve).start();
    }

    /// The promise of the delivery that runs, else of one that starts right after the current handler:
    /// to those of the last one who are chosen, or a new one.
    fn promise(self, chosen: Option<Chosen>) -> Promise {
        let course = self.sending.course();
        if let Some(running) = course.promise.get_value() {
            return running;
        }
        let promise = Promise::new(&mut |resolve, _| course.waiting.set_value(Some(resolve)));
        course.promise.set_value(Some(promise.clone()));
        spawn_local(async move {
            // What was pasted a moment ago is meant to go, too.
            self.added().await;
            if !self.is_gone() {
                let act = move |state: Self| match chosen {
                    Some(chosen) => state.begin_again(chosen),
                    None => state.begin(),
                };
                self.claim(Box::new(act), Self::stay);
            }
        });
        promise
    }

    /// The delivery that runs.
    pub(crate) fn running(self) -> Option<Dispatch> {
        self.sending.course().run.with_value(|run| run.as_ref().map(|run| run.dispatch.clone()))
    }

    /// Answers a `send()` that has not begun: nobody was sent.
    pub(crate) fn call_off(self) {
        let Some(resolve) = self.take_waiting() else { return };
        let people: Vec<_> = untrack(|| self.sendable()).into_iter().map(|it| it.1).collect();
        let delivery = Delivery::new(&untrack(|| self.config()), &people, &Platform);
        self.give_up(delivery, &resolve);
    }

    fn take_waiting(self) -> Option<Function> {
        self.sending.course().waiting.try_update_value(Option::take).flatten()
    }

    /// Sends what `send()` promised, once nothing is left to be asked.
    pub(crate) fn begin(self) {
        if self.commit_typed() {
            self.hooks.get_value().emit("change", &JsValue::NULL);
        }
        let (rows, people): (Vec<Row>, Vec<InviteeInput>) =
            untrack(|| self.sendable()).into_iter().unzip();
        let mut setup = self.setup.get_untracked();
        setup.config = untrack(|| self.config());
        let plan = plan(&setup.config, &people, &Platform);
        let refreshable = Credentials::new(setup.auth.clone()).can_refresh();
        let delivery = Delivery::new(&setup.config_to_send(refreshable), &people, &Platform);
        let refused = !plan.problems.is_empty();
        if refused {
            self.refuse();
        } else if self.asks_first(&people) {
            return;
        }
        let starts = !refused && self.hooks.get_value().emit("send", &to_js(&plan));
        // A widget that left the page meanwhile has answered by itself.
        if self.is_gone() {
            return;
        }
        let Some(resolve) = self.take_waiting() else { return };
        if starts {
            self.go_on(Dispatch::new(delivery, rows, setup), resolve);
        } else {
            self.give_up(delivery, &resolve);
        }
    }

    fn begin_again(self, chosen: Chosen) {
        let last = self.sending.course().last.get_value();
        let last = last.filter(|_| self.phase.get_untracked() == Phase::Done);
        let Some((mut dispatch, people)) = last.map(|last| (last.clone(), last.those(chosen)))
        else {
            return self.stay();
        };
        let mut setup = self.setup.get_untracked();
        setup.config = untrack(|| self.config());
        if people.is_empty() {
            return self.stay();
        }
        if !dispatch.set_up(setup) {
            self.refuse();
            return self.stay();
        }
        let plan = dispatch.delivery().retry_plan(&people);
        let starts = self.hooks.get_value().emit("send", &to_js(&plan));
        if self.is_gone() {
            return;
        }
        if !starts {
            return self.stay();
        }
        let Some(resolve) = self.take_waiting() else { return };
        dispatch.delivery().retry(&people);
        self.go_on(dispatch, resolve);
    }

    /// Nobody goes again: the last report holds.
    fn stay(self) {
        self.sending.course().promise.set_value(None);
        if let Some(resolve) = self.take_waiting() {
            settle(&resolve, &self.report.get_untracked().unwrap_or_default());
        }
    }

    /// A plan that was refused, or that the page or the person cancelled: nothing has changed.
    fn give_up(self, mut delivery: Delivery, resolve: &Function) {
        delivery.cancel();
        self.sending.course().promise.set_value(None);
        settle(resolve, &delivery.report());
    }
}

fn settle(resolve: &Function, report: &Report) {
    let _ = resolve.call1(&JsValue::UNDEFINED, &to_js(report));
}
