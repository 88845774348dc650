//! Relay: what a server between a page and an API lets pass. It trusts nothing of a request but what
//! [`read_request`] understands, and builds another one from that.
//!
//! Which page may ask, and who its user is, is for the server to find out; what that user may do is a
//! [`Grant`]. What it tells of the API's reply is [`relayed_reply`].

use crate::config::InviteConfig;
use crate::destination::Destination;
use crate::invitation::Invitation;
use crate::invitee::{Invitee, InviteeInput};
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::plan::PlannedRequest;
use crate::problem::{Problem, ProblemKind};
use crate::read_request::{ReadRequest, read_request};
use crate::setting::Settings;
use crate::text::Text;
use crate::unicode::Unicode;

mod fault;
mod reply;

pub use fault::RelayFault;
pub use reply::relayed_reply;

/// What one inviter may do.
#[derive(Clone, Debug, Default)]
pub struct Grant {
    /// The roles that may be given; who is given none gets the API's default, so that counts, too.
    pub roles: Vec<String>,
    /// The fields of a person that may be true, such as `is_tenant_admin`.
    pub fields: Vec<String>,
    /// The most people in one request.
    pub max_invitees: usize,
    /// Settings of this inviter's, beside or instead of the server's own.
    pub settings: Object,
}

/// A request that may go up.
#[derive(Clone, Debug, PartialEq)]
pub struct Relayed {
    /// What to send: it holds nothing of the page's but checked people.
    pub request: PlannedRequest,
    /// Whom it invites, as they are sent, each with the role that they get.
    pub people: Vec<InviteeInput>,
}

/// Why a request may not go up; nothing has left.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The HTTP status to answer with: 400 where the request is wrong, 403 where it asks for more than
    /// is granted, 500 where the server's configuration can't work whatever is asked.
    pub status: u16,
    /// What is wrong, and whose it is.
    pub problems: Vec<Problem>,
}

/// Builds the request that does what the body asks for, as far as it is granted.
///
/// Settings are the configuration's and the grant's; the body must have the same or none.
///
/// # Errors
/// [`Refusal`] with everything that is wrong.
///
/// ```
/// # #[cfg(feature = "native")]
/// # fn main() {
/// use invite_users_core::{Grant, InviteConfig, relay, unicode::Native};
///
/// let config = InviteConfig { api: "galileo".into(), ..InviteConfig::default() };
/// let grant = Grant { roles: vec!["user".into()], max_invitees: 10, ..Grant::default() };
/// assert!(relay(&config, &grant, r#"{"emails":["ann@acme.com"]}"#, &Native).is_ok());
/// let refusal = relay(&config, &grant, r#"{"emails":["ann@acme.com"],"role":"admin"}"#, &Native);
/// assert_eq!(refusal.unwrap_err().status, 403);
/// # }
/// # #[cfg(not(feature = "native"))]
/// # fn main() {}
/// ```
pub fn relay(
    config: &InviteConfig,
    grant: &Grant,
    body: &str,
    unicode: &dyn Unicode,
) -> Result<Relayed, Refusal> {
    let config = narrowed(config, grant);
    let ours = own_settings(&config)?;
    let asked = read_request(&config, body, unicode);
    let mut problems = beyond_grant(&config, grant, &ours, &asked);
    problems.extend(asked.problems);
    if !problems.is_empty() {
        return Err(Refusal { status: status(&config, &problems), problems });
    }
    match Invitation::parse(&config, &asked.invitees, unicode) {
        Ok(invitation) => only(&invitation),
        Err(problems) => Err(Refusal { status: 400, problems }),
    }
}

/// The configuration as this inviter may use it.
fn narrowed(config: &InviteConfig, grant: &Grant) -> InviteConfig {
    let mut narrowed = config.clone();
    narrowed.roles = Some(grant.roles.clone());
    narrowed.max_invitees = Some(grant.max_invitees);
    for (name, value) in &grant.settings {
        narrowed.settings.take(name);
        narrowed.settings.push(name.clone(), value.clone());
    }
    narrowed
}

/// The settings that go up; without all of them nothing can.
fn own_settings(config: &InviteConfig) -> Result<Settings, Refusal> {
    match Destination::parse(config) {
        Ok(destination) => Ok(destination.settings),
        Err(problems) => Err(Refusal { status: 500, problems }),
    }
}

/// What the request asks for and nobody granted.
fn beyond_grant(
    config: &InviteConfig,
    grant: &Grant,
    ours: &Settings,
    asked: &ReadRequest,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, person) in asked.invitees.iter().enumerate() {
        let set = person.fields.iter().filter(|(_, value)| *value == Json::Bool(true));
        for (field, _) in set.filter(|(field, _)| !grant.fields.contains(field)) {
            let fault = RelayFault::FieldNotGranted { field: field.clone() };
            problems.push(Problem::of(index, field, ProblemKind::Relay(fault)));
        }
    }
    problems.extend(other_settings(config, ours, &asked.settings));
    problems
}

/// Settings of the page's that are not the server's; what is no value at all is told elsewhere.
fn other_settings(config: &InviteConfig, ours: &Settings, given: &Object) -> Vec<Problem> {
    let Ok(api) = config.api.resolve() else { return Vec::new() };
    let Ok(theirs) = Settings::parse(given, &api.info().settings, false) else {
        return Vec::new();
    };
    let others = given.iter().filter(|(name, _)| theirs.value(name) != ours.value(name));
    let problem = |(name, _): &(String, Json)| {
        let fault = RelayFault::SettingNotGranted { setting: name.clone() };
        Problem::at(&["settings.", name].concat(), ProblemKind::Relay(fault))
    };
    others.map(problem).collect()
}

/// One request in, one request out: else nobody could say whose the reply is.
fn only(invitation: &Invitation) -> Result<Relayed, Refusal> {
    let mut requests = invitation.requests();
    match requests.pop() {
        Some(request) if requests.is_empty() => Ok(Relayed { request, people: people(invitation) }),
        _ => {
            let kind = ProblemKind::Relay(RelayFault::SeveralRequests);
            let problem = Problem { kind, field: None, invitee: None };
            Err(Refusal { status: 400, problems: vec![problem] })
        }
    }
}

fn people(invitation: &Invitation) -> Vec<InviteeInput> {
    let flag = |flag: &Text| (flag.to_string(), Json::Bool(true));
    let person = |(index, invitee): (usize, &Invitee)| InviteeInput {
        email: invitee.email.as_str().to_owned(),
        name: invitee.name.clone(),
        roles: invitation.roles_of(index).map(str::to_owned).collect(),
        fields: invitee.flags.iter().map(flag).collect(),
    };
    invitation.invitees.iter().enumerate().map(person).collect()
}

/// A request that could be right for somebody else is forbidden; any other one is wrong.
fn status(config: &InviteConfig, problems: &[Problem]) -> u16 {
    let needs_role = config.api.resolve().is_ok_and(|api| api.info().roles.required);
    let is_forbidden = |problem: &Problem| match &problem.kind {
        ProblemKind::RoleNotOffered { .. } | ProblemKind::TooManyInvitees { .. } => true,
        // The API's default role is not granted.
        ProblemKind::RoleRequired => !needs_role,
        ProblemKind::Relay(fault) => !matches!(fault, RelayFault::SeveralRequests),
        _ => false,
    };
    if problems.iter().all(is_forbidden) { 403 } else { 400 }
}

impl FromJson for Grant {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, mut grant) = (Object::from_json(json)?, Self::default());
        grant.roles = members.required("roles")?;
        grant.max_invitees = members.required("maxInvitees")?;
        members.fill("fields", &mut grant.fields)?;
        members.fill("settings", &mut grant.settings)?;
        Ok(grant)
    }
}

impl From<&Relayed> for Json {
    fn from(relayed: &Relayed) -> Self {
        Object::new()
            .with("request", &relayed.request)
            .with("people", Json::list(&relayed.people))
            .into()
    }
}

impl From<&Refusal> for Json {
    fn from(refusal: &Refusal) -> Self {
        Object::new()
            .with("status", refusal.status)
            .with("problems", Json::list(&refusal.problems))
            .into()
    }
}
