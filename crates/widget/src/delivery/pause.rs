//! Pauses: what is shown and told while nothing leaves.

use std::rc::Rc;

use invite_users_core::delivery::Progress;
use leptos::prelude::*;

use super::run::Run;
use crate::later::{after, now};

/// The least time between two words on how far it is, in milliseconds.
const SILENCE: u64 = 10_000;

impl Run {
    /// Lets nothing new leave while the browser is offline, and says so once.
    pub(super) fn hold_if_offline(&self) {
        if self.ended.get() {
            return;
        }
        let (state, offline) = (self.state, !window().navigator().on_line());
        self.delivery().hold(offline);
        let shown = state.sending.course().offline;
        if shown.get_untracked() != offline {
            shown.set(offline);
            state.announce(state.messages.text(if offline { "offline" } else { "online" }));
        }
    }

    /// Says at each quarter how far it is, and not more often than can be listened to.
    pub(super) fn announce_quarter(&self, progress: &Progress) {
        let Progress { done, total, .. } = *progress;
        let (at, last) = self.told.get();
        let quarter = done.saturating_mul(4) / total.max(1);
        if quarter <= last || done == total || now() < at + SILENCE {
            return;
        }
        self.told.set((now(), quarter));
        let numbers = [("done", done.into()), ("total", total.into())].into();
        self.state.announce(self.state.messages.fill("sending", &numbers));
    }

    /// Waits as the server asked, and counts down for those who watch.
    pub(super) fn pause(self: &Rc<Self>, ms: u64) {
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
}
