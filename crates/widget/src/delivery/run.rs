//! One delivery on its way: drives core's state machine with a network, a clock and the page.

use std::cell::{Cell, RefMut};
use std::rc::Rc;

use invite_users_core::delivery::Step;
use invite_users_core::{Delivery, PlannedRequest, Report};
use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Dispatch, settle};
use crate::auth::{AuthError, Credentials};
use crate::later::{after, now};
use crate::state::{Phase, State};
use crate::transport::{self, End};

/// The least time between two `progress` events, in milliseconds.
const PROGRESS_PAUSE: i32 = 250;

/// Where the focus goes when sending starts: a delivery may have ended before the focus moves.
pub(crate) const AHEAD: [&str; 2] = ["progress", "results"];

/// One delivery on its way.
pub(super) struct Run {
    pub(super) state: State,
    pub(super) dispatch: Dispatch,
    credentials: Credentials,
    resolve: Function,
    /// Counts pauses, so that the timer of a past one finds that it is over.
    pub(super) pauses: Cell<u32>,
    progress_is_due: Cell<bool>,
    /// When assistive technology was told last how far it is, and which quarter that was.
    pub(super) told: Cell<(u64, u32)>,
    pub(super) ended: Cell<bool>,
}

impl Run {
    /// A delivery that has not begun, or goes on.
    pub(super) fn new(state: State, dispatch: Dispatch, resolve: Function) -> Rc<Self> {
        let credentials = Credentials::new(dispatch.setup.auth.clone());
        dispatch.delivery().set_refreshable(credentials.can_refresh());
        Rc::new(Self {
            state,
            dispatch,
            credentials,
            resolve,
            pauses: Cell::new(0),
            progress_is_due: Cell::new(false),
            told: Cell::new((now(), 0)),
            ended: Cell::new(false),
        })
    }

    /// Shows that it runs, and sends what can be sent.
    pub(super) fn start(self: &Rc<Self>) {
        let state = self.state;
        state.ask.forget_said();
        self.show_all();
        state.report.set(None);
        state.history.forget();
        state.selection.clear();
        state.phase.set(Phase::Sending);
        state.sending.course().run.set_value(Some(self.clone()));
        state.hooks.get_value().sending(true);
        state.keep_begun(&self.dispatch);
        // The field is hidden from now on, and what changes a row is gone.
        if state.field_has_focus() {
            state.focus(AHEAD.map(str::to_owned).into());
        } else {
            state.keep_focus(AHEAD.map(str::to_owned).into());
        }
        self.advance();
    }

    /// Nothing new leaves, and what has left is not waited for.
    pub(super) fn cancel(self: &Rc<Self>) {
        self.delivery().cancel();
        self.advance();
    }

    /// Ends without a word to the page.
    pub(super) fn abandon(&self) -> Report {
        self.ended.set(true);
        self.state.hooks.get_value().sending(false);
        self.state.keep_abandoned(&self.dispatch);
        self.delivery().cancel();
        self.show_news();
        let report = self.delivery().report();
        settle(&self.resolve, &report);
        report
    }

    /// Does whatever can be done now.
    pub(super) fn advance(self: &Rc<Self>) {
        self.hold_if_offline();
        while !self.ended.get() {
            let step = self.delivery().next(now());
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
        self.state.page_is_here().await;
        if !self.delivery().leave(request.id, attempt) {
            return;
        }
        self.mark(request, true);
        self.state.keep_departure(&self.dispatch, request.id);
        let fetch = self.dispatch.setup.fetch.as_ref();
        let reply = transport::exchange(request, credential, fetch, &End::new()).await;
        self.state.page_is_here().await;
        self.mark(request, false);
        let mut delivery = self.delivery();
        match reply {
            Ok(reply) => delivery.reply(request.id, attempt, now(), &reply),
            Err(lost) => delivery.lost(request.id, attempt, now(), lost.loss, &lost.heard),
        }
    }

    fn without_credential(&self, id: u32, attempt: u32, error: &AuthError) {
        let mut delivery = self.delivery();
        match error {
            AuthError::Failed => delivery.auth_failed(id, attempt),
            AuthError::Malformed(error) => delivery.auth_malformed(id, attempt, *error),
        }
    }

    /// Shows the outcomes that are known, and tells the page now and then.
    fn show(self: &Rc<Self>) {
        self.show_news();
        self.state.keep_progress();
        if !self.progress_is_due.replace(true) {
            let run = self.clone();
            after(PROGRESS_PAUSE, move || {
                run.progress_is_due.set(false);
                if !run.ended.get() {
                    // Who looks at all people looks now and then, and not at each reply.
                    run.state.revised.set(());
                    run.tell_progress();
                }
            });
        }
    }

    /// Every row as the delivery has it at its start: who goes now has no outcome.
    fn show_all(&self) {
        let mut known = vec![None; self.dispatch.rows.len()];
        for outcome in self.delivery().outcomes() {
            known[outcome.invitee] = Some(outcome.clone());
        }
        self.delivery().news();
        for (row, outcome) in self.dispatch.rows.iter().zip(known) {
            row.person.update(|person| {
                (person.outcome, person.in_flight, person.editing) = (outcome, false, false);
            });
        }
        self.state.revised.set(());
    }

    /// The rows of those whose outcome became known, and of nobody else.
    fn show_news(&self) {
        let (news, progress) = {
            let mut delivery = self.delivery();
            (delivery.news(), delivery.progress())
        };
        self.state.sending.course().progress.set(Some(progress));
        for outcome in news {
            let person = &self.dispatch.rows[outcome.invitee].person;
            person.update(|person| (person.outcome, person.in_flight) = (Some(outcome), false));
        }
    }

    /// Shows whether a request with these people is on its way.
    fn mark(&self, request: &PlannedRequest, in_flight: bool) {
        if self.ended.get() {
            return;
        }
        for &invitee in &request.invitees {
            self.dispatch.rows[invitee].person.update(|person| person.in_flight = in_flight);
        }
    }

    fn tell_progress(&self) {
        let progress = self.delivery().progress();
        self.announce_quarter(&progress);
        self.state.hooks.get_value().emit_value("progress", &progress);
    }

    /// Core's part of it.
    pub(super) fn delivery(&self) -> RefMut<'_, Delivery> {
        self.dispatch.delivery()
    }

    fn finish(&self) {
        self.show_news();
        self.tell_progress();
        self.ended.set(true);
        let (state, course) = (self.state, self.state.sending.course());
        let report = self.delivery().report();
        state.hooks.get_value().sending(false);
        state.revised.set(());
        course.promise.set_value(None);
        course.run.set_value(None);
        course.progress.set(None);
        course.offline.set(false);
        course.last.set_value(Some(self.dispatch.clone()));
        state.keep_ended(&self.dispatch, &report);
        state.report.set(Some(report.clone()));
        state.hear_of_settings(&report);
        state.tell_mistakes(&report, self.dispatch.setup.fetch.is_some());
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
