//! Galileo, "Invite Users": `POST /v2/invite_users`, and the `POST /login` of its password flow.

use axum::http::{Method, StatusCode};
use serde_json::json;

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

const INVITE: &str = "/v2/invite_users";
/// The document's `tokenUrl`.
const LOGIN: &str = "/login";

/// The document's `InviteUsersRequest`.
const BODY: &[Member] = &[
    optional("auth_method", Shape::Choice(AUTH_METHODS)),
    required("emails", Shape::List { of: &Shape::Address, at_least_one: true, unique: false }),
    optional("role", Shape::Choice(ROLES)),
    optional("group_ids", Shape::List { of: &Shape::Uuid4, at_least_one: false, unique: false }),
    optional("send_email", Shape::Boolean),
];

/// The document's `AuthMethod`.
const AUTH_METHODS: &[&str] =
    &["email", "google", "github", "okta", "azure-ad", "custom", "saml", "invite"];

/// The document's `UserRole`.
const ROLES: &[&str] = &["admin", "manager", "user", "read_only"];

pub(super) fn answer(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    match call.path() {
        INVITE => invite(call, run),
        LOGIN => login(call, run),
        _ => Err(call.not_found()),
    }
}

/// The document's schema of the reply is `{}`, anything: members are assumed to pass without a word.
fn invite(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    call.must_be(&Method::POST)?;
    auth::admit(call, &[Scheme::GalileoApiKey, Scheme::Bearer, Scheme::Basic], run)?;
    let body = body::read(call, BODY).map_err(|flaws| fastapi::unprocessable(&flaws))?;
    for email in call::people(&body) {
        run.join(Api::Galileo, &email);
    }
    Ok(Reply::json(StatusCode::OK, &json!({})))
}

/// The document only names the flow; request, reply and errors are those of RFC 6749, 4.3 and 5.
fn login(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    call.must_be(&Method::POST)?;
    if call.media_type().as_deref() != Some("application/x-www-form-urlencoded") {
        return Err(login_error("invalid_request"));
    }
    let field = |name| {
        let mut pairs = form_urlencoded::parse(&call.body);
        pairs.find(|(key, _)| key == name).map(|(_, value)| value)
    };
    match (field("grant_type").as_deref(), field("username"), field("password")) {
        (Some("password"), Some(username), Some(password)) => token(run, (&username, &password)),
        (Some("password") | None, ..) => Err(login_error("invalid_request")),
        _ => Err(login_error("unsupported_grant_type")),
    }
}

fn token(run: &mut Run, account: (&str, &str)) -> Result<Reply, Reply> {
    if account != auth::ACCOUNT {
        return Err(login_error("invalid_grant"));
    }
    let reply = json!({"access_token": run.issue_token(Api::Galileo), "token_type": "bearer"});
    Ok(Reply::json(StatusCode::OK, &reply))
}

fn login_error(code: &str) -> Reply {
    Reply::json(StatusCode::BAD_REQUEST, &json!({ "error": code }))
}
