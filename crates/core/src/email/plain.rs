//! The fast path: addresses of ASCII in which nothing is wrong, read in one pass over their bytes.
//!
//! Nearly every address is one. What isn't goes on to [`local_part`](super::local_part) and
//! [`domain`](super::domain), which say what is wrong, or ask about Unicode.

use super::error::{ADDRESS_MAX, DOMAIN_MAX, LABEL_MAX, LOCAL_MAX};
use super::typo::{Sought, letter};
use super::{EmailAddress, EmailOptions, remark};

impl EmailAddress {
    /// Where the @ sign stands in a text that is an address as it is: on the wire, as its own key, and
    /// with nothing remarkable about it. Most texts are, and nothing is allocated to find that out.
    pub fn at_sign_of_plain(text: &str, options: &EmailOptions) -> Option<usize> {
        let plain = scan(text.as_bytes()).filter(|plain| plain.end == text.len())?;
        let small = (plain.local_classes | plain.host.classes) & CAPITAL == 0;
        let (name, domain) = (plain.untagged(text), plain.sought(text));
        (small && remark::is_unremarkable(name, domain, options)).then_some(plain.at)
    }
}

/// Where a plain address has its parts, in bytes, and what its bytes have told in passing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain {
    pub(super) at: usize,
    pub(crate) end: usize,
    local_classes: u32,
    host: Host,
}

/// The domain of a plain address.
#[derive(Clone, Copy, Debug)]
struct Host {
    /// With its letters.
    classes: u32,
    /// Where its last label begins.
    ending: usize,
}

impl Plain {
    /// The address as it goes on the wire, and its key where that differs.
    pub(super) fn forms(self, text: &str) -> Box<str> {
        let capitals = self.local_classes & CAPITAL != 0;
        if !capitals && self.host.classes & CAPITAL == 0 {
            return text.into();
        }
        let length = text.len();
        let mut forms = String::with_capacity(if capitals { 2 * length } else { length });
        forms.push_str(text);
        forms[self.at..].make_ascii_lowercase();
        if capitals {
            forms.push_str(text);
            forms[length..].make_ascii_lowercase();
        }
        forms.into_boxed_str()
    }

    /// The domain for a search, cut from the address as it goes on the wire.
    pub(super) fn sought(self, wire: &str) -> Sought<'_> {
        let first = self.at + 1;
        Sought::new(&wire[first..self.end], self.host.ending - first, self.host.classes & LETTERS)
    }

    /// Who it is before the @ sign, without a tag.
    pub(super) fn untagged(self, wire: &str) -> &str {
        let local = &wire[..self.at];
        if self.local_classes & PLUS == 0 { local } else { remark::without_tag(local) }
    }
}

/// The plain address that the text begins with; what follows it is for the caller to judge.
#[inline]
pub(crate) fn scan(text: &[u8]) -> Option<Plain> {
    let (at, local_classes) = scan_local(text)?;
    let (end, host) = scan_domain(text, at + 1)?;
    (end <= ADDRESS_MAX).then_some(Plain { at, end, local_classes, host })
}

/// Where the `dot-atom-text` before an @ sign ends (RFC 5322, section 3.2.3), and its classes.
fn scan_local(text: &[u8]) -> Option<(usize, u32)> {
    let run = run(LOCAL, text, 0);
    let whole = run.dots_are_right && text.get(run.end) == Some(&b'@') && run.end <= LOCAL_MAX;
    whole.then_some((run.end, run.classes))
}

/// Where the host name ends that begins at `first`, and what it is.
fn scan_domain(text: &[u8], first: usize) -> Option<(usize, Host)> {
    let Run { end, classes, label, dots_are_right } = run(HOST, text, first);
    let length = end - first;
    // Most are no longer than a label may be, and have letters only.
    let labels = length <= LABEL_MAX && classes & NO_LETTER == 0
        || are_labels(&text[first..end], &text[label..end]);
    let whole = dots_are_right && label > first && end > label + 1 && labels;
    (whole && length <= DOMAIN_MAX).then_some((end, Host { classes, ending: label }))
}

fn are_labels(host: &[u8], tld: &[u8]) -> bool {
    let is_label = |label: &[u8]| label.len() <= LABEL_MAX && !has_wrong_hyphen(label);
    host.split(|&byte| byte == b'.').all(is_label) && tld.iter().all(u8::is_ascii_alphabetic)
}

/// The bytes of a class that follow one another.
struct Run {
    end: usize,
    /// Those of all bytes together.
    classes: u32,
    /// Where the last dot ends, or the run begins.
    label: usize,
    /// Whether no dot is first, last or after another.
    dots_are_right: bool,
}

#[inline]
fn run(class: u32, text: &[u8], start: usize) -> Run {
    let (mut end, mut label) = (start, start);
    let (mut seen, mut last, mut doubled) = (0, DOT, 0);
    while let Some(&byte) = text.get(end) {
        let classes = CLASSES[usize::from(byte)];
        if classes & class == 0 {
            break;
        }
        seen |= classes;
        doubled |= last & classes;
        last = classes;
        end += 1;
        label = if classes & DOT == 0 { label } else { end };
    }
    Run { end, classes: seen, label, dots_are_right: (last | doubled) & DOT == 0 }
}

/// Whether a label has a hyphen at an end, or two where only A-labels have them.
fn has_wrong_hyphen(label: &[u8]) -> bool {
    matches!(label, [b'-', ..] | [.., b'-'] | [_, _, b'-', b'-', ..])
}

/// Whether the byte is `atext` of RFC 5322, section 3.2.3.
pub(super) fn is_atext(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & (LOCAL | DOT) == LOCAL
}

/// Whether the byte is a letter, a digit, a hyphen or a dot.
pub(super) fn is_host(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & HOST != 0
}

/// A letter, digit, hyphen or dot, as a [`letter`] of the domain: the bits that no other class has.
const LETTERS: u32 = 0x07FF_FFFE;
const CAPITAL: u32 = 1;
const PLUS: u32 = 1 << 27;
/// A digit or a hyphen.
const NO_LETTER: u32 = 1 << 28;
const DOT: u32 = 1 << 29;
/// A letter, a digit or a hyphen (RFC 1123, section 2.1), or a dot.
const HOST: u32 = 1 << 30;
/// `atext` of RFC 5322, section 3.2.3, or a dot.
const LOCAL: u32 = 1 << 31;

/// What a byte is, by a look at a table instead of a dozen comparisons.
static CLASSES: [u32; 256] = {
    let (mut classes, mut byte) = ([0; 256], 0_u8);
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => HOST | LOCAL | letter(byte),
            b'A'..=b'Z' => HOST | LOCAL | letter(byte) | CAPITAL,
            b'0'..=b'9' | b'-' => HOST | LOCAL | letter(byte) | NO_LETTER,
            b'.' => HOST | LOCAL | letter(byte) | DOT,
            b'+' => LOCAL | PLUS,
            b'!' | b'#'..=b'\'' | b'*' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => LOCAL,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::scan;
    use crate::email::{EmailAddress, EmailOptions};
    use crate::unicode::Native;

    #[test]
    fn says_what_the_whole_rules_say() {
        let options = EmailOptions::default();
        let mut plain = 0;
        for text in texts(50_000) {
            let whole = EmailAddress::judge_in_full(&text, false, &options, &Native);
            let scanned = scan(text.as_bytes()).filter(|plain| plain.end == text.len());
            plain += usize::from(scanned.is_some());
            let as_it_is = |address: &&EmailAddress| {
                address.as_str() == text && address.key() == text && address.hints().is_empty()
            };
            let at_sign = whole.as_ref().ok().filter(as_it_is).filter(|_| scanned.is_some());
            let at_sign = at_sign.map(|address| address.local_part().len());
            assert_eq!(EmailAddress::at_sign_of_plain(&text, &options), at_sign, "{text}");
            assert_eq!(EmailAddress::judge(&text, false, &options, &Native), whole, "{text}");
            let a_label = text.split(['@', '.']).any(|label| label.starts_with("xn--"));
            assert_eq!(scanned.is_some(), whole.is_ok() && !a_label, "{text}");
        }
        assert!(plain > 500, "only {plain} were plain, so little was tested");
    }

    #[test]
    fn ends_where_no_address_goes_on() {
        for (text, end) in
            [("a@b.co, c", Some(6)), ("a@b.co>", Some(6)), ("a@b.co_", Some(6)), ("a@b.c>", None)]
        {
            assert_eq!(scan(text.as_bytes()).map(|plain| plain.end), end, "{text}");
        }
    }

    /// Addresses of random pieces, the same in every run, up to every limit of length and beyond.
    fn texts(count: usize) -> impl Iterator<Item = String> {
        let mut random = 0x2545_F491_4F6C_DD1D_u64;
        let mut next = move |below: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            usize::try_from(random % below as u64).unwrap()
        };
        (0..count).map(move |_| {
            let mut side = |pieces: &[&str]| {
                let pieces = (0..=next(6)).map(|_| pieces[next(pieces.len())]);
                pieces.collect::<String>()
            };
            let (local, domain) = (side(&LOCAL), side(&DOMAIN));
            format!("{local}@{domain}.com")
        })
    }

    const LONG: &str = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz";

    const LOCAL: [&str; 14] =
        ["a", "B", "7", ".", "ann", "lee", "+", "'", "-", "_", "~", " ", "\"", LONG];

    const DOMAIN: [&str; 14] =
        ["a", "B", "7", ".", "acme", "x.", "a.c", "-", "--", "_", "xn--p1ai", "@", LONG, LONG];
}
