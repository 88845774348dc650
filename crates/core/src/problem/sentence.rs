//! What is said of each problem: its code, its sentence, and the data of both.

use super::ProblemKind;
use crate::message::{Coded, Param, Params};

impl Coded for ProblemKind {
    fn code(&self) -> &'static str {
        match self {
            Self::BaseUrlRequired { .. } => "base_url_required",
            Self::Credential(error) => error.code(),
            Self::Description(fault) => fault.code(),
            Self::DuplicateEmail { .. } => "duplicate_email",
            Self::DuplicateRole { .. } => "duplicate_role",
            Self::Email(error) => error.code(),
            Self::FieldNotBoolean { .. } => "field_not_boolean",
            Self::NoInvitees => "no_invitees",
            Self::OneRoleOnly => "one_role_only",
            Self::Relay(fault) => fault.code(),
            Self::Request(fault) => fault.code(),
            Self::RoleNotOffered { .. } => "role_not_offered",
            Self::RoleRequired => "role_required",
            Self::RolesEndpointRequired => "roles_endpoint_required",
            Self::SettingNotBoolean { .. } => "setting_not_boolean",
            Self::SettingNotChoice { .. } => "setting_not_choice",
            Self::SettingNotInteger { .. } => "setting_not_integer",
            Self::SettingNotSegment { .. } => "setting_not_segment",
            Self::SettingNotText { .. } => "setting_not_text",
            Self::SettingNotUrl { .. } => "setting_not_url",
            Self::SettingNotUuid { .. } => "setting_not_uuid",
            Self::SettingNotUuidList { .. } => "setting_not_uuid_list",
            Self::SettingRequired { .. } => "setting_required",
            Self::TooManyInvitees { .. } => "too_many_invitees",
            Self::UnknownApi { .. } => "unknown_api",
            Self::UnknownField { .. } => "unknown_field",
            Self::UnknownRole { .. } => "unknown_role",
            Self::UnknownSetting { .. } => "unknown_setting",
            Self::UrlHasCredentials { .. } => "url_has_credentials",
            Self::UrlInsecure { .. } => "url_insecure",
            Self::UrlMalformed { .. } => "url_malformed",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::BaseUrlRequired { .. } => {
                "{api} has no fixed web address: set the base URL of your own server"
            }
            Self::Credential(error) => error.template(),
            Self::Description(fault) => fault.template(),
            Self::DuplicateEmail { .. } => "{email} is in the list twice: remove one of them",
            Self::DuplicateRole { .. } => "the role {role} is given twice",
            Self::Email(error) => error.template(),
            Self::FieldNotBoolean { .. } => "{field} must be true or false",
            Self::NoInvitees => "add at least one person to invite",
            Self::OneRoleOnly => "choose one role: a person can't have several here",
            Self::Relay(fault) => fault.template(),
            Self::Request(fault) => fault.template(),
            Self::RoleNotOffered { .. } => "the role {role} can't be given here",
            Self::RoleRequired => "choose a role",
            Self::RolesEndpointRequired => "say where the list of roles is: set rolesEndpoint",
            Self::SettingNotBoolean { .. } => "{setting} must be true or false",
            Self::SettingNotChoice { .. } => "{setting} must be one of {choices}",
            Self::SettingNotInteger { .. } => {
                "{setting} must be a whole number; write one above 9007199254740991 as text"
            }
            Self::SettingNotSegment { .. } => {
                "{setting} is part of the web address and can't be . or .."
            }
            Self::SettingNotText { .. } => "{setting} must be text",
            Self::SettingNotUrl { .. } => {
                "{setting} must be a web address that begins with https:// or http://"
            }
            Self::SettingNotUuid { .. } => {
                "{setting} must be a UUID such as 7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d"
            }
            Self::SettingNotUuidList { .. } => "{setting} must be a list of version 4 UUIDs",
            Self::SettingRequired { .. } => "{setting} is missing",
            Self::TooManyInvitees { .. } => {
                "at most {max} can be invited here, and the list has {count}: remove {excess}"
            }
            Self::UnknownApi { .. } => "there is no invite API called {api}",
            Self::UnknownField { .. } => "{field} is not a field of a person here",
            Self::UnknownRole { .. } => "there is no role {role} here",
            Self::UnknownSetting { .. } => "{setting} is not a setting here",
            Self::UrlHasCredentials { .. } => {
                "{url} holds a user name or password: leave it out of the web address"
            }
            Self::UrlInsecure { .. } => {
                "{url} is not encrypted: use https, so that nobody on the way reads what is sent"
            }
            Self::UrlMalformed { .. } => {
                "{url} is not a web address such as https://api.example.com"
            }
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::BaseUrlRequired { api } => [("api", Param::from(&**api))].into(),
            Self::TooManyInvitees { count, max } => [
                ("count", (*count).into()),
                ("max", (*max).into()),
                ("excess", (count - max).into()),
            ]
            .into(),
            Self::UnknownApi { api } => [("api", api.as_str().into())].into(),
            Self::DuplicateEmail { email, first } => {
                [("email", email.as_str().into()), ("first", (*first).into())].into()
            }
            Self::Credential(error) => error.params(),
            Self::Description(fault) => fault.params(),
            Self::Email(error) => error.params(),
            Self::Relay(fault) => fault.params(),
            Self::Request(fault) => fault.params(),
            Self::DuplicateRole { role }
            | Self::RoleNotOffered { role }
            | Self::UnknownRole { role } => [("role", role.as_str().into())].into(),
            Self::SettingNotChoice { setting, choices } => {
                [("setting", Param::from(&**setting)), ("choices", choices.join(", ").into())]
                    .into()
            }
            Self::SettingNotBoolean { setting }
            | Self::SettingNotInteger { setting }
            | Self::SettingNotSegment { setting }
            | Self::SettingNotText { setting }
            | Self::SettingNotUrl { setting }
            | Self::SettingNotUuid { setting }
            | Self::SettingNotUuidList { setting }
            | Self::SettingRequired { setting } => [("setting", Param::from(&**setting))].into(),
            Self::FieldNotBoolean { field } => [("field", Param::from(&**field))].into(),
            Self::UnknownField { field } => [("field", field.as_str().into())].into(),
            Self::UnknownSetting { setting } => [("setting", setting.as_str().into())].into(),
            Self::UrlHasCredentials { url }
            | Self::UrlInsecure { url }
            | Self::UrlMalformed { url } => [("url", url.as_str().into())].into(),
            Self::NoInvitees
            | Self::OneRoleOnly
            | Self::RoleRequired
            | Self::RolesEndpointRequired => Params::new(),
        }
    }
}
