//! What is wrong with a request that came in, beside what is wrong with a plan, too.

use crate::api::{Fault, FaultKind};
use crate::message::{Coded, Params, display_sentence};
use crate::problem::{Problem, ProblemKind};
use crate::text::Text;

/// What is wrong with the body of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestFault {
    /// A member stands there twice, and two readers could each take another one.
    DuplicateMember {
        /// Where it stands.
        member: String,
    },
    /// A member should be a list.
    MemberNotList {
        /// Where it stands.
        member: String,
    },
    /// A member should be an object.
    MemberNotObject {
        /// Where it stands.
        member: String,
    },
    /// A member should be text.
    MemberNotText {
        /// Where it stands.
        member: String,
    },
    /// The body is JSON, but not a request of this API.
    NotInvitation {
        /// The API's name.
        api: Text,
    },
    /// The body is not JSON, or more than 128 lists and objects stand inside one another.
    NotJson,
    /// The API's document has no such member.
    UnknownMember {
        /// Where it stands.
        member: String,
    },
}

impl From<Fault> for Problem {
    fn from(Fault { kind, path, person }: Fault) -> Self {
        let (field, member) = (Some(path.clone()), path);
        let fault = match kind {
            FaultKind::Duplicate => RequestFault::DuplicateMember { member },
            FaultKind::NotList => RequestFault::MemberNotList { member },
            FaultKind::NotObject => RequestFault::MemberNotObject { member },
            FaultKind::NotText => RequestFault::MemberNotText { member },
            FaultKind::Unknown => RequestFault::UnknownMember { member },
        };
        Self { kind: ProblemKind::Request(fault), field, invitee: person }
    }
}

impl Coded for RequestFault {
    fn code(&self) -> &'static str {
        match self {
            Self::DuplicateMember { .. } => "duplicate_member",
            Self::MemberNotList { .. } => "member_not_list",
            Self::MemberNotObject { .. } => "member_not_object",
            Self::MemberNotText { .. } => "member_not_text",
            Self::NotInvitation { .. } => "request_not_invitation",
            Self::NotJson => "request_not_json",
            Self::UnknownMember { .. } => "unknown_member",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::DuplicateMember { .. } => "{member} is in the request twice",
            Self::MemberNotList { .. } => "{member} must be a list",
            Self::MemberNotObject { .. } => "{member} must be an object",
            Self::MemberNotText { .. } => "{member} must be text",
            Self::NotInvitation { .. } => "{api} takes other requests than this one",
            Self::NotJson => "the request is not JSON",
            Self::UnknownMember { .. } => "{member} is not part of a request here",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::DuplicateMember { member }
            | Self::MemberNotList { member }
            | Self::MemberNotObject { member }
            | Self::MemberNotText { member }
            | Self::UnknownMember { member } => [("member", member.as_str().into())].into(),
            Self::NotInvitation { api } => [("api", (&**api).into())].into(),
            Self::NotJson => Params::new(),
        }
    }
}

display_sentence!(RequestFault);
