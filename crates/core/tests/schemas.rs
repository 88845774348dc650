//! Every planned body is a request as the API's document types it, judged by JSON Schemas that were
//! written from the documents alone (`tests/data/apis/*/request.schema.json`).

#![cfg(feature = "native")]

#[path = "shared/data.rs"]
mod data;

use data::data;

use invite_users_core::api::{self, Api};
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, plan};
use jsonschema::Validator;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct PlanCase {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
}

#[test]
fn planned_bodies_are_as_documented() {
    for api in api::ALL {
        let schema = schema(api);
        for (name, body) in bodies(api) {
            let errors: Vec<_> = schema.iter_errors(&body).map(|it| it.to_string()).collect();
            assert!(errors.is_empty(), "{}: {name}: {body}: {errors:#?}", api.info().id);
        }
    }
}

#[test]
fn bodies_of_other_apis_are_not() {
    for api in api::ALL {
        let schema = schema(api);
        for other in api::ALL.into_iter().filter(|other| other.info().id != api.info().id) {
            for (name, body) in bodies(other) {
                assert!(!schema.is_valid(&body), "{}: {name}: {body}", api.info().id);
            }
        }
    }
}

/// The schemas are strict: a member more, one required member less, an empty value do not pass.
#[test]
fn bodies_that_are_nearly_right_are_not() {
    for api in api::ALL {
        let schema = schema(api);
        let required = text(api)["required"].as_array().expect("a list").clone();
        for (name, body) in bodies(api) {
            let more = with(&body, "nickname", json!("Ann"));
            assert!(!schema.is_valid(&more), "{}: {name}", api.info().id);
            for member in required.iter().filter_map(Value::as_str) {
                let mut less = body.clone();
                less.as_object_mut().expect("an object").remove(member);
                assert!(!schema.is_valid(&less), "{}: {name}: {member}", api.info().id);
                let other = with(&body, member, json!({}));
                assert!(!schema.is_valid(&other), "{}: {name}: {member}", api.info().id);
            }
        }
    }
}

/// The roles and settings that we describe are those that the document lists.
#[test]
fn roles_are_those_of_the_documents() {
    for api in api::ALL {
        let listed = text(api).to_string();
        for role in &*api.info().roles.choices {
            assert!(listed.contains(&format!("\"{}\"", role.name)), "{}", role.name);
        }
        let roles = api.info().roles.choices.len();
        let counts = enums(&text(api));
        assert!(roles == 0 || counts.contains(&roles), "{}: {roles} {counts:?}", api.info().id);
    }
}

/// How many words each enum of a schema has.
fn enums(schema: &Value) -> Vec<usize> {
    match schema {
        Value::Object(members) => {
            let own = members.get("enum").and_then(Value::as_array).map(Vec::len);
            own.into_iter().chain(members.values().flat_map(enums)).collect()
        }
        Value::Array(items) => items.iter().flat_map(enums).collect(),
        _ => Vec::new(),
    }
}

fn with(body: &Value, member: &str, value: Value) -> Value {
    let mut body = body.clone();
    body[member] = value;
    body
}

/// Every body that the data plans; where an endpoint fills settings in, they are filled in here.
fn bodies(api: &dyn Api) -> Vec<(String, Value)> {
    let cases: Vec<PlanCase> = data(&format!("{}/plans.json", api.info().id));
    let mut bodies = Vec::new();
    for case in cases {
        for request in plan(&case.config, &case.invitees, &Native).requests {
            let mut body: Value = serde_json::from_str(&request.body).expect("JSON");
            if case.config.endpoint.is_some() {
                fill_in(&mut body, api);
            }
            bodies.push((case.name.clone(), body));
        }
    }
    assert!(!bodies.is_empty(), "{}", api.info().id);
    bodies
}

fn fill_in(body: &mut Value, api: &dyn Api) {
    let in_path = |name: &str| api.info().path.contains(&format!("{{{name}}}"));
    for spec in api.info().settings.iter().filter(|spec| spec.required && !in_path(&spec.name)) {
        if body[&*spec.name].is_null() {
            body[&*spec.name] = json!(spec.example);
        }
    }
}

fn schema(api: &dyn Api) -> Validator {
    let schema = text(api);
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

fn text(api: &dyn Api) -> Value {
    data(&format!("{}/request.schema.json", api.info().id))
}
