//! Extractor, "Invite user to tenant": `POST /api/v1/registration/invite`.
//!
//! The document shows no error at all: every one here, with its `message`, is assumed.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::{
    api::Api,
    auth::{self, Scheme},
    body,
    call::Call,
    flaw::Flaw,
    reply::Reply,
    run::{self, Run},
    shape::{Member, Shape, optional, required},
};

const INVITE: &str = "/api/v1/registration/invite";

/// The document's `CreateInviteDto`. It does not require `email`, but the reply's `InviteDto` does,
/// so an invite without one is taken to be refused.
const BODY: &[Member] = &[
    optional("tenantId", Shape::Int64),
    optional("organisationId", Shape::Int64),
    required("email", Shape::Address),
    required("roles", Shape::List { of: &Shape::Choice(ROLES), at_least_one: true, unique: true }),
    required("url", Shape::HttpUrl),
];

/// The document writes these as an `enum` of the array; they can only be meant for its items.
const ROLES: &[&str] = &[
    "extractor-viewer",
    "extractor-user",
    "extractor-manager",
    "organisation-viewer",
    "organisation-user",
    "organisation-manager",
];

/// The first id: 2^53 + 1, the least integer that a JavaScript number can't hold.
const FIRST_ID: u64 = (1 << 53) + 1;
/// How long an invite lives; the document has the field, not the number.
const LIFETIME: Duration = Duration::from_secs(7 * 24 * 60 * 60);

pub(super) fn answer(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    if call.path() != INVITE {
        return Err(call.not_found());
    }
    call.must_be(&Method::POST)?;
    auth::admit(call, &[Scheme::Bearer], run)?;
    let body = body::read(call, BODY).map_err(|flaws| bad_request(&flaws))?;
    let email = body["email"].as_str().unwrap_or_default();
    if run.is_member(Api::Extractor, email) {
        return Err(message(StatusCode::CONFLICT, &format!("{email} is already invited")));
    }
    run.join(Api::Extractor, email);
    Ok(Reply::json(StatusCode::OK, &invite(body, run)))
}

/// An error: `message` as text.
pub(super) fn message(status: StatusCode, message: &str) -> Reply {
    Reply::json(status, &json!({ "message": message }))
}

fn bad_request(flaws: &[Flaw]) -> Reply {
    let sentences: Vec<String> = flaws.iter().map(Flaw::sentence).collect();
    message(StatusCode::BAD_REQUEST, &sentences.join(" "))
}

/// The document's `InviteDto`: what was asked, less the url, and what the server adds. That times
/// are milliseconds since 1970 is assumed.
fn invite(mut body: Value, run: &mut Run) -> Value {
    let created = run::since_1970();
    if let Some(members) = body.as_object_mut() {
        members.remove("url");
    }
    body["id"] = (FIRST_ID + run.next_number()).into();
    body["createdAt"] = milliseconds(created);
    body["updatedAt"] = milliseconds(created);
    body["expiredAt"] = milliseconds(created + LIFETIME);
    body
}

fn milliseconds(time: Duration) -> Value {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX).into()
}
