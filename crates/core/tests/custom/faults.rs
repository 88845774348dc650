//! What is wrong with a description is said of the faulty key, all at once, and nothing is sent.

use invite_users_core::api::custom::Custom;
use invite_users_core::json::Json;
use invite_users_core::unicode::Native;
use invite_users_core::{Coded, Delivery, InviteConfig, InviteeInput, Problem, plan};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::data::data;

/// A description with a fault, whole or as a change of the smallest one.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FaultCase {
    pub(super) name: String,
    description: Option<Value>,
    /// New values by JSON Pointer.
    #[serde(default)]
    change: serde_json::Map<String, Value>,
    /// Whether no schema can know it.
    #[serde(default)]
    pub(super) parser_only: bool,
    /// Code, without `description_`, and key.
    problems: Vec<String>,
}

impl FaultCase {
    pub(super) fn all() -> Vec<Self> {
        data("custom/faults.json")
    }

    pub(super) fn description(&self) -> Value {
        let mut description = self.description.clone().unwrap_or_else(smallest);
        for (pointer, value) in &self.change {
            let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
            description.pointer_mut(parent).expect(pointer)[name] = value.clone();
        }
        description
    }
}

#[test]
fn faults() {
    for case in FaultCase::all() {
        let problems = Custom::parse(&core(&case.description())).expect_err(&case.name);
        let (mut told, mut expected) = (told(&problems), case.problems);
        told.sort();
        expected.sort();
        assert_eq!(told, expected, "{}", case.name);
    }
}

#[test]
fn the_smallest_description_has_none() {
    assert!(Custom::parse(&core(&smallest())).is_ok());
}

#[test]
fn nothing_is_sent() {
    let config = json!({ "api": { "name": "Acme", "sesame": true } });
    let config: InviteConfig = serde_json::from_value(config).expect("a configuration");
    let people = [InviteeInput::new("ann@acme.com")];
    let plan = plan(&config, &people, &Native);
    assert!(plan.requests.is_empty());
    assert_eq!(told(&plan.problems)[0], "unknown_key api.sesame");
    let report = Delivery::new(&config, &people, &Native).report();
    assert_eq!((report.requests, report.problems), (0, plan.problems));
}

/// A description is never trusted to be small.
#[test]
fn bounds() {
    let nested = (0..100).fold(json!("$email"), |inner, _| json!([inner]));
    let many: Vec<Value> = (0..2000).map(|number| json!(number)).collect();
    for (name, description, expected) in [
        ("deep", with("body", json!({ "email": nested })), "too_large"),
        ("wide", with("body", json!({ "email": "$email", "x": many })), "too_large api.body.x"),
        ("long", with("settings", json!(many)), "too_large api.settings"),
    ] {
        let problems = Custom::parse(&core(&description)).expect_err(name);
        assert!(told(&problems)[0].starts_with(expected), "{name}: {problems:?}");
        assert!(problems.len() <= 50, "{name}");
    }
    let keys: serde_json::Map<_, _> =
        (0..500).map(|number| (number.to_string(), json!(1))).collect();
    let problems = Custom::parse(&core(&json!(keys))).expect_err("keys");
    assert_eq!(problems.len(), 50);
}

/// JSON text, unlike a JavaScript object, can say one thing twice.
#[test]
fn a_key_twice() {
    let text = smallest().to_string().replacen("\"name\"", "\"name\":\"Evil\",\"name\"", 1);
    let problems = Custom::parse(&Json::parse(&text).expect("JSON")).expect_err("twice");
    assert_eq!(told(&problems), ["duplicate api"]);
}

fn smallest() -> Value {
    json!({
        "name": "Acme",
        "path": "/invite",
        "batching": "each",
        "body": { "email": "$email" },
        "reply": { "invited": "all" },
    })
}

fn with(key: &str, value: Value) -> Value {
    let mut description = smallest();
    description[key] = value;
    description
}

fn core(description: &Value) -> Json {
    Json::parse(&description.to_string()).expect("JSON")
}

fn told(problems: &[Problem]) -> Vec<String> {
    let told = |problem: &Problem| {
        let code = problem.code().strip_prefix("description_").expect("a description's code");
        format!("{code} {}", problem.field.as_deref().expect("a key"))
    };
    problems.iter().map(told).collect()
}
