//! What is drawn of the list: a row stays the same element wherever the window goes. A list of Leptos'
//! own moves elements when several come before them, and what is moved loses the focus.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::state::Row;
use crate::window::{Heights, Item, Key};

/// The elements of the list, in its order.
#[derive(Default)]
pub(crate) struct Drawn(Vec<Piece>);

/// One element of the list.
struct Piece {
    key: Key,
    element: Element,
    view: AnyViewState,
    /// What the view reads lives in it.
    _owner: Owner,
}

impl Drawn {
    /// Draws these items and no others; what of them is there stays.
    pub(crate) fn show(
        &mut self,
        items: &[Item],
        list: &Element,
        heights: &mut Heights,
        view: impl Fn(&Item) -> (Owner, AnyView),
    ) {
        self.measure(list, heights);
        self.keep(items, heights);
        for (place, item) in items.iter().enumerate() {
            let follower = self.0.get(place);
            if follower.is_some_and(|piece| piece.key == item.key) {
                continue;
            }
            let follower = follower.map(|piece| piece.element.clone());
            let piece = Piece::build(item, view(item), list, follower.as_ref());
            self.0.insert(place, piece);
        }
        // Above what is in view each pixel counts; below, rows are measured when they are laid out.
        if items.first().is_some_and(|item| item.key.is_above()) {
            self.measure(list, heights);
        }
    }

    /// Makes each gap as high as the rows that it stands for.
    pub(crate) fn size_gaps(&self, items: &[Item], rows: &[Row], heights: &Heights) {
        for (piece, item) in self.0.iter().zip(items).filter(|(piece, _)| !piece.key.is_row()) {
            let height = heights.of(&rows[item.places.clone()]).to_string();
            let style = piece.element.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property("height", &[&*height, "px"].concat());
        }
    }

    /// Takes away what is not among the items.
    fn keep(&mut self, items: &[Item], heights: &mut Heights) {
        let mut places: Vec<(Key, usize)> =
            items.iter().enumerate().map(|(place, item)| (item.key, place)).collect();
        places.sort_unstable();
        let mut free = 0;
        self.0.retain_mut(|piece| {
            let found = places.binary_search_by_key(&piece.key, |(key, _)| *key);
            // In another order than before it is drawn anew.
            let place = found.ok().map(|found| places[found].1).filter(|place| *place >= free);
            match place {
                Some(place) => free = place + 1,
                None => piece.leave(heights),
            }
            place.is_some()
        });
    }

    /// Takes down how high the rows are; only where something is missing, since that is why.
    fn measure(&self, list: &Element, heights: &mut Heights) {
        if self.0.iter().any(|piece| !piece.key.is_row()) {
            heights.at_width(list.get_bounding_client_rect().width());
            self.0.iter().for_each(|piece| piece.measure(heights));
        }
    }
}

impl Piece {
    fn build(
        item: &Item,
        (owner, view): (Owner, AnyView),
        list: &Element,
        follower: Option<&Element>,
    ) -> Self {
        let mut view = owner.with(|| view.build());
        view.mount(list, follower.map(|element| &**element));
        let element = view.elements().into_iter().next().unwrap_or_else(|| list.clone());
        Self { key: item.key, element, view, _owner: owner }
    }

    fn measure(&self, heights: &mut Heights) {
        if let Key::Row(id) = self.key {
            heights.note(id, self.element.get_bounding_client_rect().height());
        }
    }

    fn leave(&mut self, heights: &mut Heights) {
        self.measure(heights);
        self.view.unmount();
    }
}
