//! The text in a file's bytes: UTF-8, UTF-16 as Excel saves "Unicode text", or windows-1252 as
//! Excel saves CSV in Western Europe.

use std::borrow::Cow;

use super::problem::TableProblemKind;

/// The text, and whether its encoding was guessed; or what the file is instead of text. Where the
/// data was `cut`, half a character at its end is left out.
pub(super) fn decode(data: &[u8], cut: bool) -> Result<(Cow<'_, str>, bool), TableProblemKind> {
    if SPREADSHEETS.iter().any(|magic| data.starts_with(magic)) {
        return Err(TableProblemKind::SpreadsheetFile);
    }
    if let Some((read, rest)) = utf16(data) {
        return Ok((Cow::Owned(decode_utf16(rest, read)), false));
    }
    let data = data.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(data);
    let head = &data[..data.len().min(HEAD)];
    if data.starts_with(b"%PDF-") || head.contains(&0) {
        return Err(TableProblemKind::BinaryFile);
    }
    match str::from_utf8(data) {
        Ok(text) => Ok((Cow::Borrowed(text), false)),
        Err(error) if cut && error.error_len().is_none() => {
            Ok((String::from_utf8_lossy(&data[..error.valid_up_to()]), false))
        }
        Err(_) if head.iter().any(|&byte| is_binary(byte)) => Err(TableProblemKind::BinaryFile),
        Err(_) => Ok((Cow::Owned(data.iter().map(|&byte| windows_1252(byte)).collect()), true)),
    }
}

/// ZIP, as in xlsx, ods and numbers; and the compound file of xls.
const SPREADSHEETS: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0"];

/// How much is looked at to tell text from other data.
const HEAD: usize = 8192;

type ReadUnit = fn([u8; 2]) -> u16;

/// How to read the code units, and the data without its byte order mark; `None` if it is no
/// UTF-16.
fn utf16(data: &[u8]) -> Option<(ReadUnit, &[u8])> {
    match data {
        [0xFF, 0xFE, rest @ ..] => Some((u16::from_le_bytes, rest)),
        [0xFE, 0xFF, rest @ ..] => Some((u16::from_be_bytes, rest)),
        _ => guess_utf16(data).map(|read| (read, data)),
    }
}

/// Without a mark: half of each ASCII character is NUL, on the same side every time.
fn guess_utf16(data: &[u8]) -> Option<ReadUnit> {
    let (pairs, _) = data[..data.len().min(HEAD)].as_chunks::<2>();
    let high = pairs.iter().filter(|pair| pair[0] == 0).count();
    let low = pairs.iter().filter(|pair| pair[1] == 0).count();
    match (high, low) {
        (0, low) if low > 0 && low >= pairs.len() / 4 => Some(u16::from_le_bytes),
        (high, 0) if high > 0 && high >= pairs.len() / 4 => Some(u16::from_be_bytes),
        _ => None,
    }
}

fn decode_utf16(data: &[u8], read: ReadUnit) -> String {
    let units = data.as_chunks::<2>().0.iter().map(|&pair| read(pair));
    let characters = char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER));
    let mut text = String::with_capacity(data.len() / 2);
    text.extend(characters);
    text
}

/// Whether no text in an 8-bit encoding has it: a control other than white space, ESC and the
/// end-of-file mark of DOS.
fn is_binary(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t'..=b'\r' | 0x1A | 0x1B)
}

/// <https://encoding.spec.whatwg.org/#windows-1252>
fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH_CONTROLS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn half_a_character_is_left_out_only_where_the_data_was_cut() {
        assert_eq!(decode(b"Zo\xC3", true).unwrap(), ("Zo".into(), false));
        assert_eq!(decode(b"Zo\xC3", false).unwrap(), ("Zo\u{C3}".into(), true));
    }

    #[test]
    fn an_odd_byte_at_the_end_of_utf16_is_left_out() {
        let (text, guessed) = decode(b"\xFF\xFEa\0b\0c", false).unwrap();
        assert_eq!((&*text, guessed), ("ab", false));
    }
}
