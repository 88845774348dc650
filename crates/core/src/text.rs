//! Texts that are written in this program, or come from a host that describes an API of its own.

use std::borrow::Cow;

/// A text of either origin.
pub type Text = Cow<'static, str>;

/// A text that is written in this program.
pub(crate) const fn text(text: &'static str) -> Text {
    Cow::Borrowed(text)
}
