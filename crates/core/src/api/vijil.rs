//! `POST /v1/teams/{team_id}/invites` of Vijil: invites one person with one role.
//! <https://docs.vijil.ai>

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

/// Vijil.
#[derive(Debug)]
pub(super) struct Vijil;

static INFO: ApiInfo = ApiInfo {
    id: text("vijil"),
    name: text("Vijil"),
    documentation: text("https://docs.vijil.ai"),
    base_url: None, // `servers: []`
    method: text("POST"),
    path: text("/v1/teams/{team_id}/invites"),
    auth: Cow::Borrowed(&[AuthKind::Bearer]), // none is declared
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
        several: false,
        required: false,
    },
    settings: Cow::Borrowed(&[SettingSpec {
        name: text("team_id"),
        label: text("Team"),
        kind: SettingKind::Uuid,
        required: true,
        help: text("The id of the team that people are invited to."),
        example: text("7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d"),
    }]),
    person_fields: Cow::Borrowed(&[]),
};

/// The members of an `Invitation`.
const INVITATION: [&str; 8] =
    ["id", "team_id", "email", "invited_by", "role", "status", "created_at", "expires_at"];

const DEFAULT_ROLE: &str = "MEMBER";

static ROLES: [RoleChoice; 3] = [
    RoleChoice::new("OWNER", "Owner").privileged(),
    RoleChoice::new("ADMIN", "Admin").privileged(),
    RoleChoice::new("MEMBER", "Member"),
];

impl Api for Vijil {
    fn info(&self) -> &ApiInfo {
        &INFO
    }

    /// `InviteUserRequest`.
    fn body(&self, _: &Settings, people: &[&Invitee]) -> Object {
        let person = people.first();
        let role = person.and_then(|person| person.roles.first()).map(String::as_str);
        Object::new()
            .with("email", person.map(|person| person.email.as_str()))
            .with("role", role.filter(|role| *role != DEFAULT_ROLE))
    }

    fn read(&self, body: &Json) -> Option<Content> {
        let mut members = Members::of_person(body)?;
        let email = members.text("email").unwrap_or_default().to_owned();
        let roles = members.text("role").map(str::to_owned).into_iter().collect();
        let person = InviteeInput { email, roles, ..InviteeInput::default() };
        Some(members.content(vec![person], &[]))
    }

    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [Segment::Name("body"), Segment::Name("email"), ..] => Place::person(0, "email"),
            [Segment::Name("body"), Segment::Name("role"), ..] => Place::person(0, "roles"),
            [Segment::Name(_), Segment::Name(name), ..] => Place::setting(&INFO, name),
            _ => Place::Unknown,
        }
    }

    /// An invitation that is declined or expired invites nobody, so it counts as not found.
    fn success(&self, addresses: &[&str], body: Option<&Json>) -> Result<Vec<Finding>, Unreadable> {
        let (email, finding) = body.and_then(read_invitation).ok_or(Unreadable)?;
        Ok(only(email, addresses, &finding))
    }

    fn disclosed(&self, addresses: &[&str], body: &Json) -> Json {
        about(addresses, body, &INVITATION)
    }
}

/// Who was invited, and how it stands (`Invitation`). Address and status say what became of the
/// person; the rest is passed on where it is what the document promises.
fn read_invitation(body: &Json) -> Option<(&str, Finding)> {
    let text = |name| body.get(name)?.as_text();
    let time = |name| body.get(name)?.as_integer().map(|seconds| seconds.to_string());
    let (email, status) = (text("email")?, text("status")?);
    let detail = Object::new()
        .with("invitation_id", text("id"))
        .with("team_id", text("team_id"))
        .with("invited_by", text("invited_by"))
        .with("role", text("role"))
        .with("status", status)
        .with("created_at", time("created_at"))
        .with("expires_at", time("expires_at"));
    match status {
        "PENDING" | "ACCEPTED" => Some((email, Finding::Invited(Some(detail.into())))),
        "DECLINED" | "EXPIRED" => Some((email, Finding::Missing)),
        _ => None, // no `InvitationStatus`
    }
}
