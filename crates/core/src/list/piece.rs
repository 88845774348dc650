//! What a token is worth in its fragment: a name, a comment or an address.
//!
//! Words that touch are one piece. Text is never joined across a comment or a bracket to make an
//! address of it: `alice@example.org(<bob@example.com>` must not become Bob's (CVE-2023-27043).

use std::ops::Range;

use super::token::{Token, TokenKind};
use crate::email::EmailErrorKind;

/// One or more tokens that mean one thing.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) span: Range<usize>,
    /// Whether it touches the piece before it.
    pub(super) glued: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Words without an @ sign, or in quotes.
    Name,
    Comment,
    /// A quoted string that may be an address or the name before one.
    QuotedAddress,
    /// A word that should be an address.
    Bare,
    /// An address in brackets.
    Angle,
    /// A square bracket that opens.
    Opening,
    /// A square bracket that closes, or full stops.
    Closing,
    /// Something that makes its surroundings unreadable.
    Broken(EmailErrorKind),
}

/// The pieces of a fragment, written over `pieces`.
pub(super) fn collect(tokens: &[Token], max_depth: usize, text: &str, pieces: &mut Vec<Piece>) {
    pieces.clear();
    for token in tokens {
        let piece = Piece::of(token, max_depth, text);
        match join_length(pieces, &piece) {
            0 => pieces.push(piece),
            length => join(pieces, length, &piece),
        }
    }
    mark_brackets(pieces, text);
    if !pieces.iter().any(|piece| piece.kind.is_address()) {
        mark_comments(pieces, text);
    }
}

impl Piece {
    fn of(token: &Token, max_depth: usize, text: &str) -> Self {
        let kind = match token.kind {
            TokenKind::Angle => PieceKind::Angle,
            TokenKind::Comment => PieceKind::Comment,
            TokenKind::Quoted if token.has_at => PieceKind::QuotedAddress,
            TokenKind::Word if token.has_at => PieceKind::Bare,
            TokenKind::UnclosedQuote => PieceKind::Broken(EmailErrorKind::UnclosedQuote),
            TokenKind::UnclosedAngle => PieceKind::Broken(EmailErrorKind::UnclosedAngle),
            TokenKind::UnclosedComment => PieceKind::Broken(EmailErrorKind::UnclosedComment),
            TokenKind::CommentTooDeep => {
                PieceKind::Broken(EmailErrorKind::CommentTooDeep { max: max_depth })
            }
            TokenKind::Punctuation if text[token.span.clone()].starts_with('[') => {
                PieceKind::Opening
            }
            TokenKind::Punctuation => PieceKind::Closing,
            _ => PieceKind::Name,
        };
        Self { kind, span: token.span.clone(), glued: token.glued }
    }
}

impl PieceKind {
    fn is_words(&self) -> bool {
        matches!(self, Self::Name | Self::QuotedAddress | Self::Bare)
    }

    pub(super) fn is_address(&self) -> bool {
        matches!(self, Self::QuotedAddress | Self::Bare | Self::Angle | Self::Broken(_))
    }
}

/// How many of the last pieces the next one makes one with.
fn join_length(pieces: &[Piece], next: &Piece) -> usize {
    if !next.glued {
        return 0;
    }
    match pieces {
        [.., last] if last.kind == PieceKind::Comment && next.kind == PieceKind::Comment => 1,
        [.., last] if last.kind == PieceKind::Angle => {
            usize::from(next.kind.is_words() || next.kind == PieceKind::Angle)
        }
        [.., last] if last.kind.is_words() => usize::from(next.kind.is_words()),
        [.., before, last] if last.kind == PieceKind::Comment && last.glued => {
            let words = before.kind.is_words() && next.kind.is_words();
            let address = before.kind.is_address() || next.kind.is_address();
            if words && address { 2 } else { 0 }
        }
        _ => 0,
    }
}

fn join(pieces: &mut Vec<Piece>, length: usize, next: &Piece) {
    let joined = pieces.len() - length;
    let address = next.kind.is_address() || pieces[joined..].iter().any(|p| p.kind.is_address());
    let first = &mut pieces[joined];
    first.span.end = next.span.end;
    if first.kind != PieceKind::Comment {
        first.kind = if address { PieceKind::Bare } else { PieceKind::Name };
    }
    pieces.truncate(joined + 1);
}

/// `Ann Lee [mailto:ann@example.com]`: square brackets around an address are as good as angles,
/// and square brackets in a name are part of it.
fn mark_brackets(pieces: &mut [Piece], text: &str) {
    for index in 1..pieces.len() {
        let (before, after) = pieces.split_at_mut(index);
        let (bracket, piece) = (&before[index - 1], &mut after[0]);
        if bracket.kind != PieceKind::Opening || !piece.glued || !piece.kind.is_words() {
            continue;
        }
        let closed = text[piece.span.clone()].ends_with(']');
        match piece.kind {
            PieceKind::Name => piece.span.start = bracket.span.start,
            PieceKind::Bare if closed => piece.kind = PieceKind::Angle,
            _ => {}
        }
    }
}

/// `(ann@example.com)`: where nothing else is an address, one in parentheses is.
fn mark_comments(pieces: &mut [Piece], text: &str) {
    for piece in pieces {
        if piece.kind == PieceKind::Comment && text[piece.span.clone()].contains('@') {
            piece.kind = PieceKind::Angle;
        }
    }
}
