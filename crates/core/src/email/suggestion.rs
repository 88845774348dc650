//! The valid address that was perhaps meant by a text that is none.

use std::borrow::Cow;

use super::error::{EmailError, EmailErrorKind};
use super::{EmailAddress, EmailOptions, trim, unwrap};
use crate::unicode::Unicode;

/// The first repair that leads to a valid address.
pub(super) fn suggest(
    text: &str,
    error: &EmailError,
    options: &EmailOptions,
    unicode: &dyn Unicode,
) -> Option<String> {
    if text.len() > REPAIRED_MAX {
        return None;
    }
    let valid = |repaired: &str| {
        let address = EmailAddress::read(repaired, options, unicode).ok()?;
        Some(address.as_str().to_owned())
    };
    unwrapped(text).and_then(|inner| valid(&inner)).or_else(|| {
        let repaired = repair(text, error)?;
        valid(&unwrap(&repaired).1)
    })
}

/// The text without what is around it, unless nothing is: then it was judged already.
fn unwrapped(text: &str) -> Option<Cow<'_, str>> {
    let inner = unwrap(text).1;
    (trim(&inner).1.len() < trim(text).1.len()).then_some(inner)
}

/// In bytes: what is longer was not meant as one address.
const REPAIRED_MAX: usize = 1024;

/// The text with what is wrong replaced by what usually was meant.
fn repair(text: &str, error: &EmailError) -> Option<String> {
    let replaced =
        |with: &str| Some([&text[..error.span.start], with, &text[error.span.end..]].concat());
    match error.kind {
        EmailErrorKind::MissingAt if !text.is_ascii() => {
            Some(text.replace(['\u{FE6B}', '\u{FF20}'], "@"))
        }
        // `Ann Lee <ann@example.com>`
        EmailErrorKind::LocalChar { .. } if text.ends_with('>') => {
            text.find('<').map(|open| text[open..].to_owned())
        }
        EmailErrorKind::MultipleAt if text.as_bytes().windows(2).any(|pair| pair == b"@@") => {
            replaced("")
        }
        EmailErrorKind::DomainChar { character: ',' } => replaced("."),
        EmailErrorKind::LocalChar { character: ' ' }
        | EmailErrorKind::DomainChar { character: ' ' } => closed_up(text).or_else(|| replaced("")),
        EmailErrorKind::LocalDot
        | EmailErrorKind::DomainEmptyLabel
        | EmailErrorKind::UnsafeUnicode { .. } => replaced(""),
        _ => None,
    }
}

/// The text without the spaces on both sides of its @ sign, if there are any.
fn closed_up(text: &str) -> Option<String> {
    let (local, domain) = text.split_once('@')?;
    let closed = [local.trim_end_matches(' '), "@", domain.trim_start_matches(' ')].concat();
    (closed.len() < text.len()).then_some(closed)
}
