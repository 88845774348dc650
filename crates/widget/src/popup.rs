//! Popups: what lies over the page at the control that it belongs to. They are popovers, so that
//! nothing around them clips or covers them, not even a modal dialog.
//!
//! Script places them, since CSS anchor positioning is younger than the browsers that are promised.
//! It looks once a frame: an anchor moves for more reasons than there are events for, such as
//! scrolling in another shadow tree, a field that grows, or a keyboard that rises on the screen.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, Event, HtmlElement};

use crate::state::State;

/// Between a popup and its anchor, and between a popup and the edge of what is seen, in pixels.
const GAP: f64 = 4.0;

const OPEN: &str = ":popover-open";

/// Shows the popup at its anchor; any other one of this widget is hidden.
pub(crate) fn show(state: State, popup: &str, anchor: &str) {
    let Some(element) = element(state, popup) else { return };
    if is_open(&element) {
        return;
    }
    let other = state.root.with_value(|root| root.query_selector(OPEN).ok().flatten());
    if let Some(other) = other {
        let _ = other.unchecked_into::<HtmlElement>().hide_popover();
    }
    let _ = element.show_popover();
    follow(state, popup, anchor);
}

/// Hides the popup.
pub(crate) fn hide(state: State, popup: &str) {
    if let Some(element) = element(state, popup) {
        let _ = element.hide_popover();
    }
}

/// Whether it is told by `beforetoggle` or `toggle` that a popup opens.
pub(crate) fn opens(event: &Event) -> bool {
    let state = Reflect::get(event, &"newState".into());
    state.is_ok_and(|state| state == "open")
}

/// Keeps a popup that is shown, or is about to be, at its anchor until it is hidden.
pub(crate) fn follow(state: State, popup: &str, anchor: &str) {
    if let (Some(popup), Some(anchor)) = (element(state, popup), element(state, anchor)) {
        Placed { popup, anchor, style: String::new() }.keep_next();
    }
}

/// The edges of a box in the page's viewport, in pixels.
struct Edges {
    top: f64,
    right: f64,
    bottom: f64,
    left: f64,
}

struct Placed {
    popup: HtmlElement,
    anchor: HtmlElement,
    /// As it was written last: the same once more would make the browser lay out again.
    style: String,
}

impl Placed {
    /// Before the next frame is painted.
    fn keep_next(self) {
        request_animation_frame(move || self.keep());
    }

    fn keep(mut self) {
        if !is_open(&self.popup) {
            return;
        }
        let at = Edges::from(self.anchor.get_bounding_client_rect());
        let view = Edges::seen();
        if at.bottom < view.top || at.top > view.bottom {
            return drop(self.popup.hide_popover());
        }
        let style = self.style_at(&at, &view);
        if style != self.style {
            self.popup.style().set_css_text(&style);
            self.style = style;
        }
        self.keep_next();
    }

    /// Below the anchor, or above it where below has too little room and above has more.
    fn style_at(&self, at: &Edges, view: &Edges) -> String {
        let (below, above) = (view.bottom - at.bottom - 2.0 * GAP, at.top - view.top - 2.0 * GAP);
        let flipped = below < f64::from(self.popup.scroll_height()) && above > below;
        let (top, room) = if flipped { (at.top - GAP, above) } else { (at.bottom + GAP, below) };
        let lengths = [
            ("top:", top),
            ("px;left:", self.left(at, view)),
            ("px;max-height:", room.max(0.0)),
            ("px;min-width:", at.right - at.left),
        ];
        let mut style = String::new();
        for (property, pixels) in lengths {
            style.push_str(property);
            style.push_str(&whole(pixels).to_string());
        }
        style + if flipped { "px;translate:0 -100%" } else { "px" }
    }

    /// Its start at the anchor's, moved where it would not be seen whole.
    fn left(&self, at: &Edges, view: &Edges) -> f64 {
        let width = f64::from(self.popup.offset_width());
        let rtl = self.anchor.matches(":dir(rtl)") == Ok(true);
        let left = if rtl { at.right - width } else { at.left };
        left.min(view.right - GAP - width).max(view.left + GAP)
    }
}

impl Edges {
    /// What of the page is seen: without what zoom by two fingers or a keyboard on the screen hides.
    fn seen() -> Self {
        let Some(view) = window().visual_viewport() else {
            return Self { top: 0.0, right: f64::MAX, bottom: f64::MAX, left: 0.0 };
        };
        let (top, left) = (view.offset_top(), view.offset_left());
        Self { top, right: left + view.width(), bottom: top + view.height(), left }
    }
}

impl From<DomRect> for Edges {
    fn from(rect: DomRect) -> Self {
        Self { top: rect.top(), right: rect.right(), bottom: rect.bottom(), left: rect.left() }
    }
}

fn element(state: State, id: &str) -> Option<HtmlElement> {
    state.root.with_value(|root| root.get_element_by_id(id)?.dyn_into().ok())
}

fn is_open(popup: &Element) -> bool {
    popup.matches(OPEN) == Ok(true)
}

#[expect(clippy::cast_possible_truncation, reason = "no page is that large")]
fn whole(pixels: f64) -> i32 {
    pixels.round() as i32
}
