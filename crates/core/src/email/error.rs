//! Why a text is not an address that can be invited, in words that say how to fix it.

use std::fmt;
use std::ops::Range;

use crate::message::{Coded, Params};

/// Why a text was rejected, where, and what was perhaps meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailError {
    /// What is wrong.
    pub kind: EmailErrorKind,
    /// Where it is wrong, in bytes of the text that was given.
    pub span: Range<usize>,
    /// A valid address that was perhaps meant; never applied by itself.
    pub suggestion: Option<String>,
}

/// What is wrong with a text that should be an address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EmailErrorKind {
    /// There is nothing but white space.
    Empty,
    /// No @ sign.
    MissingAt,
    /// More than one @ sign.
    MultipleAt,
    /// Nothing before the @ sign.
    LocalEmpty,
    /// More than 64 bytes of UTF-8 before the @ sign: RFC 5321, section 4.5.3.1.1.
    LocalTooLong {
        /// In bytes.
        length: usize,
    },
    /// More than 254 bytes in all: RFC 5321, section 4.5.3.1.3, less the angle brackets.
    AddressTooLong {
        /// In bytes, with A-labels.
        length: usize,
    },
    /// More than 253 bytes of domain: RFC 1035, section 2.3.4, as written with dots.
    DomainTooLong {
        /// In bytes, with A-labels.
        length: usize,
    },
    /// More than 63 bytes between two dots of the domain: RFC 1035, section 2.3.4.
    LabelTooLong {
        /// In bytes, as an A-label.
        length: usize,
    },
    /// A character that no local part has.
    LocalChar {
        /// The first such character.
        character: char,
    },
    /// A dot at the start, at the end, or doubled in the local part.
    LocalDot,
    /// Nothing after the @ sign.
    DomainEmpty,
    /// A character that no domain has.
    DomainChar {
        /// The first such character.
        character: char,
    },
    /// A dot at the start, at the end, or doubled in the domain.
    DomainEmptyLabel,
    /// A hyphen at the start or end of a label: RFC 1123, section 2.1.
    DomainHyphen {
        /// The label it is in.
        label: String,
    },
    /// Two hyphens in third and fourth place of a label that is no A-label: RFC 5891, 4.2.3.1.
    DomainReservedHyphen {
        /// The label they are in.
        label: String,
    },
    /// A domain of one label only.
    DomainNoDot {
        /// The whole domain.
        domain: String,
    },
    /// A last label that is neither two or more letters nor internationalised: RFC 3696, 2.
    TldInvalid {
        /// The last label.
        tld: String,
    },
    /// A domain that has no valid A-labels, or A-labels that stand for nothing: RFC 5891.
    IdnaInvalid {
        /// The whole domain.
        domain: String,
    },
    /// A control character: C0, DEL or C1.
    ControlChar {
        /// The first such character.
        character: char,
    },
    /// An invisible or unassigned character, a space beyond ASCII, or a combining mark with
    /// nothing to combine with.
    UnsafeUnicode {
        /// The first such character.
        character: char,
    },
    /// A local part in quotes: RFC 5321 has it, hardly any mailbox does.
    QuotedLocal,
    /// An IP address in brackets for a domain.
    DomainLiteral,
    /// A comment in parentheses within the address.
    Comment,
    /// A local part beyond ASCII, and the options don't allow any.
    Smtputf8NotAllowed,
    /// A domain set aside for tests and documentation, and the options reject those.
    ReservedDomainNotAllowed {
        /// The whole domain.
        domain: String,
    },
    /// In a list: a quote that is not closed on its line.
    UnclosedQuote,
    /// In a list: an angle bracket that is not closed on its line.
    UnclosedAngle,
    /// In a list: a parenthesis that is not closed on its line.
    UnclosedComment,
    /// In a list: more parentheses within parentheses than the options allow.
    CommentTooDeep {
        /// The depth that is still read.
        max: usize,
    },
    /// In a list: words beside an address that are not told apart from it.
    ExtraText,
    /// In a list: a name with a colon, and no address after it.
    EmptyGroup,
}

/// In bytes of UTF-8.
pub(super) const LOCAL_MAX: usize = 64;
/// In bytes.
pub(super) const LABEL_MAX: usize = 63;
/// In bytes.
pub(super) const DOMAIN_MAX: usize = 253;
/// In bytes.
pub(super) const ADDRESS_MAX: usize = 254;

impl EmailError {
    pub(crate) fn new(kind: EmailErrorKind, span: Range<usize>) -> Self {
        Self { kind, span, suggestion: None }
    }

    /// The same error in a text that has `offset` bytes more in front.
    pub(crate) fn shifted(mut self, offset: usize) -> Self {
        self.span.start += offset;
        self.span.end += offset;
        self
    }
}

impl std::error::Error for EmailError {}

impl fmt::Display for EmailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl Coded for EmailError {
    fn code(&self) -> &'static str {
        self.kind.code()
    }

    fn params(&self) -> Params {
        self.kind.params()
    }
}

impl fmt::Display for EmailErrorKind {
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
        }
    }
}

impl Coded for EmailErrorKind {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::MissingAt => "missing_at",
            Self::MultipleAt => "multiple_at",
            Self::LocalEmpty => "local_empty",
            Self::LocalTooLong { .. } => "local_too_long",
            Self::AddressTooLong { .. } => "address_too_long",
            Self::DomainTooLong { .. } => "domain_too_long",
            Self::LabelTooLong { .. } => "label_too_long",
            Self::LocalChar { .. } => "local_char",
            Self::LocalDot => "local_dot",
            Self::DomainEmpty => "domain_empty",
            Self::DomainChar { .. } => "domain_char",
            Self::DomainEmptyLabel => "domain_empty_label",
            Self::DomainHyphen { .. } => "domain_hyphen",
            Self::DomainReservedHyphen { .. } => "domain_reserved_hyphen",
            Self::DomainNoDot { .. } => "domain_no_dot",
            Self::TldInvalid { .. } => "tld_invalid",
            Self::IdnaInvalid { .. } => "idna_invalid",
            Self::ControlChar { .. } => "control_char",
            Self::UnsafeUnicode { .. } => "unsafe_unicode",
            Self::QuotedLocal => "quoted_local",
            Self::DomainLiteral => "domain_literal",
            Self::Comment => "comment",
            Self::Smtputf8NotAllowed => "smtputf8_not_allowed",
            Self::ReservedDomainNotAllowed { .. } => "reserved_domain_not_allowed",
            Self::UnclosedQuote => "unclosed_quote",
            Self::UnclosedAngle => "unclosed_angle",
            Self::UnclosedComment => "unclosed_comment",
            Self::CommentTooDeep { .. } => "comment_too_deep",
            Self::ExtraText => "extra_text",
            Self::EmptyGroup => "empty_group",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::LocalTooLong { length } => too_long(*length, LOCAL_MAX),
            Self::AddressTooLong { length } => too_long(*length, ADDRESS_MAX),
            Self::DomainTooLong { length } => too_long(*length, DOMAIN_MAX),
            Self::LabelTooLong { length } => too_long(*length, LABEL_MAX),
            Self::LocalChar { character } | Self::DomainChar { character } => {
                Params::from([("character", (*character).into())])
            }
            Self::DomainHyphen { label } | Self::DomainReservedHyphen { label } => {
                Params::from([("label", label.as_str().into())])
            }
            Self::DomainNoDot { domain }
            | Self::IdnaInvalid { domain }
            | Self::ReservedDomainNotAllowed { domain } => {
                Params::from([("domain", domain.as_str().into())])
            }
            Self::TldInvalid { tld } => Params::from([("tld", tld.as_str().into())]),
            Self::ControlChar { character } | Self::UnsafeUnicode { character } => {
                Params::from([("character", code_point(*character).into())])
            }
            Self::CommentTooDeep { max } => Params::from([("max", (*max).into())]),
            _ => Params::new(),
        }
    }
}

fn too_long(length: usize, max: usize) -> Params {
    Params::from([("length", length.into()), ("max", max.into())])
}

/// How a character that can't be seen is named.
fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
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
