//! What programs and translations go by: a stable code, and the data of the sentence.

use super::{ADDRESS_MAX, DOMAIN_MAX, EmailErrorKind, LABEL_MAX, LOCAL_MAX, code_point};
use crate::message::{Coded, Params};

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
            Self::EmailMissing => "email_missing",
        }
    }

    fn template(&self) -> &'static str {
        self.sentence()
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
