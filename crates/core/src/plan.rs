//! The plan: the requests that would be sent, without secrets, or the problems that prevent them.

use serde::{Serialize, Serializer};

use crate::config::InviteConfig;
use crate::invitation::Invitation;
use crate::invitee::InviteeInput;
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::problem::Problem;
use crate::unicode::Unicode;

/// What inviting these people would send.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Plan {
    /// The requests in order; none while there are problems.
    pub requests: Vec<PlannedRequest>,
    /// What keeps them from being built.
    pub problems: Vec<Problem>,
}

/// One request, whole but for the credential, which is added when it leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedRequest {
    /// Counts from 0 within a plan.
    pub id: u32,
    /// The HTTP method.
    pub method: String,
    /// The absolute URL.
    pub url: String,
    /// The HTTP headers, by lower-case name.
    #[serde(serialize_with = "as_object")]
    pub headers: Vec<(String, String)>,
    /// The JSON body.
    pub body: String,
    /// Whom it invites: indices into the invitees.
    pub invitees: Vec<usize>,
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

fn as_object<S: Serializer>(
    headers: &[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(headers.iter().map(|(name, value)| (name, value)))
}
