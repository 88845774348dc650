//! `POST /api/v1/registration/invite` of Extractor: invites one person with several roles.
//! <https://docs.extractor.live>

use std::borrow::Cow;

use super::address::{about, only};
use super::{
    Api, ApiInfo, AuthKind, Batching, Content, Finding, Members, Place, Segment, Unreadable,
};
use crate::invitee::{Invitee, InviteeInput};
use crate::json::{Json, Object};
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec, Settings};
use crate::text::text;

/// Extractor.
#[derive(Debug)]
pub(super) struct Extractor;

static INFO: ApiInfo = ApiInfo {
    id: text("extractor"),
    name: text("Extractor"),
    documentation: text("https://docs.extractor.live"),
    base_url: None, // `servers: []`
    method: text("POST"),
    path: text("/api/v1/registration/invite"),
    auth: Cow::Borrowed(&[AuthKind::Bearer]),
    batching: Batching::Each,
    max_batch: None,
    atomic: true,
    safe_to_repeat: false,
    idempotency_header: None,
    roles: RoleRules {
        choices: Cow::Borrowed(&ROLES),
        free: false,
        from: None,
        default: Some(text(DEFAULT_ROLE)),
        several: true,
        required: false,
    },
    settings: Cow::Borrowed(&[
        SettingSpec {
            name: text("url"),
            label: text("Invitation page"),
            kind: SettingKind::Url,
            required: true,
            help: text("The web address that the invitation email leads to."),
            example: text("https://app.example.com/invite"),
        },
        SettingSpec {
            name: text("tenantId"),
            label: text("Tenant id"),
            kind: SettingKind::Int64,
            required: false,
            help: text("The number of the tenant."),
            example: text("9007199254740993"),
        },
        SettingSpec {
            name: text("organisationId"),
            label: text("Organisation id"),
            kind: SettingKind::Int64,
            required: false,
            help: text("The number of the organisation."),
            example: text("42"),
        },
    ]),
    person_fields: Cow::Borrowed(&[]),
};

/// The members of an `InviteDto`.
const INVITE: [&str; 8] =
    ["id", "createdAt", "updatedAt", "tenantId", "organisationId", "expiredAt", "email", "roles"];

const DEFAULT_ROLE: &str = "extractor-user";

static ROLES: [RoleChoice; 6] = [
    RoleChoice::new("extractor-viewer", "Extractor viewer"),
    RoleChoice::new("extractor-user", "Extractor user"),
    RoleChoice::new("extractor-manager", "Extractor manager"),
    RoleChoice::new("organisation-viewer", "Organisation viewer"),
    RoleChoice::new("organisation-user", "Organisation user"),
    RoleChoice::new("organisation-manager", "Organisation manager"),
];

impl Api for Extractor {
    fn info(&self) -> &ApiInfo {
        &INFO
    }

    /// `CreateInviteDto`; behind a proxy that knows the page, `url` may be missing.
    fn body(&self, settings: &Settings, people: &[&Invitee]) -> Object {
        let person = people.first();
        let roles = person.map(|person| person.roles.as_slice()).filter(|roles| !roles.is_empty());
        // Roles are required, whatever they are.
        let roles = roles.map_or_else(|| Json::List(vec![DEFAULT_ROLE.into()]), Json::from);
        Object::new()
            .with("tenantId", settings.integer("tenantId"))
            .with("organisationId", settings.integer("organisationId"))
            .with("email", person.map(|person| person.email.as_str()))
            .with("roles", roles)
            .with("url", settings.text("url"))
    }

    fn read(&self, body: &Json) -> Option<Content> {
        let mut members = Members::of_person(body)?;
        let email = members.text("email").unwrap_or_default().to_owned();
        let person =
            InviteeInput { email, roles: members.texts("roles"), ..InviteeInput::default() };
        Some(members.content(vec![person], &["tenantId", "organisationId", "url"]))
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [_, Segment::Name(name @ ("email" | "roles")), ..] => Place::person(0, name),
            [_, Segment::Name(name), ..] => Place::setting(&INFO, name),
            _ => Place::Unknown,
        }
    }

    /// `InviteDto`.
    fn success(&self, addresses: &[&str], body: Option<&Json>) -> Result<Vec<Finding>, Unreadable> {
        let (email, detail) = body.and_then(read_invite).ok_or(Unreadable)?;
        Ok(only(email, addresses, &Finding::Invited(Some(detail.into()))))
    }

    fn disclosed(&self, addresses: &[&str], body: &Json) -> Json {
        about(addresses, body, &INVITE)
    }
}

/// Who was invited, and what else the reply tells where it is what the document promises; every digit
/// of a 64-bit integer counts, so they are texts.
fn read_invite(body: &Json) -> Option<(&str, Object)> {
    let email = body.get("email")?.as_text()?;
    let mut detail = Object::new();
    for (theirs, ours) in [
        ("id", "invitation_id"),
        ("createdAt", "created_at"),
        ("updatedAt", "updated_at"),
        ("tenantId", "tenant_id"),
        ("organisationId", "organisation_id"),
        ("expiredAt", "expires_at"),
    ] {
        let number = body.get(theirs).and_then(Json::as_integer);
        detail = detail.with(ours, number.map(|number| number.to_string()));
    }
    let roles = body.get("roles").filter(|roles| roles.as_texts().is_some());
    Some((email, detail.with("roles", roles.cloned())))
}
