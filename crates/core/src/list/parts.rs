//! A list that is read part by part, for who must not be kept waiting meanwhile.

use super::lines::Lines;
use super::reader::{Reader, Rest};
use super::{ListOptions, ListProblem, ListProblemKind, PastedList};
use super::{mark_duplicates, suggest_frequent};
use crate::unicode::Unicode;

/// Reads a list as [`parse_list`](super::parse_list) does, so many entries at a time.
///
/// ```
/// # #[cfg(feature = "native")] {
/// use invite_users_core::list::{ListOptions, ListReader};
/// use invite_users_core::unicode::Native;
///
/// let options = ListOptions::default();
/// let mut reader = ListReader::new("ann@acme.com, bob@acme.com, mia@acme.com", &options, &Native);
/// while reader.read(2) {
///     assert!(reader.position() < 40);
/// }
/// assert_eq!(reader.finish().entries.len(), 3);
/// # }
/// ```
pub struct ListReader<'a, 'o> {
    text: &'a str,
    read: &'a str,
    options: &'o ListOptions,
    reader: Reader<'a, 'o>,
    lines: Lines<'a>,
    /// What is left of the line that the last part ended in.
    rest: Option<Rest<'a>>,
}

impl<'a, 'o> ListReader<'a, 'o> {
    /// Nothing is read yet.
    pub fn new(text: &'a str, options: &'o ListOptions, unicode: &'o dyn Unicode) -> Self {
        let read = limited(text, options.max_bytes);
        let reader = Reader::new(read, options, unicode);
        Self { text, read, options, reader, lines: Lines::of(read), rest: None }
    }

    /// Reads about so many entries more; says whether anything is left. One line with tabs is read
    /// in one go.
    pub fn read(&mut self, entries: usize) -> bool {
        let most = self.reader.count().saturating_add(entries.max(1));
        while !self.reader.is_full() && self.reader.count() < most {
            self.rest = match (self.rest.take(), &mut self.lines) {
                (Some(rest), _) => self.reader.read_rest(rest, most),
                (None, lines) => {
                    let Some(line) = lines.next() else { return false };
                    self.reader.read_line(line, most)
                }
            };
        }
        !self.reader.is_full()
    }

    /// Up to where the text is read, in bytes.
    pub fn position(&self) -> usize {
        self.rest.as_ref().map_or(self.lines.at(), Rest::at)
    }

    /// The list as far as it was read; what is left unread is no problem of it.
    pub fn finish(self) -> PastedList<'a> {
        let Self { text, read, options, reader, .. } = self;
        let too_many = reader.is_full();
        let mut entries = reader.finish();
        let unread = if too_many || entries.len() > options.max_entries {
            entries.truncate(options.max_entries);
            let start = entries.last().map_or(0, |entry| entry.span.end);
            Some((ListProblemKind::TooManyEntries { max: options.max_entries }, start))
        } else {
            let kind = ListProblemKind::ListTooLong { max: options.max_bytes };
            (read.len() < text.len()).then_some((kind, read.len()))
        };
        mark_duplicates(&mut entries);
        suggest_frequent(&mut entries, &options.email.own_domains);
        let problem = unread.map(|(kind, start)| ListProblem { kind, span: start..text.len() });
        PastedList { entries, problems: problem.into_iter().collect() }
    }
}

/// As much of the text as is read, cut after a separator so that no address is halved.
fn limited(text: &str, max_bytes: usize) -> &str {
    if text.len() <= max_bytes {
        return text;
    }
    let boundary = (0..=max_bytes).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let head = &text[..boundary];
    let separates =
        |character: char| matches!(character, ',' | ';') || character.is_ascii_whitespace();
    head.rfind(separates).map_or("", |at| &head[..=at])
}
