//! Paste and drop: people and files are taken wherever in the element they arrive.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, HtmlInputElement};

use crate::later::{after, soon};
use crate::state::{FIELD, Phase, State};
use crate::transfer::Transfer;

/// Every event of a drag that passes over the element.
const DRAG_EVENTS: [&str; 6] =
    ["dragstart", "dragend", "dragenter", "dragover", "dragleave", "drop"];

/// After this long without a word the drag is elsewhere or was given up, in milliseconds; HTML asks
/// for one every 350.
const SILENCE: i32 = 600;

/// Shows, while something is dragged over the element, that it can be dropped.
#[component]
pub(crate) fn DropZone(state: State) -> impl IntoView {
    let zone = Zone {
        state,
        over: RwSignal::new(false),
        seen: StoredValue::new(0),
        own: StoredValue::new(false),
    };
    zone.listen();
    view! {
        <Show when=move || zone.over.get()>
            <div class={"drop"} part="drop" aria-hidden="true">
                <span class={"drop-words"}>{state.messages.text("drop")}</span>
            </div>
        </Show>
    }
}

#[derive(Clone, Copy)]
struct Zone {
    state: State,
    over: RwSignal<bool>,
    /// Counts what was heard of the drag.
    seen: StoredValue<u32>,
    /// Whether what is dragged comes from this element, as marked text does.
    own: StoredValue<bool>,
}

impl Zone {
    fn listen(self) {
        let root = self.state.root.get_value();
        let on_drag: Closure<dyn FnMut(DragEvent)> =
            Closure::new(move |event| self.on_drag(&event));
        for kind in DRAG_EVENTS {
            let callback = on_drag.as_ref().unchecked_ref();
            let _ = root.add_event_listener_with_callback(kind, callback);
        }
        let on_drag = StoredValue::new_local(on_drag);
        // A paste goes to the page's body where nothing editable has the focus.
        let paste =
            window_event_listener(leptos::ev::paste, move |event| on_paste(self.state, &event));
        on_cleanup(move || {
            paste.remove();
            let root = self.state.root.get_value();
            on_drag.with_value(|on_drag| {
                for kind in DRAG_EVENTS {
                    let callback = on_drag.as_ref().unchecked_ref();
                    let _ = root.remove_event_listener_with_callback(kind, callback);
                }
            });
        });
    }

    fn on_drag(self, event: &DragEvent) {
        let Some(data) = event.data_transfer() else { return };
        match event.type_().as_str() {
            "dragstart" => self.own.set_value(true),
            "dragend" => self.own.set_value(false),
            _ if self.own.get_value() || !Transfer::is_promised(&data) => {}
            "dragleave" => self.on_leave(event),
            "drop" => self.on_drop(event, &data),
            _ => self.on_over(event, &data),
        }
    }

    /// Without this the browser would open what is dropped.
    fn on_over(self, event: &DragEvent, data: &DataTransfer) {
        event.prevent_default();
        let takes = self.state.phase.get_untracked() == Phase::Editing;
        data.set_drop_effect(if takes { "copy" } else { "none" });
        self.seen.update_value(|seen| *seen = seen.wrapping_add(1));
        if self.over.get_untracked() != takes {
            self.over.set(takes);
        }
    }

    /// The drag leaves a part for another, or the element, or the person gives up.
    fn on_leave(self, event: &DragEvent) {
        let host = self.state.root.with_value(web_sys::ShadowRoot::host);
        if is_outside(&host, event) {
            return self.over.set(false);
        }
        let seen = self.seen.get_value();
        after(SILENCE, move || {
            if self.seen.try_get_value() == Some(seen) {
                self.over.try_set(false);
            }
        });
    }

    fn on_drop(self, event: &DragEvent, data: &DataTransfer) {
        event.prevent_default();
        self.over.set(false);
        let state = self.state;
        let on_field = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let on_field = on_field.is_some_and(|target| target.id() == FIELD);
        let dropped = Transfer::read(data);
        soon(move || {
            if !state.is_gone() && !state.take(&dropped, on_field) && on_field {
                state.append_typed(&dropped.text);
            }
        });
    }
}

fn is_outside(host: &Element, event: &DragEvent) -> bool {
    let area = host.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    x <= area.left() || x >= area.right() || y <= area.top() || y >= area.bottom()
}

/// Takes what is pasted while the focus is in the element; other text fields keep what is theirs.
fn on_paste(state: State, event: &ClipboardEvent) {
    let focused = state.root.with_value(web_sys::ShadowRoot::active_element);
    let (Some(focused), Some(data)) = (focused, event.clipboard_data()) else { return };
    let on_field = focused.id() == FIELD;
    if event.default_prevented() || is_text_field(&focused) && !on_field {
        return;
    }
    if state.take(&Transfer::read(&data), on_field) {
        event.prevent_default();
    }
}

fn is_text_field(element: &Element) -> bool {
    let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
    match input {
        Some(kind) => !matches!(kind.as_str(), "checkbox" | "radio" | "file"),
        None => element.tag_name() == "TEXTAREA",
    }
}
