//! The verdict: what the policy says, as a page is told.

use axum::http::request::Parts;
use invite_users_core::InviteeInput;
use invite_users_core::json::{Json, Object};

use crate::answer::Refused;
use crate::policy::{self, Approval, User, Users};
use crate::{Failure, log};

/// Whoever may invite; refuses everybody else.
pub(crate) async fn authorized(parts: &Parts, users: &Users) -> Result<User, Refused> {
    let user = said(policy::authorize(parts, users).await).flatten();
    user.ok_or_else(|| {
        Refused::new(403, "not_authorized", "you are not allowed to invite people here")
    })
}

/// Refuses unless all of these people may be invited.
pub(crate) async fn approved(people: &[InviteeInput], user: &User) -> Result<(), Refused> {
    match said(policy::approve(people, user).await) {
        Some(Approval::Everybody) => Ok(()),
        Some(Approval::AllBut(refused)) => all_but(&refused),
        Some(Approval::Nobody(reason)) if !reason.trim().is_empty() => Err(nobody(&reason)),
        _ => Err(nobody("these people can't be invited now")),
    }
}

/// What the policy says; an error says nothing, and is for the log.
fn said<T>(answer: Result<T, Failure>) -> Option<T> {
    answer.map_err(log).ok()
}

fn nobody(reason: &str) -> Refused {
    Refused::new(403, "not_approved", reason)
}

/// With 422, since a second 403 would keep the others from being sent without them.
fn all_but(refused: &[(usize, String)]) -> Result<(), Refused> {
    let Some((_, first)) = refused.first() else { return Ok(()) };
    let problems = refused.iter().map(|(invitee, message)| not_approved(*invitee, message));
    Err(Refused::new(422, "not_approved", first).with_problems(problems.collect()))
}

/// On the right person, as the widget reads it.
fn not_approved(invitee: usize, message: &str) -> Json {
    Object::new()
        .with("code", "not_approved")
        .with("message", message)
        .with("field", "email")
        .with("invitee", invitee)
        .into()
}
