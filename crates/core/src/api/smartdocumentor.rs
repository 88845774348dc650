//! `POST /api/v1.0/external/tenant/inviteusers` of SmartDocumentor: invites many people, each with
//! one role.

use serde::{Deserialize, Serialize};

use super::{Api, ApiInfo, AuthKind, Batching, Finding, Place, Segment, Unreadable};
use crate::invitee::Invitee;
use crate::role::RoleRules;
use crate::setting::Settings;

/// SmartDocumentor.
#[derive(Debug)]
pub(super) struct SmartDocumentor;

static INFO: ApiInfo = ApiInfo {
    id: "smartdocumentor",
    name: "SmartDocumentor",
    documentation: "https://cloud.smartdocumentor.net",
    base_url: Some("https://cloud.smartdocumentor.net"),
    path: "/api/v1.0/external/tenant/inviteusers",
    auth: &[AuthKind::Bearer],
    batching: Batching::Together,
    atomic: true, // assumed: the document does not say
    safe_to_repeat: false,
    // The catalogue is the server's: "one of the available roles from the /availableroles endpoint".
    roles: RoleRules { choices: &[], default: None, several: false, required: true },
    settings: &[],
    person_fields: &[],
};

/// `InviteUsersRequest`.
#[derive(Serialize, Deserialize)]
struct Body {
    users: Vec<User>,
}

/// `ExternalUserModel`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    email: String,
    role_name: String,
}

impl Api for SmartDocumentor {
    fn info(&self) -> &'static ApiInfo {
        &INFO
    }

    fn body(&self, _: &Settings, people: &[&Invitee]) -> String {
        let user = |person: &&Invitee| User {
            email: person.email.as_str().to_owned(),
            role_name: person.roles.first().cloned().unwrap_or_default(),
        };
        super::to_json(&Body { users: people.iter().map(user).collect() })
    }

    fn addresses(&self, body: &str) -> Vec<String> {
        serde_json::from_str(body)
            .map(|body: Body| body.users.into_iter().map(|user| user.email).collect())
            .unwrap_or_default()
    }

    /// Its errors are sentences and hold no paths.
    fn place(&self, _: &[Segment]) -> Place {
        Place::Unknown
    }

    /// "Response Body Empty: Indicates that the operation was successful".
    fn success(&self, addresses: &[String], body: &str) -> Result<Vec<Finding>, Unreadable> {
        if body.trim().is_empty() {
            Ok(addresses.iter().map(|_| Finding::Invited(None)).collect())
        } else {
            Err(Unreadable)
        }
    }
}
