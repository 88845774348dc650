//! What a string has to look like: an address (RFC 5321, in its common form), a UUID (RFC 9562).

/// The longest address, in bytes (RFC 5321, 4.5.3.1.3, less the angle brackets).
const ADDRESS_LIMIT: usize = 254;
/// The longest local part, in bytes (RFC 5321, 4.5.3.1.1).
const LOCAL_LIMIT: usize = 64;
/// The longest label of a domain, in bytes (RFC 1035, 2.3.4).
const LABEL_LIMIT: usize = 63;

/// Whether the text is `local@domain.tld`, without quotes, comments or address literals.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    text.len() <= ADDRESS_LIMIT && is_local(local) && is_domain(domain)
}

fn is_local(text: &str) -> bool {
    let is_atom = |atom: &str| {
        !atom.is_empty()
            && atom.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
    };
    text.len() <= LOCAL_LIMIT && text.split('.').all(is_atom)
}

fn is_domain(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    let names_a_host = labels.last().is_some_and(|top| !top.bytes().all(|b| b.is_ascii_digit()));
    labels.len() >= 2 && names_a_host && labels.into_iter().all(is_label)
}

fn is_label(text: &str) -> bool {
    (1..=LABEL_LIMIT).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// Whether the text is a UUID in its usual form, 8-4-4-4-12 hexadecimal digits.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    lengths == [8, 4, 4, 4, 12]
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether a UUID has version 4 and the variant of RFC 9562.
pub(super) fn is_uuid4(uuid: &str) -> bool {
    let digit = |index| uuid.as_bytes().get(index).copied();
    digit(14) == Some(b'4') && digit(19).is_some_and(|variant| b"89abAB".contains(&variant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let long = format!("{}@example.com", "a".repeat(65));
        for (text, expected) in [
            ("ann@example.com", true),
            ("a.b+c_d@sub.example.co.uk", true),
            ("o'neil@example.com", true),
            ("jörg@bücher.example", true),
            ("ann@xn--bcher-kva.example", true),
            ("", false),
            ("ann", false),
            ("@example.com", false),
            ("ann@", false),
            ("ann@localhost", false),
            ("ann@example.", false),
            ("ann@.com", false),
            ("ann@-example.com", false),
            ("ann@127.0.0.1", false),
            (".ann@example.com", false),
            ("a..b@example.com", false),
            ("ann lee@example.com", false),
            ("ann@@example.com", false),
            (" ann@example.com", false),
            ("<ann@example.com>", false),
            (long.as_str(), false),
        ] {
            assert_eq!(is_address(text), expected, "{text}");
        }
    }

    #[test]
    fn uuids() {
        for (text, uuid, version_4) in [
            ("f47ac10b-58cc-4372-a567-0e02b2c3d479", true, true),
            ("F47AC10B-58CC-4372-A567-0E02B2C3D479", true, true),
            ("f47ac10b-58cc-1372-a567-0e02b2c3d479", true, false),
            ("f47ac10b-58cc-4372-c567-0e02b2c3d479", true, false),
            ("f47ac10b58cc4372a5670e02b2c3d479", false, false),
            ("{f47ac10b-58cc-4372-a567-0e02b2c3d479}", false, false),
            ("g47ac10b-58cc-4372-a567-0e02b2c3d479", false, true),
            ("", false, false),
        ] {
            assert_eq!((is_uuid(text), is_uuid4(text)), (uuid, version_4), "{text}");
        }
    }
}
