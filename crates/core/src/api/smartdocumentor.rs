//! `POST /api/v1.0/external/tenant/inviteusers` of SmartDocumentor: invites many people, each with
//! one role.

use std::borrow::Cow;

use super::{
    Api, ApiInfo, AuthKind, Batching, Content, Finding, Members, Place, Segment, Unreadable,
};
use crate::invitee::{Invitee, InviteeInput};
use crate::json::{Json, Object};
use crate::role::RoleRules;
use crate::setting::Settings;
use crate::text::text;

/// SmartDocumentor.
#[derive(Debug)]
pub(super) struct SmartDocumentor;

static INFO: ApiInfo = ApiInfo {
    id: text("smartdocumentor"),
    name: text("SmartDocumentor"),
    documentation: text("https://cloud.smartdocumentor.net"),
    base_url: Some(text("https://cloud.smartdocumentor.net")),
    method: text("POST"),
    path: text("/api/v1.0/external/tenant/inviteusers"),
    auth: Cow::Borrowed(&[AuthKind::Bearer]),
    batching: Batching::Together,
    max_batch: None,
    atomic: true, // assumed: the document does not say
    safe_to_repeat: false,
    idempotency_header: None,
    // The catalogue is the server's: "one of the available roles from the /availableroles endpoint".
    roles: RoleRules {
        choices: Cow::Borrowed(&[]),
        free: true,
        from: Some(text("/api/v1.0/external/tenant/availableroles")), // assumed: no path is given
        default: None,
        several: false,
        required: true,
    },
    settings: Cow::Borrowed(&[]),
    person_fields: Cow::Borrowed(&[]),
};

impl Api for SmartDocumentor {
    fn info(&self) -> &ApiInfo {
        &INFO
    }

    /// `InviteUsersRequest`.
    fn body(&self, _: &Settings, people: &[&Invitee]) -> Object {
        let users: Vec<Json> = people.iter().map(|person| user(person)).collect();
        Object::new().with("users", users)
    }

    fn read(&self, body: &Json) -> Option<Content> {
        let mut members = Members::of(body)?;
        let people = members.people("users", read_user)?;
        Some(members.content(people, &[]))
    }

    /// Its documented errors are sentences; what is in between may speak of paths.
    fn place(&self, path: &[Segment]) -> Place {
        match path {
            [Segment::Name("body"), Segment::Name("users"), Segment::Index(index), field @ ..] => {
                let is_role = field.first() == Some(&Segment::Name("roleName"));
                Place::person(*index, if is_role { "roles" } else { "email" })
            }
            _ => Place::Unknown,
        }
    }

    /// "Response Body Empty: Indicates that the operation was successful".
    fn success(&self, addresses: &[&str], body: Option<&Json>) -> Result<Vec<Finding>, Unreadable> {
        match body {
            None => Ok(vec![Finding::INVITED; addresses.len()]),
            Some(_) => Err(Unreadable),
        }
    }

    /// A success has no body, so there is nothing in it.
    fn disclosed(&self, _: &[&str], _: &Json) -> Json {
        Object::new().into()
    }
}

/// `ExternalUserModel`.
fn user(person: &Invitee) -> Json {
    let role = person.roles.first().map(String::as_str);
    Object::new().with("email", person.email.as_str()).with("roleName", role).into()
}

fn read_user(user: &mut Members) -> InviteeInput {
    let email = user.text("email").unwrap_or_default().to_owned();
    let roles = user.text("roleName").map(str::to_owned).into_iter().collect();
    InviteeInput { email, roles, ..InviteeInput::default() }
}
