//! A fragment with an address in it, as one entry or several.
//!
//! White space separates addresses only where each part has one: what stands beside an address
//! without being its name makes the two a rejected entry, since `ann lee@example.com` may be meant
//! to be one address.

use std::mem::take;
use std::ops::Range;

use super::super::piece::{self, Piece, PieceKind};
use super::super::token::Token;
use super::unit::Unit;
use super::{EmailError, EmailErrorKind, Reader};

impl Reader<'_, '_> {
    pub(super) fn read_fragment(&mut self, tokens: &[Token], words: &Range<usize>) {
        let mut pieces = take(&mut self.pieces);
        piece::collect(tokens, self.options.max_comment_depth, self.text, &mut pieces);
        let unit = if begins_with_name(&pieces) { self.take_pending() } else { Unit::default() };
        self.reject_pending();
        self.read_pieces(&pieces, unit, words.end);
        self.pieces = pieces;
    }

    /// The first half of `Last, First <a@b>`.
    pub(super) fn take_pending(&mut self) -> Unit {
        let mut unit = Unit::default();
        for fragment in self.pending.drain(..) {
            unit.start.get_or_insert(fragment.span.start);
            unit.add_name(&fragment.words);
        }
        unit
    }

    fn read_pieces(&mut self, pieces: &[Piece], mut unit: Unit, end: usize) {
        let first = self.entries.len();
        let mut rest = pieces;
        while let [piece, after @ ..] = rest {
            rest = after;
            let follows = unit.start.is_none() && self.entries.len() > first;
            match &piece.kind {
                PieceKind::Name => unit.add_name(&piece.span),
                PieceKind::QuotedAddress if continues_name(after) => unit.add_name(&piece.span),
                PieceKind::QuotedAddress => self.read_quoted(&piece.span, take(&mut unit)),
                PieceKind::Bare => rest = self.read_bare(&piece.span, after, &mut unit),
                PieceKind::Angle => self.read_angle(&piece.span, take(&mut unit)),
                PieceKind::Comment if follows => self.add_comment(&piece.span),
                PieceKind::Comment => unit.add_comment(&piece.span),
                PieceKind::Closing if follows => self.extend_last(piece.span.end),
                PieceKind::Opening | PieceKind::Closing => unit.begin(piece.span.start),
                PieceKind::Broken(kind) => self.reject_broken(kind, piece, &take(&mut unit), first),
            }
            if self.is_full() {
                return;
            }
        }
        self.reject_rest(&unit, first, end);
    }

    /// Everything from what touches the broken piece, or names it, up to its end.
    fn reject_broken(&mut self, kind: &EmailErrorKind, piece: &Piece, unit: &Unit, first: usize) {
        let touched = |reader: &mut Self| {
            if piece.glued { reader.take_back(first) } else { None }
        };
        let start = unit.start.or_else(|| touched(self).map(|entry| entry.span.start));
        let start = start.unwrap_or(piece.span.start);
        let error = EmailError::new(kind.clone(), piece.span.clone());
        self.push(start..piece.span.end, None, Err(error));
    }

    /// Words after the last address make it a rejected entry, brackets and comments don't.
    fn reject_rest(&mut self, unit: &Unit, first: usize, end: usize) {
        let Some(start) = unit.start else { return };
        if self.entries.len() == first {
            let whole = self.judge(&(start..end));
            self.reject_beside(start..end, whole);
        } else if unit.name.is_none() {
            self.extend_last(end);
        } else if let Some(last) = self.take_back(first) {
            self.reject_beside(last.span.start..end, last.email);
        }
    }
}

/// Whether the first address has angle brackets, so that what is before it is its name.
fn begins_with_name(pieces: &[Piece]) -> bool {
    let mut kinds = pieces.iter().map(|piece| &piece.kind);
    let first = kinds
        .find(|kind| matches!(kind, PieceKind::Bare | PieceKind::Angle | PieceKind::Broken(_)));
    first == Some(&PieceKind::Angle)
}

/// Whether a quoted string with an @ sign is a name: more of the name follows, or its address.
fn continues_name(after: &[Piece]) -> bool {
    let next = after.iter().map(|piece| &piece.kind).find(|kind| **kind != PieceKind::Comment);
    matches!(next, Some(PieceKind::Name | PieceKind::Angle))
}
