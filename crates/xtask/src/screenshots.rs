//! `cargo xtask screenshots`: the pictures in docs/images, taken from the playground, also in the ready themes.

use std::process::Command;

use crate::e2e;
use crate::failure::Outcome;
use crate::setup::{self, Part};

/// Takes them all again.
pub(crate) fn run(yes: bool) -> Outcome {
    let tools = setup::run(&[Part::Web, Part::Browser], yes)?;
    e2e::run(Command::new("node").arg("screenshots.mjs"), &tools)
}
