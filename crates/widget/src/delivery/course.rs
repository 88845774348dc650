//! What the page shows of a delivery that runs, and what ends it.

use std::rc::Rc;

use invite_users_core::delivery::Progress;
use js_sys::{Function, Promise};
use leptos::prelude::*;

use super::Dispatch;
use super::run::Run;

/// What is known of the delivery that runs: one handle, since every closure keeps a copy.
#[derive(Clone, Copy)]
pub(crate) struct Sending(StoredValue<Course>);

/// How a delivery goes.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// How far it is.
    pub(crate) progress: RwSignal<Option<Progress>>,
    /// The seconds that are left of a pause that the server asked for.
    pub(crate) countdown: RwSignal<Option<u32>>,
    /// Whether nothing leaves since the browser is offline.
    pub(crate) offline: RwSignal<bool>,
    pub(super) run: StoredValue<Option<Rc<Run>>, LocalStorage>,
    /// The delivery that ended last, whose people may go again.
    pub(crate) last: StoredValue<Option<Dispatch>, LocalStorage>,
    /// What answers a `send()` that has not begun.
    pub(super) waiting: StoredValue<Option<Function>, LocalStorage>,
    pub(super) promise: StoredValue<Option<Promise>, LocalStorage>,
}

impl Sending {
    /// No delivery.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(Course {
            progress: RwSignal::new(None),
            countdown: RwSignal::new(None),
            offline: RwSignal::new(false),
            run: StoredValue::new_local(None),
            last: StoredValue::new_local(None),
            waiting: StoredValue::new_local(None),
            promise: StoredValue::new_local(None),
        }))
    }

    /// Its signals.
    pub(crate) fn course(self) -> Course {
        self.0.get_value()
    }
}
