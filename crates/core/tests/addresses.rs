//! Every case of `tests/data/addresses.json`, through the native Unicode.

#![cfg(feature = "native")]

use std::collections::BTreeSet;

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
    let cases = cases();
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
    assert!(cases.len() >= 850, "cases are missing");
}

#[test]
fn what_is_called_plain_is_read_as_it_is() {
    let mut plain = 0;
    for Case { name, text, options, .. } in cases() {
        let Some(at) = EmailAddress::at_sign_of_plain(&text, &options) else { continue };
        let address = EmailAddress::parse(&text, &options, &Native).expect(&name);
        let forms = [address.as_str(), address.key(), address.domain_unicode()];
        assert_eq!(forms, [&text, &text, &text[at + 1..]], "{name}");
        assert_eq!(address.hints(), [], "{name}");
        plain += 1;
    }
    assert!(plain >= 50, "only {plain} are plain");
}

#[test]
fn every_code_that_one_address_can_get_has_a_case() {
    let mut expected = BTreeSet::new();
    for case in cases() {
        let hints = case.expected["hints"].as_array().cloned().unwrap_or_default();
        let codes = hints.iter().chain([&case.expected]).filter_map(|it| it["code"].as_str());
        expected.extend(codes.map(str::to_owned));
    }
    let errors = codes_in(include_str!("../src/email/error/code.rs"));
    let hints = codes_in(include_str!("../src/email/hint.rs"));
    let written = errors.into_iter().chain(hints);
    let of_one_address: BTreeSet<String> = written.filter(|code| !of_many(code)).collect();
    assert_eq!(expected, of_one_address);
}

#[test]
fn every_case_has_a_name_of_its_own_and_says_where_it_is_from() {
    let mut names = BTreeSet::new();
    for case in cases() {
        let from = case.expected["from"].as_str().unwrap_or_default();
        assert!(!from.is_empty(), "{} is from nowhere", case.name);
        assert!(names.insert(case.name.clone()), "{} is there twice", case.name);
    }
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../../../tests/data/addresses.json")).unwrap()
}

/// What only a list or a table can be told.
fn of_many(code: &str) -> bool {
    let errors = ["unclosed_quote", "unclosed_angle", "unclosed_comment", "comment_too_deep"];
    let rest = ["extra_text", "empty_group", "email_missing"];
    let hints = ["name_looks_like_address", "possible_duplicate"];
    errors.contains(&code) || rest.contains(&code) || hints.contains(&code)
}

/// The codes that the source gives in its `fn code`.
fn codes_in(source: &str) -> Vec<String> {
    let body = source.split("fn code(&self) -> &'static str {").nth(1).unwrap();
    let body = body.split("\n    }").next().unwrap();
    body.split('"').skip(1).step_by(2).map(str::to_owned).collect()
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
