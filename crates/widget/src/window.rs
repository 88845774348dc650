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
    /// What it is, wherever it stands.
    pub(crate) key: Key,
    /// The places of the rows that it stands for.
    pub(crate) places: Range<usize>,
    /// Of a gap: those of its rows that are drawn next.
    pub(crate) next: Option<Range<usize>>,
}

/// What an item is. A gap goes by the row that it has on its far side from the window, or by the list's end: then no
/// row that stays has to pass one when the window moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// A row, by its id.
    Row(u32),
    /// The gap after this row, or at the top of the list; it is above the window.
    After(Option<u32>),
    /// The gap before this row, or at the bottom of the list; it is below the window.
    Before(Option<u32>),
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
        self.items.with(|items| {
            items.iter().find(|it| it.key == Key::Row(id)).map(|it| it.places.start + 1)
        })
    }
}

impl Key {
    /// Whether it is a row, and no gap.
    pub(crate) fn is_row(self) -> bool {
        matches!(self, Self::Row(_))
    }

    /// Whether it is a gap above the window, so that its way out is at its end.
    pub(crate) fn is_above(self) -> bool {
        matches!(self, Self::After(_))
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
    let id = |place: usize| rows.get(place).map(|row| row.id);
    let (mut items, mut at) = (Vec::new(), 0_usize);
    let behind = rows.len()..rows.len();
    for (index, range) in drawn.into_iter().chain([behind]).enumerate() {
        let key = if index <= middle {
            Key::After(at.checked_sub(1).and_then(id))
        } else {
            Key::Before(id(range.start))
        };
        items.extend(gap(at..range.start, key));
        at = range.end;
        items.extend(range.map(|place| Item {
            key: Key::Row(rows[place].id),
            places: place..place + 1,
            next: None,
        }));
    }
    items
}

/// The gap in the place of these rows, if they are any; a button leads out of it to the window.
fn gap(places: Range<usize>, key: Key) -> Option<Item> {
    let next = match key {
        Key::Before(_) => places.start..places.end.min(places.start + PAGE),
        _ => places.start.max(places.end.saturating_sub(PAGE))..places.end,
    };
    (!places.is_empty()).then_some(Item { key, places, next: Some(next) })
}
