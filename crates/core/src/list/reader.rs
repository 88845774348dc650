//! Reads a list line by line: fragments between separators, groups, and rows with tabs.

use std::borrow::Cow;
use std::ops::Range;

use super::lines::Line;
use super::piece::Piece;
use super::token::{Lexer, Token, TokenKind};
use super::{Entry, ListOptions, name, prefix};
use crate::email::{EmailAddress, EmailError, EmailErrorKind, is_at_sign, is_trimmed, trim};
use crate::unicode::Unicode;

mod direct;
mod fragment;
mod row;
mod unit;

/// What has been read, and what is still open.
pub(super) struct Reader<'a, 'o> {
    text: &'a str,
    options: &'o ListOptions,
    unicode: &'o dyn Unicode,
    entries: Vec<Entry<'a>>,
    /// The tokens of the fragment that is being read.
    tokens: Vec<Token>,
    /// Its pieces; kept for their memory.
    pieces: Vec<Piece>,
    /// Fragments without an @ sign that may be the first half of `Last, First <a@b>`.
    pending: Vec<Fragment>,
    /// Bullets, labels and brackets that belong to the next entry.
    lead: Option<Range<usize>>,
    group: Option<Group<'a>>,
    /// Whether the commonest shapes are read directly; off only to show that it changes nothing.
    direct: bool,
}

/// As people paste them, an address with a name is a little longer, and one without is shorter.
const BYTES_PER_ENTRY: usize = 32;

/// What is left of a line.
pub(super) struct Rest<'a> {
    lexer: Lexer<'a>,
    content: &'a str,
}

/// What stands between two separators.
#[derive(Clone, Debug)]
struct Fragment {
    /// With what leads it.
    span: Range<usize>,
    /// Without.
    words: Range<usize>,
}

/// `Team: ann@example.com, bob@example.com;`
struct Group<'a> {
    words: Range<usize>,
    /// Known from the first member on.
    name: Option<Cow<'a, str>>,
    has_members: bool,
    /// Whether its name stood alone on a line, so that it goes on over those that follow.
    spans_lines: bool,
}

impl Rest<'_> {
    /// Where it begins.
    pub(super) fn at(&self) -> usize {
        self.lexer.at()
    }
}

impl<'a, 'o> Reader<'a, 'o> {
    pub(super) fn new(text: &'a str, options: &'o ListOptions, unicode: &'o dyn Unicode) -> Self {
        // Growing a list copies it again and again.
        let expected = text.len() / BYTES_PER_ENTRY;
        Self {
            text,
            options,
            unicode,
            entries: Vec::with_capacity(expected.min(options.max_entries)),
            tokens: Vec::new(),
            pieces: Vec::new(),
            pending: Vec::new(),
            lead: None,
            group: None,
            direct: true,
        }
    }

    /// Whether there are more entries than the options allow, so that reading on is in vain.
    pub(super) fn is_full(&self) -> bool {
        self.count() > self.options.max_entries
    }

    /// How many entries were read so far, or may become some.
    pub(super) fn count(&self) -> usize {
        self.entries.len() + self.pending.len()
    }

    /// Reads one line, or the first part of it: until there are `most` entries. What is left of it
    /// is read by [`Self::read_rest`].
    pub(super) fn read_line(&mut self, line: Line, most: usize) -> Option<Rest<'a>> {
        let content = trim(&self.text[line.span.clone()]).1;
        if content.is_empty() {
            self.end_group_at_blank_line();
            return None;
        }
        if line.has_tab && self.read_row(line.span.clone()) {
            self.end_group_at_line_end(content);
            return None;
        }
        let lexer = self.begin_fragments(line.span);
        self.read_rest(Rest { lexer, content }, most)
    }

    /// Goes on with a line.
    pub(super) fn read_rest(&mut self, mut rest: Rest<'a>, most: usize) -> Option<Rest<'a>> {
        if !self.read_tokens(&mut rest.lexer, most) {
            return Some(rest);
        }
        self.end_group_at_line_end(rest.content);
        None
    }

    /// The entries, what was left open among them.
    pub(super) fn finish(mut self) -> Vec<Entry<'a>> {
        self.close_group();
        self.reject_lead();
        for entry in &mut self.entries {
            entry.text = self.text[entry.span.clone()].into();
        }
        self.entries
    }

    fn read_fragments(&mut self, span: Range<usize>) {
        let mut lexer = self.begin_fragments(span);
        self.read_tokens(&mut lexer, usize::MAX);
    }

    fn begin_fragments(&mut self, span: Range<usize>) -> Lexer<'a> {
        let content = self.text[span.clone()].trim_start_matches(is_trimmed);
        let start = span.end - content.len() + prefix::bullets(content);
        if span.end - start < content.len() {
            self.extend_lead(span.end - content.len()..start);
        }
        Lexer::new(self.text, start..span.end, self.options.max_comment_depth)
    }

    /// Says whether it came to the end before there were `most` entries.
    fn read_tokens(&mut self, lexer: &mut Lexer<'a>, most: usize) -> bool {
        loop {
            if self.direct && self.tokens.is_empty() {
                self.read_direct(lexer);
            }
            let Some(token) = lexer.next() else { break };
            match token.kind {
                TokenKind::Comma => self.end_fragment(true),
                TokenKind::Colon => self.open_group(token.span.end),
                TokenKind::Tab => self.end_fragment(false),
                TokenKind::Semicolon => {
                    self.end_fragment(false);
                    self.close_group();
                }
                _ => self.tokens.push(token),
            }
            if self.is_full() {
                break;
            }
            if self.tokens.is_empty() && self.count() >= most {
                return false;
            }
        }
        self.end_fragment(false);
        true
    }

    /// Ends the fragment; after a comma it may go on, as in `Last, First <a@b>`.
    fn end_fragment(&mut self, may_go_on: bool) {
        let tokens = std::mem::take(&mut self.tokens);
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            let words = first.span.start..last.span.end;
            if tokens.iter().all(|token| token.kind == TokenKind::Punctuation) {
                self.add_punctuation(words);
            } else if tokens.iter().any(Token::needs_reading) {
                self.read_fragment(&tokens, &words);
            } else {
                let span = self.with_lead(words.clone());
                self.pending.push(Fragment { span, words });
            }
        }
        self.tokens = tokens;
        self.tokens.clear();
        if !may_go_on {
            self.reject_pending();
        }
    }

    /// Brackets and full stops on their own belong to the entry that they enclose.
    fn add_punctuation(&mut self, span: Range<usize>) {
        self.reject_pending();
        let opens = self.text[span.clone()].starts_with('[');
        match self.entries.last_mut() {
            Some(last) if !opens && self.lead.is_none() => {
                last.span.end = span.end;
            }
            _ => self.extend_lead(span),
        }
    }

    fn extend_lead(&mut self, span: Range<usize>) {
        let start = self.lead.take().map_or(span.start, |lead| lead.start);
        self.lead = Some(start..span.end);
    }

    fn with_lead(&mut self, span: Range<usize>) -> Range<usize> {
        self.lead.take().map_or(span.start, |lead| lead.start)..span.end
    }

    /// A lead without anything that follows is an entry of its own.
    fn reject_lead(&mut self) {
        if let Some(lead) = self.lead.take() {
            let named = self.text[lead.clone()].ends_with([':', '：']);
            let kind = if named { EmailErrorKind::EmptyGroup } else { EmailErrorKind::MissingAt };
            self.push(lead.clone(), None, Err(EmailError::new(kind, lead)));
        }
    }

    fn reject_pending(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let mut pending = std::mem::take(&mut self.pending);
        for fragment in pending.drain(..) {
            let error = EmailError::new(EmailErrorKind::MissingAt, fragment.words);
            self.push(fragment.span, None, Err(error));
        }
        self.pending = pending;
    }

    fn push(
        &mut self,
        span: Range<usize>,
        name: Option<Cow<'a, str>>,
        email: Result<EmailAddress, EmailError>,
    ) {
        let span = self.with_lead(span);
        let group = self.group.as_mut().and_then(|group| {
            if !group.has_members {
                group.name = name::clean(&self.text[group.words.clone()], self.options.max_name);
                group.has_members = true;
            }
            group.name.clone()
        });
        self.entries.push(Entry { text: "".into(), span, name, group, email, duplicate_of: None });
    }

    /// What was read so far was the name of a group, or a label.
    fn open_group(&mut self, end: usize) {
        self.reject_pending();
        let start = self.tokens.first().map_or(end, |token| token.span.start);
        let words = start..self.tokens.last().map_or(end, |token| token.span.end);
        self.tokens.clear();
        self.extend_lead(start..end);
        if !prefix::is_label(&self.text[words.clone()]) {
            self.group = Some(Group { words, name: None, has_members: false, spans_lines: false });
        }
    }

    fn close_group(&mut self) {
        if self.group.take().is_some_and(|group| !group.has_members) {
            self.reject_lead();
        }
    }

    fn end_group_at_blank_line(&mut self) {
        self.group.take_if(|group| group.has_members);
    }

    /// A group ends with its line, unless its name stands alone or the line ends in a comma.
    fn end_group_at_line_end(&mut self, content: &str) {
        let goes_on = content.ends_with(',');
        if let Some(group) = &mut self.group {
            group.spans_lines |= !group.has_members;
        }
        self.group.take_if(|group| !group.spans_lines && !goes_on);
    }
}
