//! Why a text is not an address that can be invited, in words that say how to fix it.

use std::ops::Range;

use crate::message::{Coded, Params, display_sentence};

mod code;
mod sentence;

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
    /// In a table: a row without an address.
    EmailMissing,
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

impl Coded for EmailError {
    fn code(&self) -> &'static str {
        self.kind.code()
    }

    fn template(&self) -> &'static str {
        self.kind.template()
    }

    fn params(&self) -> Params {
        self.kind.params()
    }
}

display_sentence!(EmailError);

/// How a character that can't be seen is named.
fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
