//! One address with its name and its comment, as an entry.

use std::borrow::Cow;
use std::ops::Range;

use super::super::piece::{Piece, PieceKind};
use super::{EmailAddress, EmailError, EmailErrorKind, Entry, Reader, name};
use crate::email::{HintKind, unwrap};

/// What has been read of the next entry.
#[derive(Default)]
pub(super) struct Unit {
    pub(super) start: Option<usize>,
    pub(super) name: Option<Range<usize>>,
    comment: Option<Range<usize>>,
}

impl Unit {
    pub(super) fn begin(&mut self, start: usize) {
        self.start.get_or_insert(start);
    }

    pub(super) fn add_name(&mut self, span: &Range<usize>) {
        self.begin(span.start);
        self.name = Some(self.name.as_ref().map_or(span.start, |name| name.start)..span.end);
    }

    pub(super) fn add_comment(&mut self, span: &Range<usize>) {
        self.begin(span.start);
        self.comment.get_or_insert_with(|| span.clone());
    }
}

impl<'a> Reader<'a, '_> {
    pub(super) fn read_angle(&mut self, span: &Range<usize>, unit: Unit) {
        let address = self.judge(span);
        self.push_address(span, address, unit);
    }

    /// A word on its own; what is before it can't be its name. Returns what is left to read.
    pub(super) fn read_bare<'p>(
        &mut self,
        span: &Range<usize>,
        after: &'p [Piece],
        unit: &mut Unit,
    ) -> &'p [Piece] {
        let address = self.judge(span);
        if let [angle, beyond @ ..] = after
            && angle.kind == PieceKind::Angle
        {
            if self.judge(&angle.span).is_ok_and(|other| is_same(&address, &other)) {
                unit.begin(span.start);
                return after;
            }
            if angle.glued {
                let whole = std::mem::take(unit).start.unwrap_or(span.start)..angle.span.end;
                let address = self.judge(&whole);
                self.reject_beside(whole, address);
                return beyond;
            }
        }
        let unit = std::mem::take(unit);
        if unit.name.is_some() {
            self.reject_beside(unit.start.unwrap_or(span.start)..span.end, address);
        } else {
            self.push_address(span, address, unit);
        }
        after
    }

    /// `"ann@example.com"`, or a whole `"Ann Lee <ann@example.com>"` as a spreadsheet exports it.
    pub(super) fn read_quoted(&mut self, span: &Range<usize>, mut unit: Unit) {
        let quoted = &self.text[span.clone()];
        let mailbox = quoted.find('<').filter(|_| quoted.ends_with(">\""));
        let address = mailbox.map_or(span.start, |open| span.start + open);
        if unit.name.is_some() {
            let address = self.judge(span);
            self.reject_beside(unit.start.unwrap_or(span.start)..span.end, address);
            return;
        }
        unit.begin(span.start);
        if mailbox.is_some() {
            unit.add_name(&(span.start..address));
            let email = self.judge(&(address..span.end - 1));
            self.push_address(span, email, unit);
        } else {
            let email = self.judge(span);
            self.push_address(span, email, unit);
        }
    }

    /// A comment after an address is its name if it has none.
    pub(super) fn add_comment(&mut self, span: &Range<usize>) {
        let comment = &self.text[span.clone()];
        let max = self.options.max_name;
        self.extend_last(span.end);
        if let Some(last) = self.entries.last_mut()
            && last.name.is_none()
        {
            last.name = name::from_comment(comment, max);
        }
    }

    pub(super) fn extend_last(&mut self, end: usize) {
        if let Some(last) = self.entries.last_mut() {
            last.span.end = end;
        }
    }

    /// The address in `span`, whatever it is wrapped in.
    pub(super) fn judge(&self, span: &Range<usize>) -> Result<EmailAddress, EmailError> {
        let (offset, inner) = unwrap(&self.text[span.clone()]);
        EmailAddress::parse(&inner, &self.options.email, self.unicode).map_err(
            |error| match inner {
                Cow::Borrowed(_) => error.shifted(span.start + offset),
                Cow::Owned(_) => EmailError { span: span.clone(), ..error },
            },
        )
    }

    /// Rejects an address for the words beside it, unless the whole is wrong in a plainer way.
    pub(super) fn reject_beside(
        &mut self,
        span: Range<usize>,
        address: Result<EmailAddress, EmailError>,
    ) {
        let extra = |suggestion| EmailError {
            kind: EmailErrorKind::ExtraText,
            span: span.clone(),
            suggestion,
        };
        let error = match address {
            Ok(address) => extra(Some(address.as_str().to_owned())),
            Err(_) => self.judge(&span).err().unwrap_or_else(|| extra(None)),
        };
        self.push(span, None, Err(error));
    }

    pub(super) fn push_address(
        &mut self,
        span: &Range<usize>,
        mut email: Result<EmailAddress, EmailError>,
        unit: Unit,
    ) {
        let max = self.options.max_name;
        let named = unit.name.and_then(|name| name::clean(&self.text[name], max));
        let comment = || name::from_comment(&self.text[unit.comment?], max);
        let mut name = named.or_else(comment);
        if let (Some(words), Ok(address)) = (&name, &mut email)
            && words.contains('@')
            && let Ok(other) = EmailAddress::parse(words, &self.options.email, self.unicode)
        {
            if other.key() == address.key() {
                name = None;
            } else {
                address.add_hint(HintKind::NameLooksLikeAddress { name: words.to_string() });
            }
        }
        self.push(unit.start.unwrap_or(span.start)..span.end, name, email);
    }

    /// Takes back the last entry, unless it was there when there were only `first`.
    pub(super) fn take_back(&mut self, first: usize) -> Option<Entry<'a>> {
        if self.entries.len() > first { self.entries.pop() } else { None }
    }
}

fn is_same(address: &Result<EmailAddress, EmailError>, other: &EmailAddress) -> bool {
    address.as_ref().is_ok_and(|address| address.key() == other.key())
}
