//! The plan: the requests that would be sent, without secrets, or the problems that prevent them.

use crate::config::InviteConfig;
use crate::invitation::Invitation;
use crate::invitee::InviteeInput;
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::problem::Problem;
use crate::unicode::Unicode;

/// What inviting these people would send.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The requests in order; none while there are problems.
    pub requests: Vec<PlannedRequest>,
    /// What keeps them from being built.
    pub problems: Vec<Problem>,
}

/// One request, whole but for the credential, which is added when it leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRequest {
    /// Counts from 0 within a plan.
    pub id: u32,
    /// The HTTP method.
    pub method: String,
    /// The absolute URL.
    pub url: String,
    /// The HTTP headers, by lower-case name.
    pub headers: Vec<(String, String)>,
    /// The JSON body.
    pub body: String,
    /// Whom it invites: indices into the invitees.
    pub invitees: Vec<usize>,
}

impl From<&Plan> for Json {
    fn from(plan: &Plan) -> Self {
        Object::new()
            .with("requests", Json::list(&plan.requests))
            .with("problems", Json::list(&plan.problems))
            .into()
    }
}

impl From<&PlannedRequest> for Json {
    fn from(request: &PlannedRequest) -> Self {
        let header = |(name, value): &(String, String)| (name.clone(), value.into());
        Object::new()
            .with("id", request.id)
            .with("method", &request.method)
            .with("url", &request.url)
            .with("headers", request.headers.iter().map(header).collect::<Object>())
            .with("body", &request.body)
            .with("invitees", Json::list(request.invitees.iter().copied()))
            .into()
    }
}

impl FromJson for PlannedRequest {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        Ok(Self {
            id: members.required("id")?,
            method: members.required("method")?,
            url: members.required("url")?,
            headers: headers(members.required("headers")?)
                .map_err(|error| error.inside("headers"))?,
            body: members.required("body")?,
            invitees: members.required("invitees")?,
        })
    }
}

/// Plans the requests that invite these people.
pub fn plan(config: &InviteConfig, people: &[InviteeInput], unicode: &dyn Unicode) -> Plan {
    match Invitation::parse(config, people, unicode) {
        Ok(invitation) => Plan { requests: invitation.requests(), problems: Vec::new() },
        Err(problems) => Plan { requests: Vec::new(), problems },
    }
}

fn headers(object: Object) -> Result<Vec<(String, String)>, ShapeError> {
    let header = |(name, value): (String, Json)| match String::from_json(value) {
        Ok(value) => Ok((name, value)),
        Err(error) => Err(error.inside(&name)),
    };
    object.into_iter().map(header).collect()
}
