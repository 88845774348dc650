//! What stands before the people of a line and is no part of them: bullets, numbers, labels.

use crate::email::is_trimmed;

/// How many bytes of bullets, numbering and quoting the text begins with, white space included.
pub(super) fn bullets(line: &str) -> usize {
    if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '"') {
        return 0;
    }
    let mut rest = line;
    // Deeper nesting nobody pastes; the limit keeps the time linear.
    for _ in 0..BULLETS_MAX {
        let Some(after) = strip_bullet(rest).or_else(|| strip_number(rest)) else { break };
        let after = after.trim_start_matches(is_trimmed);
        if after.is_empty() {
            break;
        }
        rest = after;
    }
    line.len() - rest.len()
}

const BULLETS_MAX: usize = 8;

/// Signs that could begin an address count as bullets only before white space.
fn strip_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['>', '•', '·', '‣', '◦', '▪', '●', '○', '–', '—', '✓', '☐']);
    rest.or_else(|| {
        let rest = line.strip_prefix(['-', '*', '+'])?;
        rest.starts_with(char::is_whitespace).then_some(rest)
    })
}

/// `1. ` and `1) `.
fn strip_number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = line.len() - rest.len();
    let rest = rest.strip_prefix(['.', ')'])?;
    (1..=4).contains(&digits).then_some(rest).filter(|rest| rest.starts_with(char::is_whitespace))
}

/// Whether a name before a colon says what follows, and not whose group it is.
pub(super) fn is_label(name: &str) -> bool {
    name.len() > 1
        && LABELS.iter().any(|label| label.len() == name.len() && label.eq_ignore_ascii_case(name))
}

const LABELS: [&str; 16] = [
    "address",
    "addresses",
    "bcc",
    "cc",
    "e-mail",
    "e-mail address",
    "e-mails",
    "email",
    "email address",
    "email addresses",
    "emails",
    "from",
    "mail",
    "reply-to",
    "sender",
    "to",
];

#[cfg(test)]
mod tests {
    use super::bullets;

    #[test]
    fn bullets_and_numbers_come_off() {
        for line in ["- ann@x.com", "1.  ann@x.com", "12) ann@x.com", "•ann@x.com", "> * ann@x.com"]
        {
            assert_eq!(&line[bullets(line)..], "ann@x.com", "{line}");
        }
    }

    #[test]
    fn what_can_be_an_address_stays() {
        for line in ["-ann@x.com", "1.ann@x.com", "*", "- ", "12345. x", "+1@x.com"] {
            let kept = &line[bullets(line)..];
            assert_eq!(kept, line, "{line}");
        }
    }
}
