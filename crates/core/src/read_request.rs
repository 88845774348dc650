//! The inverse of a plan, for servers: whom the body of a request invites and with which settings,
//! checked by the same code as a plan.

use crate::api::Api;
use crate::config::InviteConfig;
use crate::invitation::check_people;
use crate::invitee::InviteeInput;
use crate::json::{Json, Object};
use crate::problem::{Problem, ProblemKind};
use crate::setting::{SettingKind, Settings};
use crate::unicode::Unicode;

mod fault;

pub use fault::RequestFault;

/// What a request's body asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadRequest {
    /// The people, as [`plan`](crate::plan()) takes them; who has no role in the body has none here.
    pub invitees: Vec<InviteeInput>,
    /// The settings that the body holds, as `InviteConfig::settings` takes them: 64-bit integers are
    /// texts, since JavaScript has no such numbers.
    pub settings: Object,
    /// Everything that is wrong; while there is anything, the request is not to be trusted.
    pub problems: Vec<Problem>,
}

impl From<&ReadRequest> for Json {
    fn from(request: &ReadRequest) -> Self {
        Object::new()
            .with("invitees", Json::list(&request.invitees))
            .with("settings", &request.settings)
            .with("problems", Json::list(&request.problems))
            .into()
    }
}

/// Reads the body of a request to the configured API.
///
/// Nothing in the body is passed over: a member that the API's document does not have, one that
/// stands there twice, one of the wrong type are problems. A required setting may come from the
/// configuration instead; with an `endpoint` it may be missing, as in a plan. Where to send to is
/// not looked at.
///
/// ```
/// # #[cfg(feature = "native")]
/// # fn main() {
/// use invite_users_core::{Coded, InviteConfig, read_request, unicode::Native};
///
/// let config = InviteConfig { api: "galileo".into(), ..InviteConfig::default() };
/// let body = r#"{"emails":["ann@acme.com"],"role":"admin","team":7}"#;
/// let request = read_request(&config, body, &Native);
/// assert_eq!(request.invitees[0].roles, ["admin"]);
/// assert_eq!(request.problems[0].to_string(), "team is not part of a request here");
/// # }
/// # #[cfg(not(feature = "native"))]
/// # fn main() {}
/// ```
pub fn read_request(config: &InviteConfig, body: &str, unicode: &dyn Unicode) -> ReadRequest {
    let api = match config.api.resolve() {
        Ok(api) => api,
        Err(problems) => return ReadRequest { problems, ..ReadRequest::default() },
    };
    let Some(body) = Json::parse(body) else {
        return refused(whole(RequestFault::NotJson));
    };
    let Some(content) = api.read(&body) else {
        return refused(whole(RequestFault::NotInvitation { api: api.info().name.clone() }));
    };
    let mut problems: Vec<Problem> = content.faults.into_iter().map(Problem::from).collect();
    problems.extend(check_settings(&*api, config, &content.settings));
    check_people(config, &content.people, unicode, &mut problems);
    let settings = without_large_numbers(&*api, content.settings);
    ReadRequest { invitees: content.people, settings, problems }
}

/// The body's settings, completed by the configured ones, as a plan would check them.
fn check_settings(api: &dyn Api, config: &InviteConfig, given: &Object) -> Vec<Problem> {
    let mut all = config.settings.clone();
    for (name, value) in given {
        all.push(name.clone(), value.clone());
    }
    let complete = config.endpoint.is_none();
    Settings::parse(&all, &api.info().settings, complete).err().unwrap_or_default()
}

fn without_large_numbers(api: &dyn Api, settings: Object) -> Object {
    let schema = &api.info().settings;
    let is_int64 =
        |name: &str| schema.iter().any(|spec| spec.name == name && spec.kind == SettingKind::Int64);
    let exact = |(name, value): (String, Json)| match value {
        Json::Integer(number) if is_int64(&name) => (name, Json::Text(number.to_string())),
        value => (name, value),
    };
    settings.into_iter().map(exact).collect()
}

fn refused(problem: Problem) -> ReadRequest {
    ReadRequest { problems: vec![problem], ..ReadRequest::default() }
}

fn whole(fault: RequestFault) -> Problem {
    Problem { kind: ProblemKind::Request(fault), field: None, invitee: None }
}
