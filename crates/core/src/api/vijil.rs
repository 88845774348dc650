//! `POST /v1/teams/{team_id}/invites` of Vijil: invites one person with one role.
//! <https://docs.vijil.ai>

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Api, ApiInfo, AuthKind, Batching, Finding, Place, Segment, Unreadable, same_address};
use crate::invitee::Invitee;
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec, Settings};

/// Vijil.
#[derive(Debug)]
pub(super) struct Vijil;

static INFO: ApiInfo = ApiInfo {
    id: "vijil",
    name: "Vijil",
    documentation: "https://docs.vijil.ai",
    base_url: None, // `servers: []`
    path: "/v1/teams/{team_id}/invites",
    auth: &[AuthKind::Bearer], // none is declared
    batching: Batching::Each,
    atomic: true,
    safe_to_repeat: false,
    roles: RoleRules {
        choices: &ROLES,
        default: Some(DEFAULT_ROLE),
        several: false,
        required: false,
    },
    settings: &[SettingSpec {
        name: "team_id",
        label: "Team",
        kind: SettingKind::Uuid,
        required: true,
        help: "The id of the team that people are invited to.",
        example: "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d",
    }],
    person_fields: &[],
};

const DEFAULT_ROLE: &str = "MEMBER";

static ROLES: [RoleChoice; 3] = [
    RoleChoice::new("OWNER", "Owner").privileged(),
    RoleChoice::new("ADMIN", "Admin").privileged(),
    RoleChoice::new("MEMBER", "Member"),
];

/// `InviteUserRequest`.
#[derive(Serialize, Deserialize)]
struct Body {
    email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
}

/// `Invitation`, the parts that are read.
#[derive(Deserialize)]
struct Invitation {
    id: String,
    email: String,
    status: InvitationStatus,
    expires_at: i64,
}

/// `InvitationStatus`.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum InvitationStatus {
    Pending,
    Accepted,
    Declined,
    Expired,
}

impl Api for Vijil {
    fn info(&self) -> &'static ApiInfo {
        &INFO
    }

    fn body(&self, _: &Settings, people: &[&Invitee]) -> String {
        let person = people.first();
        super::to_json(&Body {
            email: person.map(|person| person.email.as_str().to_owned()).unwrap_or_default(),
            role: person
                .and_then(|person| person.roles.first())
                .filter(|role| *role != DEFAULT_ROLE)
                .cloned(),
        })
    }

    fn addresses(&self, body: &str) -> Vec<String> {
        serde_json::from_str(body).map(|body: Body| vec![body.email]).unwrap_or_default()
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [Segment::Name(part), Segment::Name(name), ..] => {
                match (part.as_str(), name.as_str()) {
                    ("body", "email") => Place::person(0, "email"),
                    ("body", "role") => Place::person(0, "roles"),
                    _ => Place::setting(&INFO, name),
                }
            }
            _ => Place::Unknown,
        }
    }

    /// An invitation that is declined or expired invites nobody, so it counts as not found.
    fn success(&self, addresses: &[String], body: &str) -> Result<Vec<Finding>, Unreadable> {
        let invitation: Invitation = serde_json::from_str(body)?;
        let open =
            matches!(invitation.status, InvitationStatus::Pending | InvitationStatus::Accepted);
        let detail = json!({
            "invitation_id": invitation.id,
            "status": invitation.status,
            "expires_at": invitation.expires_at.to_string(),
        });
        let finding = |address: &String| {
            if open && same_address(&invitation.email, address) {
                Finding::Invited(Some(detail.clone()))
            } else {
                Finding::Missing
            }
        };
        Ok(addresses.iter().map(finding).collect())
    }
}
