//! Tabs: a duplicated tab has the same delivery, and only one of them may go on with it.

use invite_users_core::Status;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::state::{FIELD, State};

/// What is done with the delivery that is kept.
type Act = Box<dyn FnOnce(State)>;

impl State {
    /// Does this where no other tab goes on with the delivery that is kept; says so where one does,
    /// and does that instead. At once where no delivery is kept.
    pub(crate) fn claim(self, act: Act, instead: fn(State)) {
        let answer = self.hooks.get_value().persist("claim", &[]);
        let Ok(answer) = answer.dyn_into::<Promise>() else { return act(self) };
        spawn_local(async move {
            let answer = JsFuture::from(answer).await.unwrap_or_default();
            match answer.as_string().as_deref() {
                _ if self.is_gone() => {}
                Some("sending") => {
                    self.notices.refuse(self.messages.text("other_tab_sends"));
                    instead(self);
                }
                Some("used") => {
                    self.notices.refuse(self.messages.text("other_tab_went_on"));
                    self.doubt();
                    instead(self);
                }
                _ => act(self),
            }
        });
    }

    /// Waits where the page is on its way out: requests fail by that, and nothing is to follow from it.
    pub(crate) async fn page_is_here(self) {
        let Some(hooks) = self.hooks.try_get_value() else { return };
        let back = hooks.persist("left", &[]);
        if let Ok(back) = back.dyn_into::<Promise>() {
            let _ = JsFuture::from(back).await;
        }
    }

    /// Sends those who were not sent when a reload broke the sending off, and nobody else.
    pub(crate) fn resume(self) {
        let last = self.sending.course().last.get_value();
        let fits = last.is_some_and(|it| it.delivery().is_for(&untrack(|| self.config())));
        if fits {
            drop(self.retry(|status| status == Status::NotSent));
        } else {
            self.notices.refuse(self.messages.text("other_place"));
            self.invite_more();
        }
    }

    /// Forgets the list of a sending that was broken off; where it is this tab's alone, that can be
    /// taken back.
    pub(crate) fn start_over(self) {
        self.claim(Box::new(Self::clear_by_person), |state| {
            state.notices.put_away();
            state.clear_by_host();
        });
        self.focus(vec![FIELD.to_owned()]);
    }

    /// Another tab has gone on with the delivery: nobody here knows what became of its people.
    fn doubt(self) {
        let Some(last) = self.sending.course().last.get_value() else { return };
        last.delivery().doubt();
        let report = last.delivery().report();
        self.keep_ended(&last, &report);
        self.show_ended(last);
    }
}
