//! What people and programs put around an address: brackets, quotes, `mailto:`, a full stop.

use std::borrow::Cow;

use super::trim;

/// The address within its wrapping, and how many bytes stand in front; owned if it was decoded.
pub(crate) fn unwrap(text: &str) -> (usize, Cow<'_, str>) {
    let (mut offset, mut rest) = (0, text);
    // More layers than this nobody pastes; the limit keeps the time linear.
    for _ in 0..LAYERS_MAX {
        if is_bare(rest) {
            break;
        }
        let (stripped, inner) = peel(rest);
        if inner.len() == rest.len() {
            break;
        }
        offset += stripped;
        rest = inner;
    }
    match strip_mailto(rest) {
        Some((scheme, target)) => (offset + scheme, decode(target)),
        None => (offset, Cow::Borrowed(rest)),
    }
}

const LAYERS_MAX: usize = 6;

/// Whether both ends are letters or digits, as most are: no layer begins or ends with one.
fn is_bare(text: &str) -> bool {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    plain(text.as_bytes().first()) && plain(text.as_bytes().last())
}

/// One layer less, and how many bytes of it stood in front.
fn peel(text: &str) -> (usize, &str) {
    let (offset, trimmed) = trim(text);
    let bare = trimmed.trim_end_matches(['.', ',', ';']);
    let mut rest = bare.chars();
    let first = rest.next();
    for (open, close) in PAIRS {
        if Some(open) == first
            && let Some(inner) = rest.as_str().strip_suffix(close)
        {
            return (offset + open.len_utf8(), inner);
        }
    }
    let inner = strip_unbalanced(bare);
    let stripped = if bare.starts_with('[') { bare.len() - inner.len() } else { 0 };
    (offset + stripped, inner)
}

/// Without square brackets at an end that have no partner: what is left of a JSON array.
pub(crate) fn strip_unbalanced(text: &str) -> &str {
    match (text.contains('['), text.contains(']')) {
        (true, false) => text.trim_start_matches('['),
        (false, true) => text.trim_end_matches(']'),
        _ => text,
    }
}

const PAIRS: [(char, char); 10] = [
    ('<', '>'),
    ('(', ')'),
    ('[', ']'),
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('«', '»'),
    ('‘', '’'),
];

/// What a `mailto:` link points at, and what stands in front in bytes: RFC 6068, without its header
/// fields, and without the slashes that people know from web addresses.
fn strip_mailto(text: &str) -> Option<(usize, &str)> {
    let scheme = text.get(..MAILTO.len())?;
    let target = scheme.eq_ignore_ascii_case(MAILTO).then(|| &text[MAILTO.len()..])?;
    let target = target.strip_prefix("//").unwrap_or(target);
    let scheme = text.len() - target.len();
    Some((scheme, target.split_once('?').map_or(target, |(target, _)| target)))
}

const MAILTO: &str = "mailto:";

/// Percent-decoded once; bytes that are no UTF-8 become U+FFFD, which no address has.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        match after {
            [high, low, after @ ..]
                if first == b'%'
                    && let Some(byte) = hex(*high, *low) =>
            {
                bytes.push(byte);
                rest = after;
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
