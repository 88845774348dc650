//! Looking: the window goes where the page is scrolled to, some rows at a time, so that each step is
//! done before the next frame; rows that nobody sees yet are drawn when nothing else is to be done.

use std::ops::Range;

use leptos::prelude::*;
use web_sys::{Element, ShadowRoot};

use super::{ALL, Span, Step, Window};
use crate::later::{after, when_idle};
use crate::state::{Row, State};

/// How many rows are drawn in one step.
const STEP: usize = 6;

/// How many are drawn above the first in view, at least.
const ABOVE: usize = 20;

/// A window begins at a multiple of so many rows, so that it stays for a while.
const GRID: usize = 20;

impl State {
    /// Moves the window after a change of the list: at once where that is a step.
    pub(crate) fn follow(self, list: &Element) {
        let drawn = self.window.span.with_untracked(|span| span.end);
        let rows = self.filter.shown.with_untracked(Vec::len);
        if rows <= ALL.min(drawn + STEP) {
            self.look(list);
        } else {
            self.look_again(list.clone(), true);
        }
    }

    /// Moves the window towards what is in view, by one step; the others follow by themselves.
    pub(crate) fn look(self, list: &Element) {
        let window = self.window;
        if window.step.with_value(|step| step.hurried) {
            return;
        }
        // A button that leads on would be pushed away from whoever has just reached it.
        if self.root.with_value(ShadowRoot::active_element).is_some_and(|it| leads_on(&it)) {
            return;
        }
        let now = window.span.get_untracked();
        let next = self.filter.shown.with_untracked(|rows| {
            let seen = window.seen(rows, list)?;
            let next = now.towards(Span::around(&seen, rows.len()), &seen);
            Some((next, !next.covers(&seen)))
        });
        if let Some((next, hurried)) = next.filter(|(next, _)| *next != now) {
            window.span.set(next);
            self.look_again(list.clone(), hurried);
        }
    }

    /// Takes the next step when what was drawn is on the screen.
    fn look_again(self, list: Element, hurried: bool) {
        let step = self.window.step;
        let number = step.with_value(|step| step.number.wrapping_add(1));
        step.set_value(Step { number, hurried });
        let work = move || {
            if !self.is_gone() && step.with_value(|step| step.number == number) {
                step.set_value(Step { number, hurried: false });
                self.look(&list);
            }
        };
        if hurried { after(0, work) } else { when_idle(work) }
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
    /// The places of the rows in view; none where a long list is not laid out.
    fn seen(self, rows: &[Row], list: &Element) -> Option<Range<usize>> {
        let place = list.get_bounding_client_rect();
        if !list.is_connected() || place.width() <= 0.0 {
            return (rows.len() <= ALL).then_some(0..rows.len());
        }
        let height = view_height()?;
        self.heights
            .with_value(|heights| heights.between(rows, -place.top(), height - place.top()))
            .into()
    }
}

impl Span {
    /// What is drawn while these rows are in view: more below than above, as lists are read.
    fn around(seen: &Range<usize>, count: usize) -> Self {
        if count <= ALL {
            return Self { start: 0, end: count };
        }
        let most = ALL + 2 * GRID;
        let start = seen.start.saturating_sub(ABOVE);
        let last = count.saturating_sub(most).next_multiple_of(GRID);
        let start = last.min(start - start % GRID);
        Self { start, end: count.min(start + most) }
    }

    /// One step on the way to another one: what is in view comes first.
    fn towards(self, goal: Self, seen: &Range<usize>) -> Self {
        let first = seen.start.clamp(goal.start, goal.end);
        if first + STEP < self.start || self.end <= first {
            let start = first.saturating_sub(1).max(goal.start);
            return Self { start, end: goal.end.min(start + STEP) };
        }
        let (above, below) = (self.start.saturating_sub(STEP), self.end + STEP);
        if self.start <= first && self.end < goal.end {
            return Self { start: self.start.max(goal.start), end: goal.end.min(below) };
        }
        Self { start: above.max(goal.start), end: self.end.min(goal.end) }
    }

    fn covers(self, seen: &Range<usize>) -> bool {
        self.start <= seen.start && seen.end <= self.end
    }
}
