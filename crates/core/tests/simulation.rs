//! Deliveries under faults: thousands of schedules that nobody wrote, in which the same promises hold.
//!
//! A schedule is told by its seed alone. One that breaks a promise says which, and is played again by
//! `SIMULATION_SEED=<seed> cargo test -p invite-users-core --test simulation`.

#![cfg(feature = "native")]

use std::panic::{AssertUnwindSafe, catch_unwind};

mod simulation {
    pub(crate) mod claims;
    pub(crate) mod random;
    pub(crate) mod schedule;
    pub(crate) mod server;
    pub(crate) mod world;
}

use simulation::schedule::{Schedule, Seen};

const SCHEDULES: u64 = 10_000;

#[test]
fn promises_hold_whatever_happens() {
    let seeds = match std::env::var("SIMULATION_SEED") {
        Ok(seed) => vec![seed.parse().expect("a whole number")],
        Err(_) => (0..SCHEDULES).collect(),
    };
    let mut seen = Seen::default();
    for &seed in &seeds {
        let played = catch_unwind(AssertUnwindSafe(|| Schedule::new(seed).play()));
        let more =
            played.unwrap_or_else(|_| panic!("SIMULATION_SEED={seed} broke the promise above"));
        seen.add(&more);
    }
    // Without these a promise would be kept because nothing ever put it to the test.
    assert!(seeds.len() == 1 || seen.is_everything(), "some events never happened: {seen:?}");
}
