//! Pauses: what is shown and told while nothing leaves.

use std::rc::Rc;

use leptos::prelude::*;

use super::run::Run;
use crate::later::{after, now};

impl Run {
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
