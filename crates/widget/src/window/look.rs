//! Looking: the window goes where the page is scrolled to, some rows at a time, so that each step is
//! done before the next frame.

use std::ops::Range;

use leptos::prelude::*;
use web_sys::{Element, ShadowRoot};

use super::{ALL, Span, Window};
use crate::later::after;
use crate::state::{Row, State};

/// How many rows are drawn in one step.
const STEP: usize = 20;

/// How many are drawn at once where none of those in view is.
const SCREENFUL: usize = 20;

/// How many are drawn above the first in view, at least.
const ABOVE: usize = 20;

/// The time between two steps that nobody waits for, in milliseconds: a frame.
const PAUSE: i32 = 16;

impl State {
    /// Moves the window towards what is in view, by one step; the others follow by themselves.
    pub(crate) fn look(self, list: &Element) {
        let window = self.window;
        if window.moving.get_value() {
            return;
        }
        // A button that leads on would be pushed away from whoever has just reached it.
        if self.root.with_value(ShadowRoot::active_element).is_some_and(|it| leads_on(&it)) {
            return;
        }
        let now = window.span.get_untracked();
        let next = self.filter.shown.with_untracked(|rows| {
            let seen =
                if rows.len() <= ALL { Some(0..rows.len()) } else { window.seen(rows, list) };
            seen.map(|seen| now.towards(Span::around(&seen, rows.len()), &seen))
        });
        if let Some(next) = next.filter(|next| *next != now) {
            window.span.set(next);
            self.look_again(list.clone());
        }
    }

    /// Takes the next step when what was drawn is on the screen.
    fn look_again(self, list: Element) {
        self.window.moving.set_value(true);
        after(PAUSE, move || {
            if !self.is_gone() {
                self.window.moving.set_value(false);
                self.look(&list);
            }
        });
    }
}

/// Whether it is the button of a gap, and in view.
fn leads_on(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    element.closest(".gap").is_ok_and(|gap| gap.is_some())
        && place.bottom() > 0.0
        && view_height().is_some_and(|height| place.top() < height)
}

fn view_height() -> Option<f64> {
    window().inner_height().ok()?.as_f64()
}

impl Window {
    /// The places of the rows in view; none where the list is not laid out.
    fn seen(self, rows: &[Row], list: &Element) -> Option<Range<usize>> {
        let place = list.get_bounding_client_rect();
        let height = view_height()?;
        let seen = self
            .heights
            .with_value(|heights| heights.between(rows, -place.top(), height - place.top()));
        (list.is_connected() && place.width() > 0.0).then_some(seen)
    }
}

impl Span {
    /// What is drawn while these rows are in view: more below than above, as lists are read. It begins
    /// at every twentieth row, so that it stays for a while.
    fn around(seen: &Range<usize>, count: usize) -> Self {
        let most = ALL + 2 * STEP;
        let start = seen.start.saturating_sub(ABOVE);
        let last = count.saturating_sub(most).next_multiple_of(STEP);
        let start = last.min(start - start % STEP);
        Self { start, end: count.min(start + most) }
    }

    /// One step on the way to another one: what is in view comes first.
    fn towards(self, goal: Self, seen: &Range<usize>) -> Self {
        let first = seen.start.clamp(goal.start, goal.end);
        if first + STEP < self.start || self.end <= first {
            let start = first.saturating_sub(STEP / 4).max(goal.start);
            return Self { start, end: goal.end.min(start + SCREENFUL) };
        }
        let (above, below) = (self.start.saturating_sub(STEP), self.end + STEP);
        if self.start <= first && self.end < goal.end {
            return Self { start: self.start.max(goal.start), end: goal.end.min(below) };
        }
        Self { start: above.max(goal.start), end: self.end.min(goal.end) }
    }
}
