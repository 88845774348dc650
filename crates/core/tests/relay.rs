//! A server between a page and an API: what goes up, what is refused, and what comes back.
//!
//! The cases are `tests/data/server`; that a relayed reply still says the same is tried on every reply
//! in `tests/data/apis`.

#![cfg(feature = "native")]

#[path = "shared/data.rs"]
mod data;
#[path = "shared/told.rs"]
mod told;

use data::data;
use told::told;

use invite_users_core::unicode::Native;
use invite_users_core::{
    Coded, Grant, InviteConfig, InviteeInput, Reply, api, plan, read_reply, relay, relayed_reply,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
struct RequestCase {
    name: String,
    config: InviteConfig,
    grant: Grant,
    body: String,
    up: Option<String>,
    url: Option<String>,
    #[serde(default)]
    people: Vec<Value>,
    status: Option<u16>,
    #[serde(default)]
    problems: Vec<Map<String, Value>>,
}

#[derive(Deserialize)]
struct ReplyCase {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
    reply: Reply,
    told: Option<Reply>,
    code: Option<String>,
}

#[test]
fn requests() {
    let cases: Vec<RequestCase> = data("../server/requests.json");
    assert!(cases.len() > 40);
    for case in cases {
        match relay(&case.config, &case.grant, &case.body, &Native) {
            Ok(relayed) => {
                assert_eq!(Some(&relayed.request.body), case.up.as_ref(), "{}", case.name);
                assert!(case.url.is_none_or(|url| url == relayed.request.url), "{}", case.name);
                assert_eq!(json!(relayed.people), json!(case.people), "{}", case.name);
            }
            Err(refusal) => {
                assert_eq!(Some(refusal.status), case.status, "{}: {refusal:?}", case.name);
                let found = json!(refusal.problems);
                let found: Vec<Value> = found.as_array().unwrap().iter().map(place).collect();
                assert_eq!(json!(found), json!(case.problems), "{}", case.name);
            }
        }
    }
}

#[test]
fn replies() {
    let cases: Vec<ReplyCase> = data("../server/replies.json");
    assert!(cases.len() > 20);
    for case in cases {
        let plan = plan(&case.config, &case.invitees, &Native);
        assert_eq!(plan.problems, [], "{}", case.name);
        let api = api::find(&case.config.api).expect("an API");
        match relayed_reply(&*api, &plan.requests[0], &case.reply) {
            Ok(told) => assert_eq!(Some(told), case.told, "{}", case.name),
            Err(reason) => assert_eq!(Some(reason.code()), case.code.as_deref(), "{}", case.name),
        }
    }
}

/// Of each person a page learns from the relayed reply what the reply itself says; only what nobody
/// could read is not passed on.
#[test]
fn a_relayed_reply_says_the_same() {
    let mut compared = 0;
    for api in api::ALL {
        let file = format!("{}/replies.json", api.info().id);
        let cases: Vec<ReplyCase> = data(&file);
        for ReplyCase { name, config, invitees, reply, .. } in cases {
            let request = &plan(&config, &invitees, &Native).requests[0];
            let Ok(relayed) = relayed_reply(api, request, &reply) else { continue };
            let there = told(&read_reply(api, request, &relayed));
            let here = told(&read_reply(api, request, &reply));
            let here: Vec<Value> = here.into_iter().map(essence).collect();
            let there: Vec<Value> = there.into_iter().map(essence).collect();
            assert!(
                here == there || is_withheld(&name, &reply),
                "{file}: {name}\n{here:?}\n{there:?}"
            );
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
}

/// What a page must not be told: that nothing was sent, once it was, and what is about somebody else.
fn is_withheld(name: &str, reply: &Reply) -> bool {
    reply.body.contains("\"sent\"") || name == "422 with an index that nobody has"
}

/// Code, field and person.
fn place(problem: &Value) -> Value {
    let mut problem = problem.clone();
    let object = problem.as_object_mut().expect("an object");
    object.retain(|name, _| matches!(name.as_str(), "code" | "field" | "invitee"));
    problem
}

/// Without what nobody could read, and without the way in which nobody knows: that is another one where
/// the reply is about somebody else, who is not told of.
fn essence(mut outcome: Value) -> Value {
    let is_unconfirmed = outcome["status"] == "unconfirmed";
    let object = outcome.as_object_mut().expect("an object");
    if object.get("detail").is_some_and(|detail| detail.get("body").is_some()) {
        object.remove("detail");
    }
    if is_unconfirmed {
        object.remove("code");
    }
    outcome
}
