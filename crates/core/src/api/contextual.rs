//! `POST /users` of Contextual AI: invites many people, each with several roles.
//! <https://docs.contextual.ai>

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Api, ApiInfo, AuthKind, Batching, Finding, PersonField, Place, Segment, Unreadable,
    same_address,
};
use crate::invitee::Invitee;
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec, Settings};

/// Contextual AI.
#[derive(Debug)]
pub(super) struct Contextual;

static INFO: ApiInfo = ApiInfo {
    id: "contextual",
    name: "Contextual AI",
    documentation: "https://docs.contextual.ai",
    base_url: Some("https://api.contextual.ai/v1"),
    path: "/users",
    auth: &[AuthKind::Bearer],
    batching: Batching::Together,
    atomic: true,         // 422 comes before any work
    safe_to_repeat: true, // "successfully created (including existing users)"
    roles: RoleRules { choices: &ROLES, default: None, several: true, required: false },
    settings: &[SettingSpec {
        name: "tenant_short_name",
        label: "Tenant",
        kind: SettingKind::Text,
        required: true,
        help: "The short name of the tenant that people are invited to.",
        example: "acme",
    }],
    person_fields: &[PersonField { name: TENANT_ADMIN, label: "Tenant admin", privileged: true }],
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

/// `InviteUsersRequest`; behind a proxy that knows the tenant, its name may be missing.
#[derive(Serialize, Deserialize)]
struct Body {
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant_short_name: Option<String>,
    new_users: Vec<NewUser>,
}

/// `TenantNewUserInfo`.
#[derive(Serialize, Deserialize)]
struct NewUser {
    email: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_tenant_admin: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    roles: Vec<String>,
}

/// `InviteUsersResponse`.
#[derive(Deserialize)]
struct Success {
    invited_user_emails: Vec<String>,
    error_details: BTreeMap<String, String>,
}

impl Api for Contextual {
    fn info(&self) -> &'static ApiInfo {
        &INFO
    }

    fn body(&self, settings: &Settings, people: &[&Invitee]) -> String {
        let new_user = |person: &&Invitee| NewUser {
            email: person.email.as_str().to_owned(),
            is_tenant_admin: person.flag(TENANT_ADMIN),
            roles: person.roles.clone(),
        };
        super::to_json(&Body {
            tenant_short_name: settings.text("tenant_short_name").map(str::to_owned),
            new_users: people.iter().map(new_user).collect(),
        })
    }

    fn addresses(&self, body: &str) -> Vec<String> {
        serde_json::from_str(body)
            .map(|body: Body| body.new_users.into_iter().map(|user| user.email).collect())
            .unwrap_or_default()
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [Segment::Name(body), Segment::Name(list), Segment::Index(index), field @ ..]
                if body == "body" && list == "new_users" =>
            {
                match field.first() {
                    Some(Segment::Name(field)) => Place::person(*index, field),
                    _ => Place::person(*index, "email"),
                }
            }
            [_, Segment::Name(name), ..] => Place::setting(&INFO, name),
            _ => Place::Unknown,
        }
    }

    fn success(&self, addresses: &[String], body: &str) -> Result<Vec<Finding>, Unreadable> {
        let success: Success = serde_json::from_str(body)?;
        let finding = |address: &String| {
            let error = success.error_details.iter().find(|(who, _)| same_address(who, address));
            if let Some((_, message)) = error {
                Finding::Failed(message.clone())
            } else if success.invited_user_emails.iter().any(|who| same_address(who, address)) {
                Finding::Invited(None)
            } else {
                Finding::Missing
            }
        };
        Ok(addresses.iter().map(finding).collect())
    }
}
