//! `POST /users` of Contextual AI: invites many people, each with several roles.
//! <https://docs.contextual.ai>

use std::borrow::Cow;

use super::{
    Api, ApiInfo, Asked, AuthKind, Batching, ByAddress, Content, Finding, Members, PersonField,
    Place, Segment, Unreadable,
};
use crate::invitee::{Invitee, InviteeInput};
use crate::json::{Json, Object};
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec, Settings};
use crate::text::text;

/// Contextual AI.
#[derive(Debug)]
pub(super) struct Contextual;

static INFO: ApiInfo = ApiInfo {
    id: text("contextual"),
    name: text("Contextual AI"),
    documentation: text("https://docs.contextual.ai"),
    base_url: Some(text("https://api.contextual.ai/v1")),
    method: text("POST"),
    path: text("/users"),
    auth: Cow::Borrowed(&[AuthKind::Bearer]),
    batching: Batching::Together,
    max_batch: None,
    atomic: true,         // 422 comes before any work
    safe_to_repeat: true, // "successfully created (including existing users)"
    idempotency_header: None,
    roles: RoleRules {
        choices: Cow::Borrowed(&ROLES),
        free: false,
        from: None,
        default: None,
        several: true,
        required: false,
    },
    settings: Cow::Borrowed(&[SettingSpec {
        name: text("tenant_short_name"),
        label: text("Tenant"),
        kind: SettingKind::Text,
        required: true,
        help: text("The short name of the tenant that people are invited to."),
        example: text("acme"),
    }]),
    person_fields: Cow::Borrowed(&[PersonField {
        name: text(TENANT_ADMIN),
        label: text("Tenant admin"),
        privileged: true,
    }]),
};

const TENANT_ADMIN: &str = "is_tenant_admin";

static ROLES: [RoleChoice; 12] = [
    RoleChoice::new("VISITOR", "Visitor"),
    RoleChoice::new("AGENT_USER", "Agent user"),
    RoleChoice::new("CUSTOMER_USER", "Customer user"),
    RoleChoice::new("CUSTOMER_INTERNAL_USER", "Customer internal user"),
    RoleChoice::new("CONTEXTUAL_STAFF_USER", "Contextual staff").staff_only(),
    RoleChoice::new("CONTEXTUAL_EXTERNAL_STAFF_USER", "Contextual external staff").staff_only(),
    RoleChoice::new("CONTEXTUAL_INTERNAL_STAFF_USER", "Contextual internal staff").staff_only(),
    RoleChoice::new("TENANT_ADMIN", "Tenant admin").privileged(),
    RoleChoice::new("CUSTOMER_ADMIN", "Customer admin").privileged(),
    RoleChoice::new("CONTEXTUAL_ADMIN", "Contextual admin").privileged().staff_only(),
    RoleChoice::new("SUPER_ADMIN", "Super admin").privileged().staff_only(),
    RoleChoice::new("SERVICE_ACCOUNT", "Service account").staff_only(),
];

impl Api for Contextual {
    fn info(&self) -> &ApiInfo {
        &INFO
    }

    /// `InviteUsersRequest`; behind a proxy that knows the tenant, its name may be missing.
    fn body(&self, settings: &Settings, people: &[&Invitee]) -> Object {
        let new_users: Vec<Json> = people.iter().map(|person| new_user(person)).collect();
        Object::new()
            .with("tenant_short_name", settings.text("tenant_short_name"))
            .with("new_users", new_users)
    }

    fn read(&self, body: &Json) -> Option<Content> {
        let mut members = Members::of(body)?;
        let people = members.people("new_users", read_new_user)?;
        Some(members.content(people, &["tenant_short_name"]))
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [
                Segment::Name("body"),
                Segment::Name("new_users"),
                Segment::Index(index),
                field @ ..,
            ] => match field.first() {
                Some(Segment::Name(field @ ("roles" | TENANT_ADMIN))) => {
                    Place::person(*index, field)
                }
                _ => Place::person(*index, "email"),
            },
            [_, Segment::Name(name), ..] => Place::setting(&INFO, name),
            _ => Place::Unknown,
        }
    }

    fn success(&self, addresses: &[&str], body: Option<&Json>) -> Result<Vec<Finding>, Unreadable> {
        let Success { invited, errors } = body.and_then(Success::read).ok_or(Unreadable)?;
        let finding = |address: &&str| {
            if let Some(message) = errors.of(address) {
                Finding::Failed(
                    message.as_text().map_or_else(|| message.to_string(), str::to_owned),
                )
            } else if invited.of(address).is_some() {
                Finding::INVITED
            } else {
                Finding::Missing
            }
        };
        Ok(addresses.iter().map(finding).collect())
    }

    fn disclosed(&self, addresses: &[&str], body: &Json) -> Json {
        let asked = Asked::of(addresses);
        let invited = body.get("invited_user_emails").and_then(Json::as_list).unwrap_or_default();
        let errors = body.get("error_details").and_then(Json::as_object);
        let errors = errors.into_iter().flatten().filter(|(address, _)| asked.has_text(address));
        Object::new()
            .with(
                "invited_user_emails",
                Json::list(invited.iter().filter(|it| asked.has(it)).cloned()),
            )
            .with("error_details", errors.cloned().collect::<Object>())
            .into()
    }
}

/// `TenantNewUserInfo`.
fn new_user(person: &Invitee) -> Json {
    let roles = Some(person.roles.as_slice()).filter(|roles| !roles.is_empty());
    Object::new()
        .with("email", person.email.as_str())
        .with(TENANT_ADMIN, person.flag(TENANT_ADMIN).then_some(true))
        .with("roles", roles)
        .into()
}

fn read_new_user(user: &mut Members) -> InviteeInput {
    let email = user.text("email").unwrap_or_default().to_owned();
    let flag = user.value(TENANT_ADMIN).map(|value| (TENANT_ADMIN.to_owned(), value.clone()));
    let roles = user.texts("roles");
    InviteeInput { email, roles, fields: flag.into_iter().collect(), ..InviteeInput::default() }
}

/// `InviteUsersResponse`.
struct Success<'a> {
    invited: ByAddress<'a>,
    /// Who was not, and why.
    errors: ByAddress<'a>,
}

impl<'a> Success<'a> {
    fn read(body: &'a Json) -> Option<Self> {
        let invited = body.get("invited_user_emails")?.as_list()?;
        let invited = invited.iter().filter_map(|who| Some((who.as_text()?, who)));
        let errors = body.get("error_details")?.as_object()?.iter();
        let errors = errors.filter(|(_, message)| !message.is_null());
        let errors = errors.map(|(who, message)| (who.as_str(), message));
        Some(Self { invited: invited.collect(), errors: errors.collect() })
    }
}
