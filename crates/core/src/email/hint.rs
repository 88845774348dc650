//! What is worth a second look in an address that is valid.

use std::fmt;

use crate::message::{Coded, Params};

/// A remark on a valid address: it can be invited as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What is remarkable.
    pub kind: HintKind,
    /// Another valid address that was perhaps meant; never applied by itself.
    pub suggestion: Option<String>,
}

/// What is worth a second look in a valid address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HintKind {
    /// The address differs from the text by more than ASCII case and ASCII space: an invisible
    /// character was trimmed, letters were composed, or a domain was mapped.
    Changed {
        /// The address as it was understood, with its domain in Unicode.
        email: String,
    },
    /// The domain is internationalised.
    Idn {
        /// The domain with A-labels, as it goes on the wire.
        ascii: String,
        /// The domain with U-labels, as it is read.
        unicode: String,
    },
    /// In a list: the name before the address is an address itself, and another one.
    NameLooksLikeAddress {
        /// The name.
        name: String,
    },
    /// The domain is set aside for tests and documentation, or never reached by mail: RFC 6761.
    ReservedDomain {
        /// The whole domain.
        domain: String,
    },
    /// The local part names a duty, not a person: RFC 2142 and custom.
    RoleAccount {
        /// The local part without its tag, in lower case.
        local: String,
    },
    /// The local part goes beyond ASCII, so every server on the way must know RFC 6531.
    Smtputf8,
    /// The domain is one slip away from a well-known one.
    Typo {
        /// The well-known domain.
        domain: String,
    },
}

impl Hint {
    pub(crate) fn new(kind: HintKind) -> Self {
        Self { kind, suggestion: None }
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            HintKind::Changed { email } => {
                write!(f, "this was read as {email}; check that it is what you mean")
            }
            HintKind::Idn { ascii, unicode } => {
                write!(f, "{unicode} is written {ascii} in mail; check that the spelling is right")
            }
            HintKind::NameLooksLikeAddress { name } => write!(
                f,
                "the name {name} looks like another address; check which of the two you mean"
            ),
            HintKind::ReservedDomain { domain } => {
                write!(f, "{domain} is set aside for tests and examples and gets no mail")
            }
            HintKind::RoleAccount { local } => write!(
                f,
                "{local}@ usually reaches a group, not one person; check who will get the \
                 invitation"
            ),
            HintKind::Smtputf8 => f.write_str(
                "this address has letters beyond English ones, and some mail servers can't \
                 deliver to it",
            ),
            HintKind::Typo { domain } => write!(f, "did you mean {domain}?"),
        }
    }
}

impl Coded for Hint {
    fn code(&self) -> &'static str {
        match self.kind {
            HintKind::Changed { .. } => "changed",
            HintKind::Idn { .. } => "idn",
            HintKind::NameLooksLikeAddress { .. } => "name_looks_like_address",
            HintKind::ReservedDomain { .. } => "reserved_domain",
            HintKind::RoleAccount { .. } => "role_account",
            HintKind::Smtputf8 => "smtputf8",
            HintKind::Typo { .. } => "typo",
        }
    }

    fn params(&self) -> Params {
        match &self.kind {
            HintKind::Changed { email } => Params::from([("email", email.as_str().into())]),
            HintKind::Idn { ascii, unicode } => Params::from([
                ("ascii", ascii.as_str().into()),
                ("unicode", unicode.as_str().into()),
            ]),
            HintKind::NameLooksLikeAddress { name } => {
                Params::from([("name", name.as_str().into())])
            }
            HintKind::ReservedDomain { domain } | HintKind::Typo { domain } => {
                Params::from([("domain", domain.as_str().into())])
            }
            HintKind::RoleAccount { local } => Params::from([("local", local.as_str().into())]),
            HintKind::Smtputf8 => Params::new(),
        }
    }
}
