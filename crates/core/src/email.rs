//! One address: what is accepted, how it is written on the wire, and what is remarkable about it.
//!
//! The base is the dot-atom of [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2)
//! before the @ sign and a host name of two or more labels after it, with the local parts of
//! [RFC 6531](https://www.rfc-editor.org/rfc/rfc6531) and the domains of
//! [RFC 5890](https://www.rfc-editor.org/rfc/rfc5890), less every character that can't be seen.

use std::fmt;
use std::ops::Range;

use crate::unicode::Unicode;

mod bidi;
mod domain;
mod error;
mod hint;
mod local_part;
mod own;
mod parts;
mod plain;
mod remark;
mod scripts;
mod sign;
mod soft_key;
mod suggestion;
mod trim;
mod typo;
mod unseen;
mod wrapping;

use domain::Domain;
use error::ADDRESS_MAX;
use parts::Parts;
use typo::Sought;

pub use error::{EmailError, EmailErrorKind};
pub use hint::{Hint, HintKind};
pub(crate) use own::{is_inside, normalised};
pub(crate) use plain::{Plain, scan};
pub(crate) use trim::{is_at_sign, is_trimmed, trim};
pub(crate) use typo::Targets;
pub(crate) use wrapping::{strip_unbalanced, unwrap};

/// What hosts differ on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailOptions {
    /// Whether a local part may go beyond ASCII; true by default.
    pub allow_smtputf8: bool,
    /// The team's own domains, in A-labels or U-labels, without regard to ASCII case and to an @
    /// sign before: never a slip of the keyboard, suggested where one is close, and all others get
    /// the hint `outside_domains`. Domains below them are the team's own, too. Empty by default.
    pub own_domains: Vec<String>,
    /// What to do with domains such as `example.com`; a hint by default.
    pub reserved_domains: ReservedDomains,
}

/// What to do with a domain that is set aside for tests and documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReservedDomains {
    /// Accept it with the hint `reserved_domain`: developers type `@example.com`.
    #[default]
    Hint,
    /// Reject it as `reserved_domain_not_allowed`.
    Reject,
}

/// An address that can be invited; there is no other way to it than [`EmailAddress::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    /// As it goes on the wire; then the key and the domain with U-labels, each only where it
    /// differs. One allocation holds all, which is most of what an address costs.
    forms: Box<str>,
    at: usize,
    wire_end: usize,
    key_end: usize,
    hints: Vec<Hint>,
}

impl EmailAddress {
    /// Reads one bare address; white space and invisible marks around it are trimmed.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, from the left, with a suggestion where one is safe.
    pub fn parse(
        text: &str,
        options: &EmailOptions,
        unicode: &dyn Unicode,
    ) -> Result<Self, EmailError> {
        Self::read(text, options, unicode).map_err(|error| {
            let suggestion = suggestion::suggest(text, &error, options, unicode);
            EmailError { suggestion, ..error }
        })
    }

    /// The address as it goes on the wire: local part in NFC, domain as A-labels in lower case.
    pub fn as_str(&self) -> &str {
        &self.forms[..self.wire_end]
    }

    /// What stands before the @ sign, in NFC and with its case kept: RFC 5321, section 2.4.
    pub fn local_part(&self) -> &str {
        &self.forms[..self.at]
    }

    /// What stands after the @ sign, as A-labels in lower case.
    pub fn domain(&self) -> &str {
        &self.forms[self.at + 1..self.wire_end]
    }

    /// The domain as people read it, with U-labels.
    pub fn domain_unicode(&self) -> &str {
        self.u_labels().unwrap_or_else(|| self.domain())
    }

    /// Equal for two addresses of one mailbox: the address with its local part in lower case.
    pub fn key(&self) -> &str {
        let start = if self.key_end == self.wire_end { 0 } else { self.wire_end };
        &self.forms[start..self.key_end]
    }

    /// What is worth a second look.
    pub fn hints(&self) -> &[Hint] {
        &self.hints
    }

    pub(crate) fn add_hint(&mut self, kind: HintKind) {
        self.hints.push(Hint::new(kind));
    }

    /// Adds the hint that another domain was perhaps meant, unless one was already found.
    pub(crate) fn suggest_domain(&mut self, domain: &str) {
        if !self.hints.iter().any(|hint| matches!(hint.kind, HintKind::Typo { .. })) {
            let hint = remark::typo_hint(self, domain.to_owned());
            self.hints.push(hint);
        }
    }

    /// [`parse`](Self::parse) without a suggestion in the error.
    fn read(text: &str, options: &EmailOptions, unicode: &dyn Unicode) -> Result<Self, EmailError> {
        let (offset, trimmed) = trim(text);
        let hidden = trim::hides_something(text, trimmed);
        Self::judge(trimmed, hidden, options, unicode).map_err(|error| error.shifted(offset))
    }

    fn judge(
        text: &str,
        hidden: bool,
        options: &EmailOptions,
        unicode: &dyn Unicode,
    ) -> Result<Self, EmailError> {
        if let Some(plain) = scan(text.as_bytes())
            && plain.end == text.len()
        {
            return Self::of_plain(text, plain, hidden, options);
        }
        Self::judge_in_full(text, hidden, options, unicode)
    }

    fn judge_in_full(
        text: &str,
        hidden: bool,
        options: &EmailOptions,
        unicode: &dyn Unicode,
    ) -> Result<Self, EmailError> {
        let parts = Parts::split(text)?;
        let local = local_part::check(parts.local, options, unicode)?;
        let domain_start = parts.local.len() + 1;
        let domain = domain::check(parts.domain, unicode).map_err(|e| e.shifted(domain_start))?;
        let length = local.len() + 1 + domain.ascii.len();
        if length > ADDRESS_MAX {
            let kind = EmailErrorKind::AddressTooLong { length };
            return Err(EmailError::new(kind, 0..text.len()));
        }
        let changed = hidden || domain.mapped || *local != *parts.local;
        let mut address = Self::assemble(&local, &domain, unicode);
        let (name, sought) = (remark::without_tag(&local), Sought::of(address.domain()));
        address.hints = remark::remarks(&address, name, sought, changed, options);
        let mut address = address.allowed(options, domain_start..text.len())?;
        address.hints.extend(scripts::remarks(&address, unicode));
        Ok(address)
    }

    /// The address that a [`scan`] has found to be the whole text.
    pub(crate) fn of_plain(
        text: &str,
        plain: Plain,
        hidden: bool,
        options: &EmailOptions,
    ) -> Result<Self, EmailError> {
        let forms = plain.forms(text);
        let (wire_end, key_end) = (text.len(), forms.len());
        let mut address = Self { forms, at: plain.at, wire_end, key_end, hints: Vec::new() };
        let (name, domain) = (plain.untagged(&address.forms), plain.sought(&address.forms));
        address.hints = remark::remarks(&address, name, domain, hidden, options);
        address.allowed(options, plain.at + 1..wire_end)
    }

    fn assemble(local: &str, domain: &Domain, unicode: &dyn Unicode) -> Self {
        let at = local.len();
        let mut forms = [local, "@", &domain.ascii].concat();
        forms[at..].make_ascii_lowercase();
        let wire_end = forms.len();
        if !local.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
            let lower = if local.is_ascii() {
                local.to_ascii_lowercase()
            } else {
                unicode.lowercase(local)
            };
            forms.push_str(&lower);
            forms.extend_from_within(at..wire_end);
        }
        let key_end = forms.len();
        forms.push_str(domain.unicode.as_deref().unwrap_or_default());
        Self { forms: forms.into_boxed_str(), at, wire_end, key_end, hints: Vec::new() }
    }

    /// The address, unless its hints are of what the options don't allow.
    fn allowed(self, options: &EmailOptions, domain: Range<usize>) -> Result<Self, EmailError> {
        if options.reserved_domains == ReservedDomains::Reject {
            self.refuse_reserved(domain)?;
        }
        Ok(self)
    }

    fn u_labels(&self) -> Option<&str> {
        Some(&self.forms[self.key_end..]).filter(|labels| !labels.is_empty())
    }

    fn refuse_reserved(&self, span: Range<usize>) -> Result<(), EmailError> {
        let reserved = |hint: &Hint| matches!(hint.kind, HintKind::ReservedDomain { .. });
        if !self.hints.iter().any(reserved) {
            return Ok(());
        }
        let domain = self.domain().to_owned();
        Err(EmailError::new(EmailErrorKind::ReservedDomainNotAllowed { domain }, span))
    }
}

impl Default for EmailOptions {
    fn default() -> Self {
        Self {
            allow_smtputf8: true,
            own_domains: Vec::new(),
            reserved_domains: ReservedDomains::default(),
        }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl AsRef<str> for EmailAddress {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
