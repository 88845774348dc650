//! Sending: drives core's delivery with a network, a clock and the page, and shows how far it is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use invite_users_core::delivery::Step;
use invite_users_core::{Delivery, InviteeInput, PlannedRequest, Report, plan};
use invite_users_wasm::{Platform, to_js};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::auth::{AuthError, Credentials};
use crate::later::{after, now, soon};
use crate::setup::Setup;
use crate::state::{Phase, Row, State};
use crate::transport::{self, End};

mod course;

pub(crate) use course::Sending;

/// The least time between two `progress` events, in milliseconds.
const PROGRESS_PAUSE: i32 = 250;

/// One delivery on its way.
struct Run {
    state: State,
    delivery: RefCell<Delivery>,
    /// By core's numbers of the invitees.
    rows: Vec<Row>,
    setup: Setup,
    credentials: Credentials,
    resolve: Function,
    /// Counts pauses, so that the timer of a past one finds that it is over.
    pauses: Cell<u32>,
    progress_is_due: Cell<bool>,
    ended: Cell<bool>,
}

impl State {
    /// Sends everybody who can be sent; the same promise of a report while a delivery runs.
    pub(crate) fn send(self) -> Promise {
        if let Some(running) = self.sending.course().promise.get_value() {
            return running;
        }
        let course = self.sending.course();
        let promise = Promise::new(&mut |resolve, _| course.waiting.set_value(Some(resolve)));
        course.promise.set_value(Some(promise.clone()));
        soon(move || {
            if !self.is_gone() {
                self.begin();
            }
        });
        promise
    }

    /// Stops the delivery that runs.
    pub(crate) fn cancel(self) {
        soon(move || {
            if self.is_gone() {
                return;
            }
            if let Some(run) = self.sending.course().run.get_value() {
                run.delivery.borrow_mut().cancel();
                run.advance();
            }
        });
    }

    /// Ends the delivery that runs without a word to the page, because the widget leaves it.
    pub(crate) fn abandon(self) {
        if let Some(resolve) = self.take_waiting() {
            let people: Vec<_> = untrack(|| self.sendable()).into_iter().map(|it| it.1).collect();
            let mut delivery = Delivery::new(&untrack(|| self.config()), &people, &Platform);
            delivery.cancel();
            settle(&resolve, &delivery.report());
        }
        let run = self.sending.course().run.try_update_value(Option::take).flatten();
        if let Some(run) = run {
            run.ended.set(true);
            run.delivery.borrow_mut().cancel();
            run.update_rows();
            self.report.set(Some(run.delivery.borrow().report()));
            settle(&run.resolve, &run.delivery.borrow().report());
        }
    }

    fn take_waiting(self) -> Option<Function> {
        self.sending.course().waiting.try_update_value(Option::take).flatten()
    }

    fn begin(self) {
        if self.commit_typed() {
            self.hooks.get_value().emit("change", &self.change());
        }
        let (rows, people): (Vec<Row>, Vec<InviteeInput>) =
            untrack(|| self.sendable()).into_iter().unzip();
        let mut setup = self.setup.get_untracked();
        setup.config = untrack(|| self.config());
        let plan = plan(&setup.config, &people, &Platform);
        let credentials = Credentials::new(setup.auth.clone());
        let config = setup.config_to_send(credentials.can_refresh());
        let mut delivery = Delivery::new(&config, &people, &Platform);
        let refused = !plan.problems.is_empty();
        if refused {
            self.refuse();
        }
        let starts = !refused && self.hooks.get_value().emit("send", &to_js(&plan));
        // A widget that left the page meanwhile has answered by itself.
        if self.is_gone() {
            return;
        }
        let Some(resolve) = self.take_waiting() else { return };
        if !starts {
            delivery.cancel();
        }
        let run = Run {
            state: self,
            delivery: RefCell::new(delivery),
            rows,
            setup,
            credentials,
            resolve,
            pauses: Cell::new(0),
            progress_is_due: Cell::new(false),
            ended: Cell::new(false),
        };
        if starts { Rc::new(run).start() } else { run.give_up() }
    }
}

impl Run {
    /// A plan that was refused, or that the page cancelled: nothing has changed.
    fn give_up(self) {
        self.state.sending.course().promise.set_value(None);
        settle(&self.resolve, &self.delivery.borrow().report());
    }

    fn start(self: &Rc<Self>) {
        let state = self.state;
        state.ask.forget_said();
        for row in &self.rows {
            row.person.update(|person| {
                person.outcome = None;
                person.editing = false;
            });
        }
        state.report.set(None);
        state.history.forget();
        state.selection.clear();
        state.phase.set(Phase::Sending);
        state.sending.course().run.set_value(Some(self.clone()));
        // The field is hidden from now on, and what changes a row is gone.
        let progress = vec!["progress".to_owned()];
        if state.field_has_focus() {
            state.focus(progress);
        } else {
            state.keep_focus(progress);
        }
        self.advance();
    }

    /// Does whatever can be done now.
    fn advance(self: &Rc<Self>) {
        while !self.ended.get() {
            let step = self.delivery.borrow_mut().next(now());
            self.state.sending.course().countdown.set(None);
            match step {
                Step::Send { request, attempt, credential } => {
                    self.leave(request, attempt, credential);
                }
                Step::Wait { ms, .. } => {
                    self.pause(ms);
                    return self.show();
                }
                Step::Await => return self.show(),
                Step::Done => return self.finish(),
            }
        }
    }

    fn leave(self: &Rc<Self>, request: PlannedRequest, attempt: u32, generation: u32) {
        let run = self.clone();
        spawn_local(async move {
            run.exchange(&request, attempt, generation).await;
            run.advance();
        });
    }

    async fn exchange(&self, request: &PlannedRequest, attempt: u32, generation: u32) {
        let credential = match self.credentials.header(generation).await {
            Ok(credential) => credential,
            Err(error) => return self.without_credential(request.id, attempt, &error),
        };
        if !self.delivery.borrow_mut().leave(request.id, attempt) {
            return;
        }
        let fetch = self.setup.fetch.as_ref();
        let reply = transport::exchange(request, credential, fetch, &End::new()).await;
        let mut delivery = self.delivery.borrow_mut();
        match reply {
            Ok(reply) => delivery.reply(request.id, attempt, now(), &reply),
            Err(lost) => delivery.lost(request.id, attempt, now(), lost.loss, &lost.heard),
        }
    }

    fn without_credential(&self, id: u32, attempt: u32, error: &AuthError) {
        let mut delivery = self.delivery.borrow_mut();
        match error {
            AuthError::Failed => delivery.auth_failed(id, attempt),
            AuthError::Malformed(error) => delivery.auth_malformed(id, attempt, *error),
        }
    }

    /// Waits as the server asked, and counts down for those who watch.
    fn pause(self: &Rc<Self>, ms: u64) {
        self.pauses.set(self.pauses.get() + 1);
        let state = self.state;
        let words = state.messages.text("announce_waiting");
        if state.announced.with_untracked(|last| *last != words) {
            state.announce(words);
        }
        self.tick(self.pauses.get(), now() + ms);
    }

    fn tick(self: &Rc<Self>, pause: u32, until: u64) {
        if self.ended.get() || self.pauses.get() != pause {
            return;
        }
        let left = until.saturating_sub(now());
        if left == 0 {
            return self.advance();
        }
        let seconds = u32::try_from(left.div_ceil(1000)).unwrap_or(u32::MAX);
        self.state.sending.course().countdown.set(Some(seconds));
        let run = self.clone();
        let next = i32::try_from((left - 1) % 1000 + 1).unwrap_or(1000);
        after(next, move || run.tick(pause, until));
    }

    /// Shows the outcomes that are known, and tells the page now and then.
    fn show(self: &Rc<Self>) {
        self.update_rows();
        if !self.progress_is_due.replace(true) {
            let run = self.clone();
            after(PROGRESS_PAUSE, move || {
                run.progress_is_due.set(false);
                if !run.ended.get() {
                    run.tell_progress();
                }
            });
        }
    }

    fn update_rows(&self) {
        let delivery = self.delivery.borrow();
        self.state.sending.course().progress.set(Some(delivery.progress()));
        for outcome in delivery.outcomes() {
            let person = &self.rows[outcome.invitee].person;
            if person.with_untracked(|person| person.outcome.is_none()) {
                person.update(|person| person.outcome = Some(outcome.clone()));
            }
        }
        self.state.revised.set(());
    }

    fn tell_progress(&self) {
        let progress = self.delivery.borrow().progress();
        self.state.hooks.get_value().emit_value("progress", &progress);
    }

    fn finish(&self) {
        self.ended.set(true);
        self.update_rows();
        self.tell_progress();
        let (state, report) = (self.state, self.delivery.borrow().report());
        state.sending.course().promise.set_value(None);
        state.sending.course().run.set_value(None);
        state.sending.course().progress.set(None);
        state.report.set(Some(report.clone()));
        state.hear_of_settings(&report);
        state.tell_mistakes(&report, self.setup.fetch.is_some());
        let focused = state.has_focus();
        state.phase.set(Phase::Done);
        state.announce_report(&report);
        if focused {
            state.focus(vec!["results".to_owned()]);
        }
        settle(&self.resolve, &report);
        state.hooks.get_value().emit_value("sent", &report);
    }
}

fn settle(resolve: &Function, report: &Report) {
    let _ = resolve.call1(&JsValue::UNDEFINED, &to_js(report));
}
