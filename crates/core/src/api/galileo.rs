//! `POST /v2/invite_users` of Galileo: invites many people who all get the same role.
//! <https://docs.galileo.ai>

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::{Api, ApiInfo, AuthKind, Batching, Finding, Place, Segment, Unreadable};
use crate::invitee::Invitee;
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec, Settings};

/// Galileo.
#[derive(Debug)]
pub(super) struct Galileo;

static INFO: ApiInfo = ApiInfo {
    id: "galileo",
    name: "Galileo",
    documentation: "https://docs.galileo.ai",
    base_url: Some("https://api.galileo.ai"),
    path: "/v2/invite_users",
    // The OAuth2 password flow ends in a bearer token, too.
    auth: &[AuthKind::Header { name: "Galileo-API-Key" }, AuthKind::Bearer, AuthKind::Basic],
    batching: Batching::PerRole,
    atomic: true, // 422 comes before any work
    safe_to_repeat: false,
    roles: RoleRules {
        choices: &ROLES,
        default: Some(DEFAULT_ROLE),
        several: false,
        required: false,
    },
    settings: &[
        SettingSpec {
            name: "auth_method",
            label: "Sign-in method",
            kind: SettingKind::Choice { choices: &AUTH_METHODS, default: "email" },
            required: false,
            help: "How the invited people will sign in.",
            example: "google",
        },
        SettingSpec {
            name: "group_ids",
            label: "Groups",
            kind: SettingKind::UuidList,
            required: false,
            help: "The groups that the invited people join.",
            example: "[\"3f0b6c1e-8a52-4d7b-9c3e-5a1d2f4b6c8d\"]",
        },
        SettingSpec {
            name: "send_email",
            label: "Send an email",
            kind: SettingKind::Boolean { default: true },
            required: false,
            help: "Whether Galileo writes to the invited people.",
            example: "false",
        },
    ],
    person_fields: &[],
};

const DEFAULT_ROLE: &str = "user";

static AUTH_METHODS: [&str; 8] =
    ["email", "google", "github", "okta", "azure-ad", "custom", "saml", "invite"];

static ROLES: [RoleChoice; 4] = [
    RoleChoice::new("admin", "Admin").privileged(),
    RoleChoice::new("manager", "Manager"),
    RoleChoice::new("user", "User"),
    RoleChoice::new("read_only", "Read only"),
];

/// `InviteUsersRequest`.
#[derive(Serialize, Deserialize)]
struct Body {
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_method: Option<String>,
    emails: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    group_ids: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    send_email: Option<bool>,
}

impl Api for Galileo {
    fn info(&self) -> &'static ApiInfo {
        &INFO
    }

    fn body(&self, settings: &Settings, people: &[&Invitee]) -> String {
        let role = people.first().and_then(|person| person.roles.first());
        super::to_json(&Body {
            auth_method: settings.text("auth_method").map(str::to_owned),
            emails: people.iter().map(|person| person.email.as_str().to_owned()).collect(),
            role: role.filter(|role| *role != DEFAULT_ROLE).cloned(),
            group_ids: settings.texts("group_ids").to_vec(),
            send_email: settings.flag("send_email"),
        })
    }

    fn addresses(&self, body: &str) -> Vec<String> {
        serde_json::from_str(body).map(|body: Body| body.emails).unwrap_or_default()
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [Segment::Name(body), Segment::Name(list), Segment::Index(index), ..]
                if body == "body" && list == "emails" =>
            {
                Place::person(*index, "email")
            }
            [_, Segment::Name(name), ..] if name == "role" => Place::role(),
            [_, Segment::Name(name), ..] => Place::setting(&INFO, name),
            _ => Place::Unknown,
        }
    }

    /// The documented schema is `{}`: any JSON, which names nobody.
    fn success(&self, addresses: &[String], body: &str) -> Result<Vec<Finding>, Unreadable> {
        serde_json::from_str::<IgnoredAny>(body)?;
        Ok(addresses.iter().map(|_| Finding::Invited(None)).collect())
    }
}
