//! How much of the page the footer covers, so that what gets the focus is never scrolled under it
//! (WCAG 2.2, 2.4.11).

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

/// Writes the height of the footer into `--_covered` of what it stands in, whenever it changes.
pub(crate) fn measure(footer: &HtmlElement) {
    let sticky = footer.clone();
    let write = Closure::<dyn Fn()>::new(move || write(&sticky));
    let Ok(observer) = ResizeObserver::new(write.as_ref().unchecked_ref()) else { return };
    observer.observe(footer);
    let kept = StoredValue::new_local((observer, write));
    on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
}

fn write(footer: &HtmlElement) {
    let base = footer.parent_element().and_then(|base| base.dyn_into::<HtmlElement>().ok());
    if let Some(base) = base {
        let height = [footer.offset_height().to_string().as_str(), "px"].concat();
        let _ = base.style().set_property("--_covered", &height);
    }
}
