//! The policy: the two questions that only your program can answer. Here a file does; write yours with your
//! sessions and your database. An error is for the log: the page hears that it may not.

use std::collections::HashMap;
use std::path::PathBuf;

use axum::http::header::COOKIE;
use axum::http::request::Parts;
use invite_users_core::{Grant, InviteeInput};
use serde::Deserialize;
use serde_json::Value;
use tokio::fs;

use crate::Failure;

/// What is written of each user, by the name in the session. It is read when that user asks, as out of a
/// database: what is wrong with one keeps nobody else out.
pub(crate) type Users = HashMap<String, Value>;

/// Somebody who may invite.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct User {
    /// Who that is.
    pub(crate) inviter: Inviter,
    /// What that person may do.
    pub(crate) grant: Grant,
    /// The file with the number of seats that the team has left; without one they are not counted.
    seats: Option<PathBuf>,
    /// Who may not be invited, by the address in lower case, and why.
    #[serde(default)]
    refused: HashMap<String, String>,
}

/// Who invites, in words that stay the same, such as a user's id; never empty.
#[derive(Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Inviter(String);

/// What is said of the people.
pub(crate) enum Approval {
    /// They may be invited.
    Everybody,
    /// None of them, and a sentence why.
    Nobody(String),
    /// These may not: an index into the people each, and a sentence why.
    AllBut(Vec<(usize, String)>),
}

/// Who asks, and what that person may do; `None` lets nobody in.
///
/// Here the name in a cookie is believed, whoever wrote it: let yours be the id of a session.
#[expect(clippy::unused_async, reason = "a program that looks for a session waits for it")]
pub(crate) async fn authorize(parts: &Parts, users: &Users) -> Result<Option<User>, Failure> {
    let cookies = parts.headers.get(COOKIE).and_then(|value| value.to_str().ok());
    let name = cookies.unwrap_or_default().split("; ").find_map(|pair| pair.strip_prefix("user="));
    let written = name.and_then(|name| users.get(name));
    Ok(written.map(User::deserialize).transpose()?)
}

/// The last word: `people` are checked, as they would be sent, and nothing has left.
pub(crate) async fn approve(people: &[InviteeInput], user: &User) -> Result<Approval, Failure> {
    let refused = user.refused_of(people);
    if !refused.is_empty() {
        return Ok(Approval::AllBut(refused));
    }
    let Some(file) = &user.seats else { return Ok(Approval::Everybody) };
    Ok(match fs::read_to_string(file).await?.trim().parse::<usize>()? {
        left if people.len() <= left => Approval::Everybody,
        0 => Approval::Nobody("the team has no seats left: buy some".to_owned()),
        left => Approval::Nobody(format!("the team has seats for {left} more: invite fewer")),
    })
}

impl User {
    fn refused_of(&self, people: &[InviteeInput]) -> Vec<(usize, String)> {
        let reason = |(index, person): (usize, &InviteeInput)| {
            Some((index, self.refused.get(&person.email.to_lowercase())?.clone()))
        };
        people.iter().enumerate().filter_map(reason).collect()
    }
}

impl Inviter {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Inviter {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        if name.is_empty() { Err("an inviter needs a name") } else { Ok(Self(name)) }
    }
}
