//! Problems: what keeps a request from being built, said before anything is sent.

use crate::api::custom::DescriptionFault;
use crate::auth::CredentialError;
use crate::email::EmailError;
use crate::json::{Json, Object};
use crate::message::{Coded, Params, display_sentence};
use crate::read_request::RequestFault;
use crate::relay::RelayFault;
use crate::text::Text;

mod sentence;

/// One problem, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where: a path into the configuration (`settings.team_id`) or into the invitee (`email`).
    pub field: Option<String>,
    /// Whose: an index into the invitees; `None` where it concerns all.
    pub invitee: Option<usize>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The API's document names no server and the host gave none.
    BaseUrlRequired {
        /// The API's name.
        api: Text,
    },
    /// The credential can't be sent; found when a request was to leave, and nothing of it is quoted.
    Credential(CredentialError),
    /// The API's description is not one.
    Description(DescriptionFault),
    /// Two invitees have the same address.
    DuplicateEmail {
        /// The address.
        email: String,
        /// The index of the first invitee with it.
        first: usize,
    },
    /// One person has the same role twice.
    DuplicateRole {
        /// The role.
        role: String,
    },
    /// The address is not one.
    Email(EmailError),
    /// A field of an invitee holds a value of the wrong kind.
    FieldNotBoolean {
        /// The field's name.
        field: Text,
    },
    /// Nobody is invited.
    NoInvitees,
    /// The API takes one role a person, and there are several.
    OneRoleOnly,
    /// A server does not pass on what a request asks for.
    Relay(RelayFault),
    /// The body of a request is not what the API takes.
    Request(RequestFault),
    /// A documented role that the host does not offer.
    RoleNotOffered {
        /// The role.
        role: String,
    },
    /// The API needs a role for each person, or its default role is not among those that the host
    /// offers.
    RoleRequired,
    /// With an `endpoint` of the host's, nobody can guess where the list of roles is.
    RolesEndpointRequired,
    /// Not one of the setting's words.
    SettingNotChoice {
        /// The setting's name.
        setting: Text,
        /// The words that it may hold.
        choices: Vec<Text>,
    },
    /// Neither true nor false.
    SettingNotBoolean {
        /// The setting's name.
        setting: Text,
    },
    /// Not a 64-bit integer, or a JavaScript number that has lost digits.
    SettingNotInteger {
        /// The setting's name.
        setting: Text,
    },
    /// A piece of the web address that would change what the rest of it means.
    SettingNotSegment {
        /// The setting's name.
        setting: Text,
    },
    /// Not text.
    SettingNotText {
        /// The setting's name.
        setting: Text,
    },
    /// Not a web address with its scheme.
    SettingNotUrl {
        /// The setting's name.
        setting: Text,
    },
    /// Not a UUID.
    SettingNotUuid {
        /// The setting's name.
        setting: Text,
    },
    /// Not a list of version 4 UUIDs.
    SettingNotUuidList {
        /// The setting's name.
        setting: Text,
    },
    /// A required setting is missing.
    SettingRequired {
        /// The setting's name.
        setting: Text,
    },
    /// There are more people than may be invited in one go.
    TooManyInvitees {
        /// How many there are.
        count: usize,
        /// How many there may be.
        max: usize,
    },
    /// No API of that name is known.
    UnknownApi {
        /// The name.
        api: String,
    },
    /// The API takes no such field for a person.
    UnknownField {
        /// The field's name.
        field: String,
    },
    /// The API has no such role.
    UnknownRole {
        /// The role.
        role: String,
    },
    /// The API has no such setting.
    UnknownSetting {
        /// The setting's name.
        setting: String,
    },
    /// The web address holds a user name or a password, which would be seen and logged.
    UrlHasCredentials {
        /// The web address, without them.
        url: String,
    },
    /// The request would travel unencrypted to another machine.
    UrlInsecure {
        /// The web address.
        url: String,
    },
    /// Not a web address that a request can be sent to.
    UrlMalformed {
        /// The web address.
        url: String,
    },
}

impl Problem {
    /// A problem that concerns all, at `field` of the configuration.
    pub(crate) fn at(field: &str, kind: ProblemKind) -> Self {
        Self { kind, field: Some(field.to_owned()), invitee: None }
    }

    /// A problem with `field` of the invitee at `index`.
    pub(crate) fn of(index: usize, field: &str, kind: ProblemKind) -> Self {
        Self { kind, field: Some(field.to_owned()), invitee: Some(index) }
    }
}

impl Coded for Problem {
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

impl From<&Problem> for Json {
    fn from(problem: &Problem) -> Self {
        Object::new()
            .with_coded(problem)
            .with("field", problem.field.as_deref())
            .with("invitee", problem.invitee)
            .into()
    }
}

display_sentence!(Problem, ProblemKind);
