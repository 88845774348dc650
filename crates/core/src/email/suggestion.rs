//! The valid address that was perhaps meant by a text that is none.

use super::error::{EmailError, EmailErrorKind};
use super::{EmailAddress, EmailOptions, unwrap};
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
    valid(&unwrap(text).1).or_else(|| valid(&unwrap(&repair(text, error)?).1))
}

/// In bytes: what is longer was not meant as one address.
const REPAIRED_MAX: usize = 1024;

/// The text with what is wrong replaced by what usually was meant.
fn repair(text: &str, error: &EmailError) -> Option<String> {
    let replaced = |with: &str| {
        let (before, after) = (&text[..error.span.start], &text[error.span.end..]);
        Some(format!("{before}{with}{after}"))
    };
    match error.kind {
        EmailErrorKind::MissingAt => Some(text.replace(['\u{FE6B}', '\u{FF20}'], "@")),
        // `Ann Lee <ann@example.com>`
        EmailErrorKind::LocalChar { .. } if text.ends_with('>') => {
            text.find('<').map(|open| text[open..].to_owned())
        }
        EmailErrorKind::MultipleAt if text.contains("@@") => replaced(""),
        EmailErrorKind::DomainChar { character: ',' } => replaced("."),
        EmailErrorKind::LocalChar { character: ' ' }
        | EmailErrorKind::DomainChar { character: ' ' }
        | EmailErrorKind::LocalDot
        | EmailErrorKind::DomainEmptyLabel
        | EmailErrorKind::UnsafeUnicode { .. } => replaced(""),
        _ => None,
    }
}
