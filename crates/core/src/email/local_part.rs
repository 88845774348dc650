//! What may stand before the @ sign: the dot-atom of
//! [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2), and since
//! [RFC 6531](https://www.rfc-editor.org/rfc/rfc6531#section-3.3) any UTF-8 that can be seen.

use std::borrow::Cow;

use super::EmailOptions;
use super::error::{EmailError, EmailErrorKind, LOCAL_MAX};
use super::plain::is_atext;
use super::unseen::is_unsafe;
use crate::unicode::Unicode;

/// The local part in NFC, if it is one; spans begin with it.
pub(super) fn check<'a>(
    local: &'a str,
    options: &EmailOptions,
    unicode: &dyn Unicode,
) -> Result<Cow<'a, str>, EmailError> {
    check_characters(local, unicode)?;
    if local.len() > JUDGED_MAX {
        return Err(too_long(local.len(), local));
    }
    let nfc = if local.is_ascii() {
        Cow::Borrowed(local)
    } else {
        check_beyond_ascii(local, options, unicode)?
    };
    check_dots(local)?;
    if nfc.len() > LOCAL_MAX {
        return Err(too_long(nfc.len(), local));
    }
    Ok(nfc)
}

/// In bytes: NFC never leaves less than a third, so what is longer is too long in any form. Its
/// characters are not looked at, since each may be a question to the browser.
const JUDGED_MAX: usize = LOCAL_MAX * 4;

fn check_beyond_ascii<'a>(
    local: &'a str,
    options: &EmailOptions,
    unicode: &dyn Unicode,
) -> Result<Cow<'a, str>, EmailError> {
    if let Some(mark) = local.chars().next().filter(|&first| is_mark(first, unicode)) {
        let kind = EmailErrorKind::UnsafeUnicode { character: mark };
        return Err(EmailError::new(kind, 0..mark.len_utf8()));
    }
    let nfc = if local.chars().all(|c| c < FIRST_COMPOSING) {
        Cow::Borrowed(local)
    } else {
        unicode.nfc(local)
    };
    // The Kelvin sign, say, is only a K on the wire.
    if !options.allow_smtputf8 && !nfc.is_ascii() {
        return Err(EmailError::new(EmailErrorKind::Smtputf8NotAllowed, 0..local.len()));
    }
    // A few characters become ASCII in NFC: the Greek question mark becomes a semicolon.
    check_characters(&nfc, unicode).map_err(|e| EmailError { span: 0..local.len(), ..e })?;
    Ok(nfc)
}

/// Below it every character is in NFC, whatever stands beside it: UAX 15, section 9, `NFC_QC`.
const FIRST_COMPOSING: char = '\u{300}';

fn check_characters(text: &str, unicode: &dyn Unicode) -> Result<(), EmailError> {
    let sound = text.bytes().take_while(|&byte| is_atext(byte) || byte == b'.').count();
    let rest = text[sound..].char_indices().map(|(start, character)| (sound + start, character));
    let mut judged = rest.take_while(|&(start, _)| start < JUDGED_MAX);
    let Some((start, character)) = judged.find(|&(_, c)| !is_allowed(c, unicode)) else {
        return Ok(());
    };
    let kind = if character.is_control() {
        EmailErrorKind::ControlChar { character }
    } else if character.is_ascii() {
        EmailErrorKind::LocalChar { character }
    } else {
        EmailErrorKind::UnsafeUnicode { character }
    };
    Err(EmailError::new(kind, start..start + character.len_utf8()))
}

fn is_allowed(character: char, unicode: &dyn Unicode) -> bool {
    if let Ok(ascii @ 0..=127) = u8::try_from(character) {
        return is_atext(ascii) || ascii == b'.';
    }
    !character.is_control() && !is_unsafe(character, unicode)
}

fn is_mark(character: char, unicode: &dyn Unicode) -> bool {
    !character.is_ascii() && unicode.is_combining_mark(character)
}

fn check_dots(local: &str) -> Result<(), EmailError> {
    let bytes = local.as_bytes();
    let wrong = |&at: &usize| {
        bytes[at] == b'.' && (at == 0 || at + 1 == bytes.len() || bytes[at + 1] == b'.')
    };
    match (0..bytes.len()).find(wrong) {
        Some(at) => Err(EmailError::new(EmailErrorKind::LocalDot, at..at + 1)),
        None => Ok(()),
    }
}

fn too_long(length: usize, local: &str) -> EmailError {
    EmailError::new(EmailErrorKind::LocalTooLong { length }, 0..local.len())
}
