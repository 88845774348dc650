//! The words, quotes, brackets and separators of one line, cut in one pass.
//!
//! The shapes are those of RFC 5322, section 3.2, as people paste them: whatever is not closed
//! ends with its line, so that one slip can't swallow the rest of the list.

use std::ops::Range;

use super::class::{WORD, run};
use crate::email::{is_at_sign, is_trimmed, trim};

/// A piece of a line that is not cut further.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Range<usize>,
    /// Whether it may hold an address.
    pub(super) has_at: bool,
    /// Whether it begins where the token before it ends.
    pub(super) glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    Quoted,
    Angle,
    Comment,
    /// A square bracket beside a word, or nothing but full stops.
    Punctuation,
    Comma,
    Semicolon,
    Tab,
    /// Ends the name of a group, or a label such as `To`.
    Colon,
    UnclosedQuote,
    UnclosedAngle,
    UnclosedComment,
    CommentTooDeep,
}

impl Token {
    /// Whether it makes its fragment more than a name.
    pub(super) fn needs_reading(&self) -> bool {
        self.has_at
            || matches!(
                self.kind,
                TokenKind::UnclosedQuote
                    | TokenKind::UnclosedAngle
                    | TokenKind::UnclosedComment
                    | TokenKind::CommentTooDeep
            )
    }
}

/// Cuts one line into tokens.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    max_comment_depth: usize,
    /// Where the last token ended.
    last_end: Option<usize>,
    /// Whether a colon would come after a name: there is one, and no @ sign yet.
    after_name: bool,
    at_seen: bool,
    /// Up to where it is known that no smart quote closes; else many would make many searches.
    no_smart_quote_before: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str, line: Range<usize>, max_comment_depth: usize) -> Self {
        Self {
            text,
            at: line.start,
            end: line.end,
            max_comment_depth,
            last_end: None,
            after_name: false,
            at_seen: false,
            no_smart_quote_before: 0,
        }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes on behind what was read without it.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn token(&mut self, kind: TokenKind, length: usize) -> Token {
        let has_at = match kind {
            TokenKind::Angle => true,
            TokenKind::Quoted | TokenKind::Comment => holds_at_sign(&self.rest()[..length]),
            _ => false,
        };
        self.token_with(kind, length, has_at)
    }

    fn token_with(&mut self, kind: TokenKind, length: usize, has_at: bool) -> Token {
        let span = self.at..self.at + length;
        let glued = self.last_end == Some(span.start);
        self.at = span.end;
        self.last_end = Some(span.end);
        self.at_seen |= has_at;
        self.after_name = true;
        Token { kind, span, has_at, glued }
    }

    fn separator(&mut self, kind: TokenKind, length: usize) -> Token {
        let token = self.token(kind, length);
        (self.at_seen, self.after_name) = (false, false);
        token
    }

    fn quoted(&mut self) -> Token {
        match closing_quote(self.rest()) {
            Some(length) => self.token(TokenKind::Quoted, length),
            None => self.unclosed(TokenKind::UnclosedQuote),
        }
    }

    /// `<ann@example.com>`, or with as many more brackets as were opened.
    fn angle(&mut self) -> Token {
        let rest = self.rest();
        let opened = rest.bytes().take_while(|&byte| byte == b'<').count();
        let Some(close) = rest.find('>') else {
            return self.unclosed(TokenKind::UnclosedAngle);
        };
        let closed = rest[close..].bytes().take(opened).take_while(|&byte| byte == b'>').count();
        self.token(TokenKind::Angle, close + closed)
    }

    fn comment(&mut self) -> Token {
        match closing_parenthesis(self.rest()) {
            Some((length, depth)) if depth <= self.max_comment_depth => {
                self.token(TokenKind::Comment, length)
            }
            Some((length, _)) => self.token(TokenKind::CommentTooDeep, length),
            None => self.unclosed(TokenKind::UnclosedComment),
        }
    }

    fn unclosed(&mut self, kind: TokenKind) -> Token {
        let length = self.rest().trim_end_matches(is_trimmed).len();
        self.token(kind, length)
    }

    /// A name in smart quotes; they count as quotes only if nothing but a name is between them.
    fn smart_quoted(&mut self) -> Option<Token> {
        if self.at < self.no_smart_quote_before {
            return None;
        }
        let rest = self.rest();
        let stop = rest.char_indices().skip(1).find(|&(_, c)| stops_smart_quote(c));
        if let Some((length, close @ ('“' | '”' | '»'))) = stop {
            return Some(self.token(TokenKind::Quoted, length + close.len_utf8()));
        }
        self.no_smart_quote_before = stop.map_or(self.end, |(length, _)| self.at + length);
        None
    }

    fn word(&mut self) -> Token {
        let rest = self.rest();
        let (mut length, mut has_at) = (0, false);
        loop {
            // What names are made of neither ends a word nor makes it an address.
            length = run(WORD, rest.as_bytes(), length);
            let Some(character) = rest[length..].chars().next() else { break };
            has_at |= is_at_sign(character);
            let named = length > 0 || self.after_name;
            let may_name = named && !has_at && !self.at_seen;
            if ends_word(character) || may_name && ends_name(rest, length) {
                break;
            }
            length += character.len_utf8();
        }
        let word = trim(&rest[..length]).1;
        let dots = word.bytes().all(|byte| byte == b'.');
        let kind = if dots { TokenKind::Punctuation } else { TokenKind::Word };
        self.token_with(kind, word.len(), has_at || begins_link(word))
    }

    fn skip_spaces(&mut self) {
        if !matches!(self.text.as_bytes().get(self.at), Some(b'!'..=b'~')) {
            let rest = self.rest();
            let space = |character| character != '\t' && is_trimmed(character);
            self.at += rest.len() - rest.trim_start_matches(space).len();
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip_spaces();
        let rest = self.rest();
        let first = rest.chars().next()?;
        if let Some(kind) = separator_kind(first) {
            return Some(self.separator(kind, first.len_utf8()));
        }
        if self.after_name
            && !self.at_seen
            && let Some(length) = colon(rest)
        {
            return Some(self.separator(TokenKind::Colon, length));
        }
        Some(match first {
            '"' => self.quoted(),
            '<' => self.angle(),
            '(' => self.comment(),
            '[' | ']' => self.token(TokenKind::Punctuation, 1),
            '“' | '„' | '«' => self.smart_quoted().unwrap_or_else(|| self.word()),
            _ => self.word(),
        })
    }
}

/// Whether the character ends a person in a list, in any script.
pub fn is_separator(character: char) -> bool {
    matches!(character, '\n' | '\r') || separator_kind(character).is_some()
}

fn separator_kind(character: char) -> Option<TokenKind> {
    match character {
        '\t' => Some(TokenKind::Tab),
        ',' | '，' | '、' | '،' => Some(TokenKind::Comma),
        ';' | '；' | '؛' => Some(TokenKind::Semicolon),
        _ => None,
    }
}

fn ends_word(character: char) -> bool {
    matches!(character, '<' | '(')
        || separator_kind(character).is_some()
        || character.is_whitespace()
}

/// The length of the colon that the text begins with, unless it is that of a web address.
fn colon(text: &str) -> Option<usize> {
    let length = match text.as_bytes() {
        [b':', ..] => 1,
        [0xEF, ..] if text.starts_with(WIDE_COLON) => WIDE_COLON.len_utf8(),
        _ => return None,
    };
    (!text[length..].starts_with("//")).then_some(length)
}

const WIDE_COLON: char = '：';

/// Whether a colon after that many bytes ends a name, and does not stand in a link.
fn ends_name(text: &str, length: usize) -> bool {
    colon(&text[length..]).is_some() && !text[..length].eq_ignore_ascii_case(MAILTO)
}

/// Whether the word is `mailto`, or begins with it and a colon: an address without an @ sign.
fn begins_link(word: &str) -> bool {
    let (scheme, rest) = word.as_bytes().split_at(word.len().min(MAILTO.len()));
    scheme.eq_ignore_ascii_case(MAILTO.as_bytes()) && matches!(rest, [] | [b':', ..])
}

const MAILTO: &str = "mailto";

fn holds_at_sign(text: &str) -> bool {
    text.contains('@') || !text.is_ascii() && text.contains(is_at_sign)
}

/// What ends a name in smart quotes, or shows that it is none.
fn stops_smart_quote(character: char) -> bool {
    matches!(character, '“' | '”' | '»' | '<') || is_at_sign(character)
}

/// The length of the quoted string that the text begins with.
fn closing_quote(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(1);
    while let Some((index, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return Some(index + 1),
            _ => {}
        }
    }
    None
}

/// The length of the comment that the text begins with, and how deep it goes.
fn closing_parenthesis(text: &str) -> Option<(usize, usize)> {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut bytes = text.bytes().enumerate();
    while let Some((index, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'(' => depth += 1,
            b')' if depth == 1 => return Some((index + 1, deepest)),
            b')' => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    None
}
