//! Every case of `tests/data/addresses.json`, through the native Unicode.

#![cfg(feature = "native")]

use invite_users_core::Coded;
use invite_users_core::email::{EmailAddress, EmailError, EmailOptions, Hint};
use invite_users_core::unicode::Native;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    #[serde(default)]
    options: EmailOptions,
    #[serde(flatten)]
    expected: Value,
}

#[test]
fn addresses() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../../../tests/data/addresses.json")).unwrap();
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
    assert!(cases.len() >= 420, "cases are missing");
}

fn failure(case: &Case) -> Option<String> {
    let seen = match EmailAddress::parse(&case.text, &case.options, &Native) {
        Ok(address) => accepted(&address),
        Err(error) => rejected(&error),
    };
    let differs = |(key, value): (&String, &Value)| case.expected.get(key) != Some(value);
    let seen_fields = seen.as_object().unwrap().iter();
    let mut different =
        seen_fields.filter(|(key, _)| *key != "params" || case.expected.get("params").is_some());
    different.any(differs).then(|| format!("{}: {seen}", case.name))
}

fn accepted(address: &EmailAddress) -> Value {
    json!({
        "valid": true,
        "email": address.as_str(),
        "domainUnicode": address.domain_unicode(),
        "key": address.key(),
        "hints": address.hints().iter().map(hint).collect::<Vec<_>>(),
    })
}

fn hint(hint: &Hint) -> Value {
    match &hint.suggestion {
        Some(suggestion) => json!({ "code": hint.code(), "suggestion": suggestion }),
        None => json!({ "code": hint.code() }),
    }
}

fn rejected(error: &EmailError) -> Value {
    json!({
        "valid": false,
        "code": error.code(),
        "start": error.span.start,
        "end": error.span.end,
        "suggestion": error.suggestion,
        "params": error.params(),
    })
}
