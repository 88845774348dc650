//! Vijil, "Invite Users": `POST /v1/teams/{team_id}/invites`.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::{
    api::Api,
    auth, body,
    call::Call,
    fastapi,
    flaw::{Flaw, Kind},
    reply::Reply,
    run::{self, Run},
    shape::{self, Member, Shape, optional, required},
};

/// The document's `InviteUserRequest`.
const BODY: &[Member] =
    &[required("email", Shape::Address), optional("role", Shape::Choice(ROLES))];

/// The document's `TeamRole`.
const ROLES: &[&str] = &["OWNER", "ADMIN", "MEMBER"];
/// The document's default of `role`.
const DEFAULT_ROLE: &str = "MEMBER";

/// How long an invitation lives, in seconds; the document has the field, not the number.
const LIFETIME: u64 = 7 * 24 * 60 * 60;

pub(super) fn answer(call: &Call, run: &mut Run) -> Result<Reply, Reply> {
    let Some(team_id) = team_id(call.path()) else { return Err(call.not_found()) };
    call.must_be(&Method::POST)?;
    auth::admit_anyone(call, run)?;
    let body = check(team_id, body::read(call, BODY))?;
    let email = body["email"].as_str().unwrap_or_default();
    if run.is_member(Api::Vijil, email) {
        return Err(already_member(email));
    }
    run.join(Api::Vijil, email);
    Ok(Reply::json(StatusCode::CREATED, &invitation(team_id, email, &body["role"], run)))
}

fn team_id(path: &str) -> Option<&str> {
    let team_id = path.strip_prefix("/v1/teams/")?.strip_suffix("/invites")?;
    (!team_id.is_empty() && !team_id.contains('/')).then_some(team_id)
}

fn check(team_id: &str, body: Result<Value, Vec<Flaw>>) -> Result<Value, Reply> {
    let mut flaws = Vec::new();
    if !shape::is_uuid(team_id) {
        flaws.push(Flaw { place: vec!["path".into(), "team_id".into()], kind: Kind::NotUuid });
    }
    match body {
        Ok(body) if flaws.is_empty() => return Ok(body),
        Ok(_) => {}
        Err(more) => flaws.extend(more),
    }
    Err(fastapi::unprocessable(&flaws))
}

/// Assumed: the document does not say what a member gets.
fn already_member(email: &str) -> Reply {
    fastapi::detail(StatusCode::CONFLICT, &format!("{email} is already a member of this team"))
}

/// The document's `Invitation`; that its times are seconds since 1970 is assumed.
fn invitation(team_id: &str, email: &str, role: &Value, run: &mut Run) -> Value {
    let now = run::since_1970().as_secs();
    json!({
        "id": run.next_uuid(),
        "team_id": team_id,
        "email": email,
        "invited_by": run::INVITER,
        "role": role.as_str().unwrap_or(DEFAULT_ROLE),
        "status": "PENDING",
        "created_at": now,
        "expires_at": now + LIFETIME,
    })
}
