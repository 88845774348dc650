//! What a paste or a drop brings: text, or files.

use js_sys::Array;
use web_sys::{DataTransfer, File};

/// What was pasted or dropped.
pub(crate) struct Transfer {
    /// The text; of a page's links the addresses, where nothing else has any.
    pub(crate) text: String,
    /// The files, where they are what is meant.
    pub(crate) files: Vec<File>,
}

impl Transfer {
    /// Reads it, which only the handler of its event may do.
    pub(crate) fn read(data: &DataTransfer) -> Self {
        let text = data.get_data("text/plain").unwrap_or_default();
        let files: Vec<File> = data.files().map(|list| files(&list)).unwrap_or_default();
        // Cells copied from a spreadsheet come with a picture of them, and a file that is copied with
        // its name as text.
        let picture = |file: &File| file.type_().starts_with("image/");
        if !files.is_empty() && (text.trim().is_empty() || !files.iter().all(picture)) {
            return Self { text: String::new(), files };
        }
        let links = if text.contains('@') { String::new() } else { linked(data) };
        Self { text: if links.is_empty() { text } else { links }, files: Vec::new() }
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.text.trim().is_empty()
    }

    /// Whether it would bring something; what it is can't be known before the drop.
    pub(crate) fn is_promised(data: &DataTransfer) -> bool {
        let types: Array = data.types();
        ["Files", "text/plain", "text/html"].iter().any(|kind| types.includes(&(*kind).into(), 0))
    }
}

/// The files in a list of the platform's.
pub(crate) fn files(list: &web_sys::FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.item(index)).collect()
}

/// The `mailto:` links of what was copied from a page, one a line, for the list reader to read.
fn linked(data: &DataTransfer) -> String {
    let html = data.get_data("text/html").unwrap_or_default();
    let mut lines = String::new();
    for link in html.split("mailto:").skip(1) {
        let end = link.find(['"', '\'', '>', '?', ' ', '&']).unwrap_or(link.len());
        lines.push_str(&link[..end]);
        lines.push('\n');
    }
    lines
}
