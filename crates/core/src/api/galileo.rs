//! `POST /v2/invite_users` of Galileo: invites many people who all get the same role.
//! <https://docs.galileo.ai>

use std::borrow::Cow;

use super::{
    Api, ApiInfo, AuthKind, Batching, Content, Finding, Members, Place, Segment, Unreadable,
};
use crate::invitee::{Invitee, InviteeInput};
use crate::json::{Json, Object};
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec, Settings};
use crate::text::{Text, text};

/// Galileo.
#[derive(Debug)]
pub(super) struct Galileo;

static INFO: ApiInfo = ApiInfo {
    id: text("galileo"),
    name: text("Galileo"),
    documentation: text("https://docs.galileo.ai"),
    base_url: Some(text("https://api.galileo.ai")),
    method: text("POST"),
    path: text("/v2/invite_users"),
    // The OAuth2 password flow ends in a bearer token, too.
    auth: Cow::Borrowed(&[
        AuthKind::Header { name: text("Galileo-API-Key") },
        AuthKind::Bearer,
        AuthKind::Basic,
    ]),
    batching: Batching::PerRole,
    max_batch: None,
    atomic: true, // 422 comes before any work
    safe_to_repeat: false,
    idempotency_header: None,
    roles: RoleRules {
        choices: Cow::Borrowed(&ROLES),
        free: false,
        from: None,
        default: Some(text(DEFAULT_ROLE)),
        several: false,
        required: false,
    },
    settings: Cow::Borrowed(&[
        SettingSpec {
            name: text("auth_method"),
            label: text("Sign-in method"),
            kind: SettingKind::Choice {
                choices: Cow::Borrowed(&AUTH_METHODS),
                default: Some(text("email")),
            },
            required: false,
            help: text("How the invited people will sign in."),
            example: text("google"),
        },
        SettingSpec {
            name: text("group_ids"),
            label: text("Groups"),
            kind: SettingKind::UuidList,
            required: false,
            help: text("The groups that the invited people join."),
            example: text("[\"3f0b6c1e-8a52-4d7b-9c3e-5a1d2f4b6c8d\"]"),
        },
        SettingSpec {
            name: text("send_email"),
            label: text("Send an email"),
            kind: SettingKind::Boolean { default: Some(true) },
            required: false,
            help: text("Whether Galileo writes to the invited people."),
            example: text("false"),
        },
    ]),
    person_fields: Cow::Borrowed(&[]),
};

const DEFAULT_ROLE: &str = "user";

static AUTH_METHODS: [Text; 8] = [
    text("email"),
    text("google"),
    text("github"),
    text("okta"),
    text("azure-ad"),
    text("custom"),
    text("saml"),
    text("invite"),
];

static ROLES: [RoleChoice; 4] = [
    RoleChoice::new("admin", "Admin").privileged(),
    RoleChoice::new("manager", "Manager"),
    RoleChoice::new("user", "User"),
    RoleChoice::new("read_only", "Read only"),
];

impl Api for Galileo {
    fn info(&self) -> &ApiInfo {
        &INFO
    }

    /// `InviteUsersRequest`.
    fn body(&self, settings: &Settings, people: &[&Invitee]) -> Object {
        let emails: Vec<Json> = people.iter().map(|person| person.email.as_str().into()).collect();
        let role = people.first().and_then(|person| person.roles.first()).map(String::as_str);
        let group_ids = Some(settings.texts("group_ids")).filter(|ids| !ids.is_empty());
        Object::new()
            .with("auth_method", settings.text("auth_method"))
            .with("emails", emails)
            .with("role", role.filter(|role| *role != DEFAULT_ROLE))
            .with("group_ids", group_ids)
            .with("send_email", settings.flag("send_email"))
    }

    fn read(&self, body: &Json) -> Option<Content> {
        let mut members = Members::of(body)?;
        let emails = members.addresses("emails")?;
        let roles: Vec<String> = members.text("role").map(str::to_owned).into_iter().collect();
        let person =
            |email| InviteeInput { email, roles: roles.clone(), ..InviteeInput::default() };
        let people = emails.into_iter().map(person).collect();
        Some(members.content(people, &["auth_method", "group_ids", "send_email"]))
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [Segment::Name("body"), Segment::Name("emails"), Segment::Index(index), ..] => {
                Place::person(*index, "email")
            }
            [_, Segment::Name("role"), ..] => Place::role(),
            [_, Segment::Name(name), ..] => Place::setting(&INFO, name),
            _ => Place::Unknown,
        }
    }

    /// The documented schema is `{}`: any JSON, which names nobody.
    fn success(&self, addresses: &[&str], body: Option<&Json>) -> Result<Vec<Finding>, Unreadable> {
        body.ok_or(Unreadable)?;
        Ok(vec![Finding::INVITED; addresses.len()])
    }

    fn disclosed(&self, _: &[&str], _: &Json) -> Json {
        Object::new().into()
    }
}
