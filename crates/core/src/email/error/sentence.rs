//! What is said to a person about a text that is no address: what is wrong, and what to do.

use std::fmt;

use super::{ADDRESS_MAX, DOMAIN_MAX, EmailErrorKind, LABEL_MAX, LOCAL_MAX, code_point};

impl fmt::Display for EmailErrorKind {
    #[allow(clippy::too_many_lines, reason = "one sentence after the other")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("type an email address, as in name@example.com"),
            Self::MissingAt => f.write_str("an address needs an @ sign, as in name@example.com"),
            Self::MultipleAt => {
                f.write_str("an address has only one @ sign; put a comma between two addresses")
            }
            Self::LocalEmpty => {
                f.write_str("write who it is before the @ sign, as in name@example.com")
            }
            Self::LocalTooLong { length } => write!(
                f,
                "the part before the @ sign is too long ({length} bytes, at most {LOCAL_MAX}); \
                 check that nothing else was pasted into it"
            ),
            Self::AddressTooLong { length } => write!(
                f,
                "the address is too long ({length} bytes, at most {ADDRESS_MAX}); check that \
                 nothing else was pasted into it"
            ),
            Self::DomainTooLong { length } => write!(
                f,
                "the part after the @ sign is too long ({length} bytes, at most {DOMAIN_MAX}); \
                 check that nothing else was pasted into it"
            ),
            Self::LabelTooLong { length } => write!(
                f,
                "a part of the domain is too long ({length} bytes between dots, at most \
                 {LABEL_MAX}); check that no dot is missing"
            ),
            Self::LocalChar { character } => {
                write!(f, "{} can't stand before the @ sign; remove it", Shown(*character))
            }
            Self::LocalDot => f.write_str(
                "before the @ sign a dot can't come first, last or twice in a row; remove it",
            ),
            Self::DomainEmpty => {
                f.write_str("write the domain after the @ sign, as in name@example.com")
            }
            Self::DomainChar { character } => write!(
                f,
                "{} can't stand after the @ sign; a domain has letters, digits, dots and hyphens",
                Shown(*character)
            ),
            Self::DomainEmptyLabel => f.write_str(
                "in a domain a dot can't come first, last or twice in a row; remove the extra dot",
            ),
            Self::DomainHyphen { label } => {
                write!(f, "a part of a domain can't begin or end with a hyphen; correct `{label}`")
            }
            Self::DomainReservedHyphen { label } => {
                write!(f, "no domain has two hyphens in third and fourth place; correct `{label}`")
            }
            Self::DomainNoDot { domain } => {
                write!(f, "a domain needs an ending, as in example.com; complete `{domain}`")
            }
            Self::TldInvalid { tld } => {
                write!(f, "a domain ends in letters, as in .com; correct `.{tld}`")
            }
            Self::IdnaInvalid { domain } => {
                write!(f, "`{domain}` can't be a domain; check its spelling")
            }
            Self::ControlChar { character } | Self::UnsafeUnicode { character } => write!(
                f,
                "the invisible or unusable character {} can't stand here; delete it and type \
                 that part again",
                code_point(*character)
            ),
            Self::QuotedLocal => f.write_str(
                "an address with quotes before the @ sign is not supported; use the person's \
                 usual address",
            ),
            Self::DomainLiteral => f.write_str(
                "an IP address after the @ sign is not supported; use the domain's name",
            ),
            Self::Comment => {
                f.write_str("a remark in parentheses can't stand inside an address; remove it")
            }
            Self::Smtputf8NotAllowed => f.write_str(
                "only English letters, digits and common signs are allowed before the @ sign; \
                 ask for another address of this person",
            ),
            Self::ReservedDomainNotAllowed { domain } => write!(
                f,
                "`{domain}` is set aside for tests and examples and gets no mail; use the \
                 person's real address"
            ),
            Self::UnclosedQuote => {
                f.write_str("a quote is opened but not closed; add the other \"")
            }
            Self::UnclosedAngle => f.write_str("a < is opened but not closed; add the >"),
            Self::UnclosedComment => f.write_str("a ( is opened but not closed; add the )"),
            Self::CommentTooDeep { max } => {
                write!(f, "there are more than {max} parentheses inside one another; remove them")
            }
            Self::ExtraText => f.write_str(
                "there are other words beside the address; write Name <name@example.com>, or the \
                 address alone",
            ),
            Self::EmptyGroup => f.write_str("no address follows this name; add one, or remove it"),
            Self::EmailMissing => {
                f.write_str("this row has no email address; add one, or remove the row")
            }
        }
    }
}

/// A character as a sentence shows it.
struct Shown(char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ' ' => f.write_str("a space"),
            '`' => f.write_str("a backtick"),
            character => write!(f, "`{character}`"),
        }
    }
}
