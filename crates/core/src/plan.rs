//! The plan: the requests that would be sent, without secrets, or the problems that prevent them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::config::InviteConfig;
use crate::invitation::Invitation;
use crate::invitee::InviteeInput;
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRequest {
    /// Counts from 0 within a plan.
    pub id: u32,
    /// The HTTP method.
    pub method: String,
    /// The absolute URL.
    pub url: String,
    /// The HTTP headers, by lower-case name.
    pub headers: BTreeMap<String, String>,
    /// The JSON body.
    pub body: String,
    /// Whom it invites: indices into the invitees.
    pub invitees: Vec<usize>,
}

/// Plans the requests that invite these people.
pub fn plan(config: &InviteConfig, people: &[InviteeInput], unicode: &dyn Unicode) -> Plan {
    match Invitation::parse(config, people, unicode) {
        Ok(invitation) => Plan { requests: invitation.requests(), problems: Vec::new() },
        Err(problems) => Plan { requests: Vec::new(), problems },
    }
}
