//! The published JSON Schema takes what the parser takes, and refuses all faults that a schema can
//! know.

use invite_users_core::Coded;
use invite_users_core::api::custom::Custom;
use invite_users_core::json::Json;
use jsonschema::Validator;
use serde_json::Value;

use super::faults::FaultCase;
use super::file::file;
use crate::data::data;

#[test]
fn it_takes_the_descriptions_of_the_known_apis() {
    for id in ["contextual", "galileo", "smartdocumentor", "vijil", "extractor"] {
        assert_takes(&schema(), id, &data(&format!("custom/known/{id}.json")));
    }
}

#[test]
fn it_refuses_faults() {
    let schema = schema();
    for case in FaultCase::all() {
        let valid = schema.is_valid(&case.description());
        assert_eq!(valid, case.parser_only, "{}", case.name);
    }
}

#[test]
fn it_knows_the_same_keys() {
    let schema: Value =
        serde_json::from_str(&file("web/schema/custom-api.schema.json")).expect("JSON");
    let described = Custom::parse(&Json::parse(r#"{"x":1}"#).expect("JSON"));
    let problems = described.expect_err("a fault");
    let known = problems[0].params().get("known").expect("the keys").to_string();
    let mut known: Vec<&str> = known.split(", ").collect();
    let mut keys: Vec<&String> = schema["properties"].as_object().expect("keys").keys().collect();
    known.sort_unstable();
    keys.sort_unstable();
    assert_eq!(known, keys);
}

/// The schema, which is itself one of its draft.
pub(super) fn schema() -> Validator {
    let schema: Value =
        serde_json::from_str(&file("web/schema/custom-api.schema.json")).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema");
    jsonschema::validator_for(&schema).expect("a schema")
}

pub(super) fn assert_takes(schema: &Validator, name: &str, description: &Value) {
    let faults: Vec<String> =
        schema.iter_errors(description).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(faults.is_empty(), "{name}: {faults:#?}");
}
