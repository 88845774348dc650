//! The window: which rows of a long list are drawn. Nobody sees ten thousand at once, and a page that
//! holds them all is slow.

use std::ops::Range;

use leptos::prelude::*;

use crate::state::Row;

mod heights;
mod look;

pub(crate) use heights::Heights;

/// Up to how many rows all of them are drawn; of more, about so many.
const ALL: usize = 200;

/// How many rows a button shows.
const PAGE: usize = 200;

/// The window that is drawn, and what it is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Window {
    /// The rows around what is in view, by their places in what is shown.
    span: RwSignal<Span>,
    /// What stands in the list, in its order.
    pub(crate) items: Memo<Vec<Item>>,
    /// How many rows there are, where not all are drawn.
    pub(crate) size: Memo<Option<usize>>,
    /// How high the rows were that are not drawn any more.
    pub(crate) heights: StoredValue<Heights>,
    /// The step that is to be taken next.
    step: StoredValue<Step>,
}

/// A step that is to be taken.
#[derive(Clone, Copy, Default)]
struct Step {
    /// Counts them, since a later one takes the place of one that waits.
    number: u32,
    /// Whether somebody waits for it: there is nothing drawn where they look.
    hurried: bool,
}

/// Some rows one after the other, by their places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Span {
    start: usize,
    end: usize,
}

/// What stands in the list: a row, or a gap in the place of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The row's id; a gap has one of the highest numbers, the same one wherever it goes.
    pub(crate) key: u32,
    /// The places of the rows that it stands for.
    pub(crate) places: Range<usize>,
    /// Of a gap: those of its rows that are drawn next.
    pub(crate) next: Option<Range<usize>>,
}

impl Window {
    /// A window on these rows, in which `kept` are drawn wherever it goes.
    pub(crate) fn new(shown: Memo<Vec<Row>>, kept: Signal<[Option<u32>; 2]>) -> Self {
        let span = RwSignal::<Span>::default();
        let items = Memo::new(move |_| shown.with(|rows| items(rows, span.get(), kept.get())));
        let size = Memo::new(move |_| {
            let rows = shown.with(Vec::len);
            (rows > ALL).then_some(rows)
        });
        let heights = StoredValue::default();
        Self { span, items, size, heights, step: StoredValue::default() }
    }

    /// Draws nothing yet: the list is about to be built.
    pub(crate) fn close(self) {
        self.span.set(Span::default());
    }

    /// Whether something of the list is drawn.
    pub(crate) fn is_open(self) -> bool {
        self.span.get() != Span::default()
    }

    /// The place of a row in the list, from 1, where not all are drawn.
    pub(crate) fn place(self, id: u32) -> Option<usize> {
        self.size.get()?;
        self.items.with(|items| items.iter().find(|it| it.key == id).map(|it| it.places.start + 1))
    }
}

impl Item {
    /// Whether it is a gap before the window, so that its way out is at its end.
    pub(crate) fn is_above(&self) -> bool {
        self.next.is_some() && (u32::MAX - self.key).is_multiple_of(2)
    }
}

/// The rows of the span, those that are kept, and the gaps between them.
fn items(rows: &[Row], span: Span, kept: [Option<u32>; 2]) -> Vec<Item> {
    let end = span.end.min(rows.len());
    let span = span.start.min(end)..end;
    let alone = rows.iter().enumerate().filter_map(|(place, row)| {
        let is_alone = kept.contains(&Some(row.id)) && !span.contains(&place);
        is_alone.then_some(place..place + 1)
    });
    let mut drawn: Vec<Range<usize>> = alone.collect();
    let middle = drawn.partition_point(|other| other.start < span.start);
    drawn.insert(middle, span);
    let (mut items, mut at) = (Vec::new(), 0);
    let behind = rows.len()..rows.len();
    for (index, range) in drawn.into_iter().chain([behind]).enumerate() {
        items.extend(gap(at..range.start, index, middle));
        at = range.end;
        items.extend(range.map(|place| Item {
            key: rows[place].id,
            places: place..place + 1,
            next: None,
        }));
    }
    items
}

/// The gap before the `index`th of what is drawn; a button leads out of it to the `middle`.
fn gap(places: Range<usize>, index: usize, middle: usize) -> Option<Item> {
    let is_before = index <= middle;
    let distance = if is_before { 2 * (middle - index) } else { 2 * (index - middle) - 1 };
    let next = if is_before {
        places.start.max(places.end.saturating_sub(PAGE))..places.end
    } else {
        places.start..places.end.min(places.start + PAGE)
    };
    let key = u32::MAX - u32::try_from(distance).unwrap_or_default();
    (!places.is_empty()).then_some(Item { key, places, next: Some(next) })
}
