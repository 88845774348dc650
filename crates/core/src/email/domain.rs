//! What may stand after the @ sign: two or more labels of letters, digits and hyphens
//! ([RFC 1123](https://www.rfc-editor.org/rfc/rfc1123#page-13)), or what
//! [RFC 5891](https://www.rfc-editor.org/rfc/rfc5891) turns into such labels.

use std::borrow::Cow;
use std::ops::Range;

use super::error::{DOMAIN_MAX, EmailError, EmailErrorKind, LABEL_MAX};
use super::plain::is_host;
use super::unseen::is_unsafe;
use super::{bidi, sign};
use crate::unicode::Unicode;

/// A domain that is one.
pub(super) struct Domain<'a> {
    /// With A-labels; ASCII case is not mapped yet.
    pub(super) ascii: Cow<'a, str>,
    /// With U-labels, where there are any.
    pub(super) unicode: Option<String>,
    /// Whether more than ASCII case was mapped.
    pub(super) mapped: bool,
}

/// The domain, if it is one; spans begin with it.
pub(super) fn check<'a>(domain: &'a str, unicode: &dyn Unicode) -> Result<Domain<'a>, EmailError> {
    check_characters(domain, unicode)?;
    if domain.len() > JUDGED_MAX {
        return Err(too_long(domain.len(), domain));
    }
    check_labels(domain)?;
    let checked = if domain.is_ascii() && !domain.split('.').any(is_a_label) {
        Domain { ascii: domain.into(), unicode: None, mapped: false }
    } else {
        internationalised(domain, unicode)?
    };
    check_whole(&checked.ascii, domain)?;
    Ok(checked)
}

/// In bytes: the longest character that mapping can turn into one byte has four. The characters of
/// what is longer are not looked at, since each may be a question to the browser.
const JUDGED_MAX: usize = DOMAIN_MAX * 4;

fn check_characters(domain: &str, unicode: &dyn Unicode) -> Result<(), EmailError> {
    let sound = domain.bytes().take_while(|&byte| is_host(byte)).count();
    let mut label_start = sound == 0 || domain.as_bytes()[sound - 1] == b'.';
    let rest = domain[sound..].char_indices().map(|(start, character)| (sound + start, character));
    for (start, character) in rest.take_while(|&(start, _)| start < JUDGED_MAX) {
        if let Some(kind) = fault_of(character, label_start, unicode) {
            return Err(EmailError::new(kind, start..start + character.len_utf8()));
        }
        label_start = is_dot(character);
    }
    Ok(())
}

fn fault_of(character: char, label_start: bool, unicode: &dyn Unicode) -> Option<EmailErrorKind> {
    if matches!(character, 'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.') {
        return None;
    }
    if character.is_control() {
        return Some(EmailErrorKind::ControlChar { character });
    }
    if character.is_ascii() {
        return Some(EmailErrorKind::DomainChar { character });
    }
    let mark = unicode.is_combining_mark(character);
    if mark && label_start || is_unsafe(character, unicode) {
        return Some(EmailErrorKind::UnsafeUnicode { character });
    }
    (!mark && !is_label_character(character, unicode))
        .then_some(EmailErrorKind::DomainChar { character })
}

/// RFC 5892 has letters, digits and a few signs that words are written with; browsers let other
/// signs through, so that the quote after a quoted address would be a part of its domain.
fn is_label_character(character: char, unicode: &dyn Unicode) -> bool {
    let fullwidth_hyphen = character == '\u{FF0D}';
    is_dot(character)
        || fullwidth_hyphen
        || sign::is_sign(character)
        || unicode.is_letter_or_digit(character)
}

fn is_dot(character: char) -> bool {
    character == '.' || is_wide_dot(character)
}

/// UTS 46, section 2.3: three more characters are full stops.
fn is_wide_dot(character: char) -> bool {
    matches!(character, '\u{3002}' | '\u{FF0E}' | '\u{FF61}')
}

fn is_a_label(label: &str) -> bool {
    label.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"))
}

/// The rules on labels that hold for ASCII and beyond.
fn check_labels(domain: &str) -> Result<(), EmailError> {
    let mut start = 0;
    for label in domain.split(is_dot) {
        if label.is_empty() {
            return Err(EmailError::new(EmailErrorKind::DomainEmptyLabel, dot_at(domain, start)));
        }
        check_label(label).map_err(|error| error.shifted(start))?;
        start += label.len();
        start += domain[start..].chars().next().map_or(0, char::len_utf8);
    }
    Ok(())
}

/// The dot at `start`, or the last one if the domain ends there.
fn dot_at(domain: &str, start: usize) -> Range<usize> {
    let rest = &domain[start..];
    match (rest.chars().next(), domain.chars().next_back()) {
        (Some(dot), _) => start..start + dot.len_utf8(),
        (None, last) => start - last.map_or(0, char::len_utf8)..start,
    }
}

fn check_label(label: &str) -> Result<(), EmailError> {
    let whole = 0..label.len();
    if label.starts_with('-') || label.ends_with('-') {
        let at = if label.starts_with('-') { 0 } else { label.len() - 1 };
        let kind = EmailErrorKind::DomainHyphen { label: label.to_owned() };
        return Err(EmailError::new(kind, at..at + 1));
    }
    let ascii = label.is_ascii();
    let reserved = if ascii {
        label.get(2..4) == Some("--")
    } else {
        label.chars().skip(2).take(2).eq("--".chars())
    };
    if reserved && !is_a_label(label) {
        let kind = EmailErrorKind::DomainReservedHyphen { label: label.to_owned() };
        return Err(EmailError::new(kind, whole));
    }
    if ascii && label.len() > LABEL_MAX {
        let kind = EmailErrorKind::LabelTooLong { length: label.len() };
        return Err(EmailError::new(kind, whole));
    }
    if !ascii && let Some((start, character)) = sign::misplaced(label) {
        let kind = EmailErrorKind::DomainChar { character };
        return Err(EmailError::new(kind, start..start + character.len_utf8()));
    }
    Ok(())
}

/// A domain that has, or may have, U-labels or A-labels.
fn internationalised<'a>(given: &str, unicode: &dyn Unicode) -> Result<Domain<'a>, EmailError> {
    let dotted = given.replace(is_dot, ".").replace(CAPITAL_SHARP_S, "ß").to_ascii_lowercase();
    let invalid = || {
        let kind = EmailErrorKind::IdnaInvalid { domain: dotted.clone() };
        EmailError::new(kind, 0..given.len())
    };
    let ascii = unicode.domain_to_ascii(&dotted).ok_or_else(invalid)?;
    check_mapped(&ascii).map_err(|kind| match kind {
        EmailErrorKind::LabelTooLong { .. } => EmailError::new(kind, 0..given.len()),
        _ => invalid(),
    })?;
    if !ascii.split('.').any(is_a_label) {
        return Ok(Domain { ascii: ascii.into(), unicode: None, mapped: true });
    }
    let read = unicode.domain_to_unicode(&ascii);
    let leads_back =
        read == dotted || unicode.domain_to_ascii(&read).is_some_and(|again| again == ascii);
    let sound = check_characters(&read, unicode).and_then(|()| check_labels(&read)).is_ok()
        && bidi::is_readable(&read, unicode);
    if !leads_back || !sound {
        return Err(invalid());
    }
    let replaced = |character| is_wide_dot(character) || character == CAPITAL_SHARP_S;
    let mapped = given.contains(replaced) || is_mapped(&dotted, &ascii, &read);
    Ok(Domain { ascii: ascii.into(), unicode: Some(read), mapped })
}

/// UTS 46 maps it to `ß` since Unicode 15.1; older platforms make `ss` of it, another domain.
const CAPITAL_SHARP_S: char = '\u{1E9E}';

/// Whether some label is neither the A-label nor the U-label that it was read as.
fn is_mapped(given: &str, ascii: &str, unicode: &str) -> bool {
    let mut labels = given.split('.').zip(ascii.split('.')).zip(unicode.split('.'));
    labels.any(|((given, ascii), unicode)| given != ascii && given != unicode)
}

/// What the platform has mapped is checked again: some let more through than a host name has.
fn check_mapped(ascii: &str) -> Result<(), EmailErrorKind> {
    let host = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    match ascii.bytes().find(|&byte| !host(byte)) {
        Some(byte) => Err(EmailErrorKind::DomainChar { character: byte.into() }),
        None => check_labels(ascii).map_err(|error| error.kind),
    }
}

/// The rules on the whole domain with A-labels; spans are in the one that was given.
fn check_whole(ascii: &str, given: &str) -> Result<(), EmailError> {
    if ascii.len() > DOMAIN_MAX {
        return Err(too_long(ascii.len(), given));
    }
    let Some((_, tld)) = ascii.rsplit_once('.') else {
        let kind = EmailErrorKind::DomainNoDot { domain: given.to_owned() };
        return Err(EmailError::new(kind, 0..given.len()));
    };
    if is_a_label(tld) || tld.len() > 1 && tld.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Ok(());
    }
    let start =
        given.char_indices().rfind(|&(_, c)| is_dot(c)).map_or(0, |(at, c)| at + c.len_utf8());
    let kind = EmailErrorKind::TldInvalid { tld: tld.to_owned() };
    Err(EmailError::new(kind, start..given.len()))
}

fn too_long(length: usize, given: &str) -> EmailError {
    EmailError::new(EmailErrorKind::DomainTooLong { length }, 0..given.len())
}
