//! The fast path: addresses of ASCII in which nothing is wrong, read in one pass over their bytes.
//!
//! Nearly every address is one. What isn't goes on to [`local_part`](super::local_part) and
//! [`domain`](super::domain), which say what is wrong, or ask about Unicode.

use super::error::{ADDRESS_MAX, DOMAIN_MAX, LABEL_MAX, LOCAL_MAX};

/// Where a plain address has its parts, in bytes, and which of them have capital letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain {
    pub(super) at: usize,
    pub(crate) end: usize,
    pub(super) local_capitals: bool,
    pub(super) domain_capitals: bool,
}

impl Plain {
    /// The address as it goes on the wire, and its key where that differs.
    pub(super) fn forms(self, text: &str) -> Box<str> {
        if !self.local_capitals && !self.domain_capitals {
            return text.into();
        }
        let length = text.len();
        let mut forms =
            String::with_capacity(if self.local_capitals { 2 * length } else { length });
        forms.push_str(text);
        forms[self.at..].make_ascii_lowercase();
        if self.local_capitals {
            forms.push_str(text);
            forms[length..].make_ascii_lowercase();
        }
        forms.into_boxed_str()
    }
}

/// The plain address that the text begins with; what follows it is for the caller to judge.
pub(crate) fn scan(text: &[u8]) -> Option<Plain> {
    let (at, local) = scan_local(text)?;
    let (end, domain) = scan_domain(text, at + 1)?;
    let (local_capitals, domain_capitals) = (local & CAPITAL != 0, domain & CAPITAL != 0);
    (end <= ADDRESS_MAX).then_some(Plain { at, end, local_capitals, domain_capitals })
}

/// Where the `dot-atom-text` before an @ sign ends (RFC 5322, section 3.2.3), and its classes.
fn scan_local(text: &[u8]) -> Option<(usize, u8)> {
    let (mut start, mut seen) = (0, 0);
    loop {
        let (end, classes) = run(ATEXT, text, start);
        seen |= classes;
        match text.get(end)? {
            _ if end == start => return None,
            b'.' => start = end + 1,
            b'@' => return (end <= LOCAL_MAX).then_some((end, seen)),
            _ => return None,
        }
    }
}

/// Where the host name ends that begins at `first`, and the classes of its bytes.
fn scan_domain(text: &[u8], first: usize) -> Option<(usize, u8)> {
    let (mut start, mut seen) = (first, 0);
    loop {
        let (end, classes) = run(HOST, text, start);
        let length = end - start;
        let hyphens = classes & HYPHEN != 0 && has_wrong_hyphen(&text[start..end]);
        if length == 0 || length > LABEL_MAX || hyphens {
            return None;
        }
        seen |= classes;
        if text.get(end) != Some(&b'.') {
            let tld = classes & (DIGIT | HYPHEN) == 0 && length > 1 && start > first;
            return (tld && end - first <= DOMAIN_MAX).then_some((end, seen));
        }
        start = end + 1;
    }
}

/// Where the bytes of the class that begin at `start` end, and what else they are.
fn run(class: u8, text: &[u8], start: usize) -> (usize, u8) {
    let (mut end, mut seen) = (start, 0);
    while let Some(&byte) = text.get(end) {
        let classes = CLASSES[usize::from(byte)];
        if classes & class == 0 {
            break;
        }
        seen |= classes;
        end += 1;
    }
    (end, seen)
}

/// Whether a label has a hyphen at an end, or two where only A-labels have them.
fn has_wrong_hyphen(label: &[u8]) -> bool {
    matches!(label, [b'-', ..] | [.., b'-'] | [_, _, b'-', b'-', ..])
}

/// Whether the byte is `atext` of RFC 5322, section 3.2.3.
pub(super) fn is_atext(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & ATEXT != 0
}

const CAPITAL: u8 = 1;
const DIGIT: u8 = 1 << 1;
const HYPHEN: u8 = 1 << 2;
/// A letter, a digit or a hyphen: RFC 1123, section 2.1.
const HOST: u8 = 1 << 3;
/// RFC 5322, section 3.2.3.
const ATEXT: u8 = 1 << 4;

/// What a byte is, by a look at a table instead of a dozen comparisons.
const CLASSES: [u8; 256] = {
    let (mut classes, mut byte) = ([0; 256], 0_u8);
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => HOST | ATEXT,
            b'A'..=b'Z' => HOST | ATEXT | CAPITAL,
            b'0'..=b'9' => HOST | ATEXT | DIGIT,
            b'-' => HOST | ATEXT | HYPHEN,
            b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => {
                ATEXT
            }
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
