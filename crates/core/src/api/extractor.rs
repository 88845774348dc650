//! `POST /api/v1/registration/invite` of Extractor: invites one person with several roles.
//! <https://docs.extractor.live>

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Api, ApiInfo, AuthKind, Batching, Finding, Place, Segment, Unreadable, same_address};
use crate::invitee::Invitee;
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec, Settings};

/// Extractor.
#[derive(Debug)]
pub(super) struct Extractor;

static INFO: ApiInfo = ApiInfo {
    id: "extractor",
    name: "Extractor",
    documentation: "https://docs.extractor.live",
    base_url: None, // `servers: []`
    path: "/api/v1/registration/invite",
    auth: &[AuthKind::Bearer],
    batching: Batching::Each,
    atomic: true,
    safe_to_repeat: false,
    roles: RoleRules {
        choices: &ROLES,
        default: Some(DEFAULT_ROLE),
        several: true,
        required: false,
    },
    settings: &[
        SettingSpec {
            name: "url",
            label: "Invitation page",
            kind: SettingKind::Url,
            required: true,
            help: "The web address that the invitation email leads to.",
            example: "https://app.example.com/invite",
        },
        SettingSpec {
            name: "tenantId",
            label: "Tenant id",
            kind: SettingKind::Int64,
            required: false,
            help: "The number of the tenant.",
            example: "9007199254740993",
        },
        SettingSpec {
            name: "organisationId",
            label: "Organisation id",
            kind: SettingKind::Int64,
            required: false,
            help: "The number of the organisation.",
            example: "42",
        },
    ],
    person_fields: &[],
};

const DEFAULT_ROLE: &str = "extractor-user";

static ROLES: [RoleChoice; 6] = [
    RoleChoice::new("extractor-viewer", "Extractor viewer"),
    RoleChoice::new("extractor-user", "Extractor user"),
    RoleChoice::new("extractor-manager", "Extractor manager"),
    RoleChoice::new("organisation-viewer", "Organisation viewer"),
    RoleChoice::new("organisation-user", "Organisation user"),
    RoleChoice::new("organisation-manager", "Organisation manager"),
];

/// `CreateInviteDto`; behind a proxy that knows the page, `url` may be missing.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation_id: Option<i64>,
    email: String,
    roles: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// `InviteDto`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Invite {
    id: Option<i64>,
    tenant_id: Option<i64>,
    organisation_id: Option<i64>,
    expired_at: Option<i64>,
    email: String,
    roles: Vec<String>,
}

impl Api for Extractor {
    fn info(&self) -> &'static ApiInfo {
        &INFO
    }

    fn body(&self, settings: &Settings, people: &[&Invitee]) -> String {
        let person = people.first();
        let mut roles = person.map(|person| person.roles.clone()).unwrap_or_default();
        if roles.is_empty() {
            roles.push(DEFAULT_ROLE.to_owned()); // required, whatever it is
        }
        super::to_json(&Body {
            tenant_id: settings.integer("tenantId"),
            organisation_id: settings.integer("organisationId"),
            email: person.map(|person| person.email.as_str().to_owned()).unwrap_or_default(),
            roles,
            url: settings.text("url").map(str::to_owned),
        })
    }

    fn addresses(&self, body: &str) -> Vec<String> {
        serde_json::from_str(body).map(|body: Body| vec![body.email]).unwrap_or_default()
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [_, Segment::Name(name), ..] => match name.as_str() {
                "email" | "roles" => Place::person(0, name),
                _ => Place::setting(&INFO, name),
            },
            _ => Place::Unknown,
        }
    }

    fn success(&self, addresses: &[String], body: &str) -> Result<Vec<Finding>, Unreadable> {
        let invite: Invite = serde_json::from_str(body)?;
        let finding = |address: &String| {
            if same_address(&invite.email, address) {
                Finding::Invited(Some(invite.detail()))
            } else {
                Finding::Missing
            }
        };
        Ok(addresses.iter().map(finding).collect())
    }
}

impl Invite {
    fn detail(&self) -> Value {
        let numbers = [
            ("invitation_id", self.id),
            ("tenant_id", self.tenant_id),
            ("organisation_id", self.organisation_id),
            ("expires_at", self.expired_at),
        ];
        let mut detail = Map::new();
        for (name, number) in numbers {
            if let Some(number) = number {
                detail.insert(name.to_owned(), number.to_string().into());
            }
        }
        detail.insert("roles".to_owned(), self.roles.clone().into());
        detail.into()
    }
}
