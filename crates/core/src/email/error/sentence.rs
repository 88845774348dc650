//! What is said to a person about a text that is no address: what is wrong, and what to do.

use super::EmailErrorKind;
use crate::message::display_sentence;

display_sentence!(EmailErrorKind);

impl EmailErrorKind {
    /// The [`template`](crate::Coded::template); the two characters that quotes would not show are named.
    #[allow(clippy::too_many_lines, reason = "one sentence after the other")]
    pub(super) fn sentence(&self) -> &'static str {
        match self {
            Self::Empty => "type an email address, as in name@example.com",
            Self::MissingAt => "an address needs an @ sign, as in name@example.com",
            Self::MultipleAt => "an address has only one @ sign; put a comma between two addresses",
            Self::LocalEmpty => "write who it is before the @ sign, as in name@example.com",
            Self::LocalTooLong { .. } => {
                "the part before the @ sign is too long ({length} bytes, at most {max}); check \
                 that nothing else was pasted into it"
            }
            Self::AddressTooLong { .. } => {
                "the address is too long ({length} bytes, at most {max}); check that nothing else \
                 was pasted into it"
            }
            Self::DomainTooLong { .. } => {
                "the part after the @ sign is too long ({length} bytes, at most {max}); check \
                 that nothing else was pasted into it"
            }
            Self::LabelTooLong { .. } => {
                "a part of the domain is too long ({length} bytes between dots, at most {max}); \
                 check that no dot is missing"
            }
            Self::LocalChar { character: ' ' } => {
                "a space can't stand before the @ sign; remove it"
            }
            Self::LocalChar { character: '`' } => {
                "a backtick can't stand before the @ sign; remove it"
            }
            Self::LocalChar { .. } => "`{character}` can't stand before the @ sign; remove it",
            Self::LocalDot => {
                "before the @ sign a dot can't come first, last or twice in a row; remove it"
            }
            Self::DomainEmpty => "write the domain after the @ sign, as in name@example.com",
            Self::DomainChar { character: ' ' } => {
                "a space can't stand after the @ sign; a domain has letters, digits, dots and \
                 hyphens"
            }
            Self::DomainChar { character: '`' } => {
                "a backtick can't stand after the @ sign; a domain has letters, digits, dots and \
                 hyphens"
            }
            Self::DomainChar { .. } => {
                "`{character}` can't stand after the @ sign; a domain has letters, digits, dots \
                 and hyphens"
            }
            Self::DomainEmptyLabel => {
                "in a domain a dot can't come first, last or twice in a row; remove the extra dot"
            }
            Self::DomainHyphen { .. } => {
                "a part of a domain can't begin or end with a hyphen; correct `{label}`"
            }
            Self::DomainReservedHyphen { .. } => {
                "no domain has two hyphens in third and fourth place; correct `{label}`"
            }
            Self::DomainNoDot { .. } => {
                "a domain needs an ending, as in example.com; complete `{domain}`"
            }
            Self::TldInvalid { .. } => "a domain ends in letters, as in .com; correct `.{tld}`",
            Self::IdnaInvalid { .. } => "`{domain}` can't be a domain; check its spelling",
            Self::ControlChar { .. } | Self::UnsafeUnicode { .. } => {
                "the invisible or unusable character {character} can't stand here; delete it and \
                 type that part again"
            }
            Self::QuotedLocal => {
                "an address with quotes before the @ sign is not supported; use the person's \
                 usual address"
            }
            Self::DomainLiteral => {
                "an IP address after the @ sign is not supported; use the domain's name"
            }
            Self::Comment => "a remark in parentheses can't stand inside an address; remove it",
            Self::Smtputf8NotAllowed => {
                "only English letters, digits and common signs are allowed before the @ sign; ask \
                 for another address of this person"
            }
            Self::ReservedDomainNotAllowed { .. } => {
                "`{domain}` is set aside for tests and examples and gets no mail; use the \
                 person's real address"
            }
            Self::UnclosedQuote => "a quote is opened but not closed; add the other \"",
            Self::UnclosedAngle => "a < is opened but not closed; add the >",
            Self::UnclosedComment => "a ( is opened but not closed; add the )",
            Self::CommentTooDeep { .. } => {
                "there are more than {max} parentheses inside one another; remove them"
            }
            Self::ExtraText => {
                "there are other words beside the address; write Name <name@example.com>, or the \
                 address alone"
            }
            Self::EmptyGroup => "no address follows this name; add one, or remove it",
            Self::EmailMissing => "this row has no email address; add one, or remove the row",
        }
    }
}
