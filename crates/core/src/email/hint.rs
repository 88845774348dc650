//! What is worth a second look in an address that is valid.

use crate::message::{Coded, Params, display_sentence};

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
    /// A label of the domain is written in another script and can be read as a Latin word:
    /// UTS 39, whole-script confusables.
    Lookalike {
        /// The label.
        label: String,
        /// The Latin word that it looks like; nobody has to have meant it.
        latin: String,
    },
    /// The local part has letters that run from right to left beside others, so that it is shown
    /// in another order than it is written: UAX 9.
    MixedDirection {
        /// The local part.
        part: String,
    },
    /// The local part, or one label of the domain, has letters of several scripts that are not
    /// written together in any language: UTS 39, section 5.1. Latin with anything else counts.
    MixedScript {
        /// The local part or the label.
        part: String,
        /// The names of the scripts in the order of the part, with commas between them.
        scripts: String,
        /// The letter to look at: one that looks like a Latin letter, else the first one of the
        /// second script.
        character: char,
    },
    /// In a list: the name before the address is an address itself, and another one.
    NameLooksLikeAddress {
        /// The name.
        name: String,
    },
    /// The host named the team's own domains, and this one is neither one of them nor below one.
    OutsideDomains {
        /// The domain, with U-labels.
        domain: String,
    },
    /// In a list: an earlier address probably reaches the same mailbox, by
    /// [`EmailAddress::soft_key`](crate::EmailAddress::soft_key).
    PossibleDuplicate {
        /// The earlier address.
        email: String,
        /// The number of its entry, from 0.
        first: usize,
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
    /// The domain is a slip or two away from a well-known one, from the team's own, or in a list
    /// from one that is often there.
    Typo {
        /// The domain that was perhaps meant.
        domain: String,
    },
}

impl Hint {
    pub(crate) fn new(kind: HintKind) -> Self {
        Self { kind, suggestion: None }
    }
}

impl Coded for Hint {
    fn code(&self) -> &'static str {
        match self.kind {
            HintKind::Changed { .. } => "changed",
            HintKind::Idn { .. } => "idn",
            HintKind::Lookalike { .. } => "lookalike",
            HintKind::MixedDirection { .. } => "mixed_direction",
            HintKind::MixedScript { .. } => "mixed_script",
            HintKind::NameLooksLikeAddress { .. } => "name_looks_like_address",
            HintKind::OutsideDomains { .. } => "outside_domains",
            HintKind::PossibleDuplicate { .. } => "possible_duplicate",
            HintKind::ReservedDomain { .. } => "reserved_domain",
            HintKind::RoleAccount { .. } => "role_account",
            HintKind::Smtputf8 => "smtputf8",
            HintKind::Typo { .. } => "typo",
        }
    }

    fn template(&self) -> &'static str {
        match self.kind {
            HintKind::Changed { .. } => "this was read as {email}; check that it is what you mean",
            HintKind::Idn { .. } => {
                "{unicode} is written {ascii} in mail; check that the spelling is right"
            }
            HintKind::Lookalike { .. } => {
                "{label} looks like {latin} in other letters than Latin ones; check whose domain \
                 it is"
            }
            HintKind::MixedDirection { .. } => {
                "{part} has letters in both directions, so it may not read as it is written; \
                 check it letter by letter"
            }
            HintKind::MixedScript { .. } => {
                "{part} mixes letters of several scripts ({scripts}); check that {character} is \
                 the letter that you mean"
            }
            HintKind::NameLooksLikeAddress { .. } => {
                "the name {name} looks like another address; check which of the two you mean"
            }
            HintKind::OutsideDomains { .. } => {
                "{domain} is not a domain of your team; check that you mean somebody from outside"
            }
            HintKind::PossibleDuplicate { .. } => {
                "this probably reaches the same mailbox as {email}; remove one of them"
            }
            HintKind::ReservedDomain { .. } => {
                "{domain} is set aside for tests and examples and gets no mail"
            }
            HintKind::RoleAccount { .. } => {
                "{local}@ usually reaches a group, not one person; check who will get the \
                 invitation"
            }
            HintKind::Smtputf8 => {
                "this address has letters beyond English ones, and some mail servers can't \
                 deliver to it"
            }
            HintKind::Typo { .. } => "did you mean {domain}?",
        }
    }

    fn params(&self) -> Params {
        match &self.kind {
            HintKind::Changed { email } => Params::from([("email", email.as_str().into())]),
            HintKind::Idn { ascii, unicode } => Params::from([
                ("ascii", ascii.as_str().into()),
                ("unicode", unicode.as_str().into()),
            ]),
            HintKind::Lookalike { label, latin } => {
                Params::from([("label", label.as_str().into()), ("latin", latin.as_str().into())])
            }
            HintKind::MixedDirection { part } => Params::from([("part", part.as_str().into())]),
            HintKind::MixedScript { part, scripts, character } => Params::from([
                ("part", part.as_str().into()),
                ("scripts", scripts.as_str().into()),
                ("character", (*character).into()),
            ]),
            HintKind::PossibleDuplicate { email, first } => {
                Params::from([("email", email.as_str().into()), ("first", (*first).into())])
            }
            HintKind::NameLooksLikeAddress { name } => {
                Params::from([("name", name.as_str().into())])
            }
            HintKind::OutsideDomains { domain }
            | HintKind::ReservedDomain { domain }
            | HintKind::Typo { domain } => Params::from([("domain", domain.as_str().into())]),
            HintKind::RoleAccount { local } => Params::from([("local", local.as_str().into())]),
            HintKind::Smtputf8 => Params::new(),
        }
    }
}

display_sentence!(Hint);
