//! Requests read back: whom a body invites, with which settings, and everything that is wrong with it.
//!
//! The cases are `tests/data/apis/*/requests.json`; the bodies of `plans.json` must come back whole.

#![cfg(feature = "native")]

#[path = "shared/data.rs"]
mod data;

use data::data;

use std::time::Instant;

use invite_users_core::api;
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, ReadRequest, plan, read_request};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
struct RequestCase {
    name: String,
    config: InviteConfig,
    body: String,
    #[serde(default)]
    invitees: Vec<Value>,
    #[serde(default)]
    settings: Map<String, Value>,
    #[serde(default)]
    problems: Vec<Map<String, Value>>,
}

#[derive(Deserialize)]
struct PlanCase {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
}

#[test]
fn requests() {
    for api in api::ALL {
        let cases: Vec<RequestCase> = data(&format!("{}/requests.json", api.info().id));
        assert!(cases.len() >= 10, "{}", api.info().id);
        for case in cases {
            let name = format!("{}: {}", api.info().id, case.name);
            let read = read_request(&case.config, &case.body, &Native);
            assert_eq!(json!(read.invitees), json!(case.invitees), "{name}");
            assert_eq!(json!(read.settings), json!(case.settings), "{name}");
            assert_problems(&name, &read, &case.problems);
        }
    }
}

#[test]
fn what_was_planned_is_read_and_planned_again() {
    for api in api::ALL {
        for case in data::<Vec<PlanCase>>(&format!("{}/plans.json", api.info().id)) {
            for request in plan(&case.config, &case.invitees, &Native).requests {
                let read = read_request(&case.config, &request.body, &Native);
                assert_eq!(read.problems, [], "{}", case.name);
                let mut config = case.config.clone();
                for (name, value) in read.settings {
                    config.settings.push(name, value);
                }
                let again = plan(&config, &read.invitees, &Native);
                assert_eq!(again.requests.len(), 1, "{}: {again:#?}", case.name);
                assert_eq!(again.requests[0].body, request.body, "{}", case.name);
                assert_eq!(again.requests[0].url, request.url, "{}", case.name);
            }
        }
    }
}

#[test]
fn a_body_that_is_no_request_of_any_api() {
    for body in
        ["", "{", "\"", "[]", "7", "null", "{}{}", "\u{FEFF}\u{FEFF}{}", "{\"a\":\"\\ud800\"}"]
    {
        for api in api::ALL {
            let read = read_request(&config_of(&api.info().id), body, &Native);
            let code = &json!(read.problems)[0]["code"];
            assert!(
                code == "request_not_json" || code == "request_not_invitation",
                "{}: {body}: {code}",
                api.info().id
            );
            assert!(read.invitees.is_empty(), "{}: {body}", api.info().id);
        }
    }
}

/// Every value of a good body replaced by each type of JSON: a problem, or a body that still passes.
#[test]
fn a_value_of_another_type_is_a_problem() {
    for api in api::ALL {
        for case in data::<Vec<PlanCase>>(&format!("{}/plans.json", api.info().id)) {
            for request in plan(&case.config, &case.invitees, &Native).requests {
                let body: Value = serde_json::from_str(&request.body).expect("JSON");
                for mutant in mutants(&body) {
                    let read = read_request(&case.config, &mutant.to_string(), &Native);
                    let again = plan(&case.config, &read.invitees, &Native);
                    assert!(
                        !read.problems.is_empty() || again.problems.is_empty(),
                        "{}: {mutant}",
                        case.name
                    );
                }
            }
        }
    }
}

#[test]
fn huge_bodies_are_answered() {
    for (api, body) in [
        ("galileo", format!("{{\"emails\":[{}7]}}", "7,".repeat(100_000))),
        ("galileo", format!("{{\"emails\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000))),
        ("contextual", format!("{{\"new_users\":[{}{{}}]}}", "{},".repeat(100_000))),
        ("contextual", format!("{{{}\"new_users\":[]}}", "\"new_users\":[],".repeat(50_000))),
        ("smartdocumentor", format!("{{{}\"users\":[]}}", "\"a\":1,".repeat(100_000))),
        ("vijil", format!("{{\"email\":\"{}\"}}", "@".repeat(1_000_000))),
        ("extractor", format!("{{\"roles\":[{}\"b\"]}}", "\"b\",".repeat(50_000))),
        ("extractor", format!("{{\"roles\":{:?}}}", distinct(50_000))),
    ] {
        let started = Instant::now();
        let read = read_request(&config_of(api), &body, &Native);
        assert!(!read.problems.is_empty(), "{api}");
        println!("{api}: {} bytes in {:?}", body.len(), started.elapsed());
    }
}

fn config_of(api: &str) -> InviteConfig {
    let endpoint = Some("https://acme.com/invite".to_owned());
    InviteConfig { api: api.into(), endpoint, ..InviteConfig::default() }
}

fn distinct(count: usize) -> Vec<String> {
    (0..count).map(|number| number.to_string()).collect()
}

/// The value with one of its parts replaced, in every way.
fn mutants(value: &Value) -> Vec<Value> {
    let others = [json!(null), json!(true), json!(7), json!("x"), json!([]), json!({}), json!(0.5)];
    let mut mutants: Vec<Value> = others.to_vec();
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                mutants.extend(mutants_of(value, item, |it| &mut it[index]));
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                mutants.extend(mutants_of(value, member, |it| &mut it[name]));
            }
        }
        _ => {}
    }
    mutants
}

fn mutants_of<'a>(
    whole: &'a Value,
    part: &'a Value,
    place: impl Fn(&mut Value) -> &mut Value + 'a,
) -> impl Iterator<Item = Value> + 'a {
    mutants(part).into_iter().map(move |mutant| {
        let mut whole = whole.clone();
        *place(&mut whole) = mutant;
        whole
    })
}

/// Each problem must have the expected members, and no field or person beside them.
fn assert_problems(name: &str, read: &ReadRequest, expected: &[Map<String, Value>]) {
    let mut problems = json!(read.problems);
    for problem in problems.as_array_mut().expect("a list") {
        let problem = problem.as_object_mut().expect("an object");
        problem.retain(|member, _| matches!(member.as_str(), "code" | "field" | "invitee"));
    }
    assert_eq!(problems, json!(expected), "{name}");
}
