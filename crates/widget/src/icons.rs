//! Icons: inline SVG in the text's colour, decoration beside words that say the same.

use leptos::prelude::*;

/// What an icon shows, as path data on a grid of 16 by 16.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    /// A tick.
    Check,
    /// An arrow that points down.
    Chevron,
    /// A clock.
    Clock,
    /// Two sheets.
    Copies,
    /// A cross.
    Cross,
    /// A sheet with a folded corner.
    File,
    /// A minus in a circle.
    Minus,
    /// A pencil.
    Pencil,
    /// People.
    People,
    /// A question mark in a circle.
    Question,
    /// A magnifying glass.
    Search,
    /// An arrow that turns back.
    Undo,
    /// An exclamation mark in a triangle.
    Warning,
    /// An exclamation mark in a circle.
    Wrong,
}

const CIRCLE: &str = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z";

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Check => "m3.5 8.5 3 3 6-7",
            Self::Chevron => "m4.5 6.5 3.5 3.5 3.5-3.5",
            Self::Clock => "M8 4.5V8l2.5 1.5",
            Self::Copies => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Cross => "m4 4 8 8M12 4l-8 8",
            Self::File => "M9.5 2h-6v12h9V5zM9.5 2v3h3M6 8.5h4M6 11h4",
            Self::Minus => "M5.5 8h5",
            Self::Pencil => "m3 13 .5-2.5 7.25-7.25a1.4 1.4 0 0 1 2 2L5.5 12.5zM9.5 4.5l2 2",
            Self::People => {
                "M6 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z\
                 M1.75 13c.4-2.2 2.1-3.5 4.25-3.5s3.85 1.3 4.25 3.5\
                 M10.5 3.2a2.25 2.25 0 0 1 0 4.1M11.9 9.8c1.3.5 2.1 1.6 2.35 3.2"
            }
            Self::Question => "M6.4 6.4a1.6 1.6 0 1 1 2.4 1.4c-.5.3-.8.6-.8 1.2M8 11v.25",
            Self::Search => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.25 10.25l3.25 3.25",
            Self::Undo => "M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7",
            Self::Warning => "M8 2.5 14 13H2zM8 6.5v3M8 11v.25",
            Self::Wrong => "M8 5v3.5M8 10.75V11",
        }
    }

    fn circled(self) -> bool {
        matches!(self, Self::Clock | Self::Minus | Self::Question | Self::Wrong)
    }

    /// The icon, hidden from assistive technology.
    pub(crate) fn view(self) -> impl IntoView {
        let outline = if self.circled() { CIRCLE } else { "" };
        view! {
            <svg class={"icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d={[outline, self.path()].concat()} />
            </svg>
        }
    }
}
