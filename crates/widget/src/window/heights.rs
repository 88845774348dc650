//! How high rows are: what was measured, and for the others the mean of that.

use std::ops::Range;

use crate::state::Row;

/// Until one is measured; what a row of one line comes to.
const USUAL: f64 = 41.0;

/// The heights of the rows that were drawn, in CSS pixels.
#[derive(Default)]
pub(crate) struct Heights {
    /// By the rows' ids; 0 for those that were never drawn.
    known: Vec<f64>,
    sum: f64,
    count: f64,
    /// How wide the list was then: at another width text breaks elsewhere.
    width: f64,
}

impl Heights {
    /// Forgets everything where the list has another width now.
    pub(crate) fn at_width(&mut self, width: f64) {
        if (self.width - width).abs() > 0.5 {
            *self = Self { width, ..Self::default() };
        }
    }

    /// Keeps the height of a row.
    pub(crate) fn note(&mut self, id: u32, height: f64) {
        let id = id as usize;
        if id >= self.known.len() {
            self.known.resize(id + 1, 0.0);
        }
        self.count += if self.known[id] > 0.0 { 0.0 } else { 1.0 };
        self.sum += height - self.known[id];
        self.known[id] = height;
    }

    /// How high these rows are, one below the other.
    pub(crate) fn of(&self, rows: &[Row]) -> f64 {
        let mean = self.mean();
        rows.iter().map(|row| self.of_row(row, mean)).sum()
    }

    /// Which of these rows lie between the two lines, both measured from the top of the first.
    pub(crate) fn between(&self, rows: &[Row], top: f64, bottom: f64) -> Range<usize> {
        let mean = self.mean();
        let (mut at, mut first) = (0.0, 0);
        for (place, row) in rows.iter().enumerate() {
            if at >= bottom {
                return first..place;
            }
            at += self.of_row(row, mean);
            first = if at <= top { place + 1 } else { first };
        }
        first..rows.len()
    }

    fn of_row(&self, row: &Row, mean: f64) -> f64 {
        self.known.get(row.id as usize).copied().filter(|height| *height > 0.0).unwrap_or(mean)
    }

    fn mean(&self) -> f64 {
        if self.count > 0.0 { self.sum / self.count } else { USUAL }
    }
}
