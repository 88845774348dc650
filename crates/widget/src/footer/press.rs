//! Presses in the footer, where one button takes the place of another while somebody double-clicks.

use web_sys::MouseEvent;

/// Does this at a press, and not at the second half of a double click: that was meant for the button
/// that stood there before.
pub(super) fn once(act: impl Fn() + 'static) -> impl Fn(MouseEvent) + 'static {
    move |event| {
        if event.detail() < 2 {
            act();
        }
    }
}
