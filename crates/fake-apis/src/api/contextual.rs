//! Contextual AI, "Invite Users": `POST /v1/users`.

use axum::http::{Method, StatusCode};
use serde_json::{Map, Value, json};

use crate::{
    api::Api,
    auth::{self, Scheme},
    body,
    call::{self, Call},
    fastapi,
    reply::Reply,
    run::Run,
    shape::{Member, Shape, optional, required},
};

const INVITE: &str = "/v1/users";

/// The document's `InviteUsersRequest`.
const BODY: &[Member] = &[
    required("tenant_short_name", Shape::String),
    required(
        "new_users",
        Shape::List { of: &Shape::Object(USER), at_least_one: false, unique: false },
    ),
];

/// The document's `TenantNewUserInfo`.
const USER: &[Member] = &[
    required("email", Shape::Address),
    optional("is_tenant_admin", Shape::Boolean),
    optional(
        "roles",
        Shape::List { of: &Shape::Choice(ROLES), at_least_one: false, unique: false },
    ),
];

/// The document's `UserRolesEnum`.
const ROLES: &[&str] = &[
    "VISITOR",
    "AGENT_USER",
    "CUSTOMER_USER",
    "CUSTOMER_INTERNAL_USER",
    "CONTEXTUAL_STAFF_USER",
    "CONTEXTUAL_EXTERNAL_STAFF_USER",
    "CONTEXTUAL_INTERNAL_STAFF_USER",
    "TENANT_ADMIN",
    "CUSTOMER_ADMIN",
    "CONTEXTUAL_ADMIN",
    "SUPER_ADMIN",
    "SERVICE_ACCOUNT",
];

/// The domain whose people can't be invited; the document has `error_details` but no example.
const BLOCKED_DOMAIN: &str = "blocked.example";

pub(super) fn answer(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    if call.path() != INVITE {
        return Err(call.not_found());
    }
    call.must_be(&Method::POST)?;
    auth::admit(call, &[Scheme::Bearer], run)?;
    let body = body::read(call, BODY).map_err(|flaws| fastapi::unprocessable(&flaws))?;
    Ok(invite(call::people(&body), run))
}

/// Existing users are in the reply like new ones, as the document says.
fn invite(people: Vec<String>, run: &mut Run) -> Reply {
    let (blocked, invited): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|email| is_blocked(email));
    for email in &invited {
        run.join(Api::Contextual, email);
    }
    let errors: Map<String, Value> = blocked.into_iter().map(refused).collect();
    let reply = json!({"invited_user_emails": invited, "error_details": errors});
    Reply::json(StatusCode::OK, &reply)
}

fn refused(email: String) -> (String, Value) {
    let message = format!("Users of {BLOCKED_DOMAIN} cannot be invited");
    (email, message.into())
}

fn is_blocked(email: &str) -> bool {
    email.rsplit_once('@').is_some_and(|(_, domain)| domain.eq_ignore_ascii_case(BLOCKED_DOMAIN))
}
