//! `SmartDocumentor`, "Invite Users": `POST /api/v1.0/external/tenant/inviteusers`, and the
//! `/availableroles` endpoint that its document mentions without path, method or reply.

use axum::http::{Method, StatusCode, header};
use serde_json::{Value, json};

use crate::{
    api::Api,
    auth::{self, Scheme},
    body,
    call::Call,
    flaw::Flaw,
    reply::Reply,
    run::Run,
    shape::{Member, Shape, required},
};

const INVITE: &str = "/api/v1.0/external/tenant/inviteusers";
/// Assumed: `GET`, beside the documented path.
const AVAILABLE_ROLES: &str = "/api/v1.0/external/tenant/availableroles";

/// The document's `InviteUsersRequest`: "one or more users".
const BODY: &[Member] = &[required(
    "users",
    Shape::List { of: &Shape::Object(USER), at_least_one: true, unique: false },
)];

/// The document's `ExternalUserModel`: "each entry must contain a valid email and role name".
const USER: &[Member] = &[required("email", Shape::Address), required("roleName", Shape::String)];

/// Assumed: the document names the first one only.
const ROLES: &[&str] = &["Administrator", "Editor", "Viewer"];

pub(super) fn answer(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    match call.path() {
        INVITE => invite(call, run),
        AVAILABLE_ROLES => available_roles(call, run),
        _ => Err(call.not_found()),
    }
}

/// The documented "Problem Detail JSON Object", with the media type that RFC 9457 gives it.
pub(super) fn problem(status: StatusCode, detail: &str) -> Reply {
    let title = status.canonical_reason().unwrap_or("Error");
    let problem = json!({"title": title, "status": status.as_u16(), "detail": detail});
    Reply::json(status, &problem).with(header::CONTENT_TYPE, "application/problem+json")
}

/// Assumed: an array of names.
fn available_roles(call: &Call, run: &Run) -> Result<Reply, Reply> {
    call.must_be(&Method::GET)?;
    auth::admit(call, &[Scheme::Bearer], run)?;
    Ok(Reply::json(StatusCode::OK, &json!(ROLES)))
}

fn invite(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    call.must_be(&Method::POST)?;
    auth::admit(call, &[Scheme::Bearer], run)?;
    let body = body::read(call, BODY).map_err(|flaws| bad_request(&first_words(&flaws)))?;
    let users = users(&body);
    if let Some(refusal) = objection(&users, run) {
        return Err(bad_request(&refusal));
    }
    for (email, _) in users {
        run.join(Api::Smartdocumentor, email);
    }
    Ok(Reply::empty(StatusCode::OK))
}

fn users(body: &Value) -> Vec<(&str, &str)> {
    let users = body["users"].as_array().into_iter().flatten();
    users.filter_map(|user| Some((user["email"].as_str()?, user["roleName"].as_str()?))).collect()
}

/// The first thing that keeps the batch from being processed. The document forbids a duplicate and
/// an unknown role; that a member is refused, and a whole batch with it, is assumed.
fn objection(users: &[(&str, &str)], run: &Run) -> Option<String> {
    users.iter().enumerate().find_map(|(index, (email, role))| {
        if users[..index].iter().any(|(before, _)| before.eq_ignore_ascii_case(email)) {
            Some(format!("The email address '{email}' is duplicated."))
        } else if !ROLES.contains(role) {
            Some(format!("The role '{role}' of '{email}' is not available."))
        } else if run.is_member(Api::Smartdocumentor, email) {
            Some(format!("The user '{email}' already belongs to the tenant."))
        } else {
            None
        }
    })
}

fn first_words(flaws: &[Flaw]) -> String {
    flaws.first().map(Flaw::sentence).unwrap_or_default()
}

fn bad_request(detail: &str) -> Reply {
    problem(StatusCode::BAD_REQUEST, detail)
}
