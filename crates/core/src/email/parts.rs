//! Where an address has its @ sign, and the forms of RFC 5322 that are told apart to be refused.

use super::error::{EmailError, EmailErrorKind};
use super::is_at_sign;
use super::plain::is_atext;

/// An address cut at its @ sign; nothing is checked yet.
pub(super) struct Parts<'a> {
    pub(super) local: &'a str,
    pub(super) domain: &'a str,
}

impl<'a> Parts<'a> {
    /// Cuts trimmed text at its only @ sign.
    pub(super) fn split(text: &'a str) -> Result<Self, EmailError> {
        if text.is_empty() {
            return Err(EmailError::new(EmailErrorKind::Empty, 0..0));
        }
        // Before the @ sign is looked for, since both may hold one.
        if let Some(end) = quoted_end(text) {
            return Err(EmailError::new(EmailErrorKind::QuotedLocal, 0..end));
        }
        let signs = Signs::of(text);
        if let (Some(open), Some(close)) = (signs.open, signs.close)
            && open < close
        {
            return Err(EmailError::new(EmailErrorKind::Comment, open..close + 1));
        }
        let Some(at) = signs.at else {
            return Err(EmailError::new(EmailErrorKind::MissingAt, 0..text.len()));
        };
        let (local, domain) = (&text[..at], &text[at + 1..]);
        if let Some(second) = signs.second_at {
            return Err(EmailError::new(EmailErrorKind::MultipleAt, second..second + 1));
        }
        // One that looks like an @ sign hides where the address ends: `ann＠acme.com@evil.example`.
        if !local.is_ascii()
            && let Some((wide, sign)) = local.char_indices().find(|&(_, c)| is_at_sign(c))
        {
            let span = wide..wide + sign.len_utf8();
            return Err(EmailError::new(EmailErrorKind::MultipleAt, span));
        }
        if local.is_empty() {
            return Err(EmailError::new(EmailErrorKind::LocalEmpty, 0..1));
        }
        if domain.is_empty() {
            return Err(EmailError::new(EmailErrorKind::DomainEmpty, at..at + 1));
        }
        if domain.starts_with('[') && domain.ends_with(']') {
            return Err(EmailError::new(EmailErrorKind::DomainLiteral, at + 1..text.len()));
        }
        Ok(Self { local, domain })
    }
}

/// Where the signs are that decide what a text is, found in one pass.
#[derive(Default)]
struct Signs {
    at: Option<usize>,
    second_at: Option<usize>,
    open: Option<usize>,
    /// The last one.
    close: Option<usize>,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        for (index, byte) in text.bytes().enumerate() {
            // One look at a table for nearly all.
            if is_atext(byte) {
                continue;
            }
            match byte {
                b'@' if signs.at.is_none() => signs.at = Some(index),
                b'@' => signs.second_at = signs.second_at.or(Some(index)),
                b'(' => signs.open = signs.open.or(Some(index)),
                b')' => signs.close = Some(index),
                _ => {}
            }
        }
        signs
    }
}

/// Where the quoted string ends that the text begins with, if an @ sign follows it.
fn quoted_end(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(1);
    if !text.starts_with('"') {
        return None;
    }
    while let Some((index, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return text[index + 1..].starts_with('@').then_some(index + 1),
            _ => {}
        }
    }
    None
}
