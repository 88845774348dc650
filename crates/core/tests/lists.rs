//! Every case of `tests/data/lists.json`, through the native Unicode.

#![cfg(feature = "native")]

use invite_users_core::Coded;
use invite_users_core::list::{Entry, ListOptions, ListProblem, parse_list};
use invite_users_core::unicode::Native;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    #[serde(default)]
    options: ListOptions,
    entries: Vec<Value>,
    problems: Vec<Value>,
}

#[test]
fn lists() {
    let data = include_str!("../../../tests/data/lists.json");
    let cases: Vec<Case> = serde_json::from_str(data).unwrap();
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
    assert!(cases.len() >= 50, "cases are missing");
}

fn failure(case: &Case) -> Option<String> {
    let list = parse_list(&case.text, &case.options, &Native);
    list.entries.iter().for_each(|entry| assert_verbatim(entry, case));
    let problems: Vec<Value> = list.problems.iter().map(problem).collect();
    let seen: Vec<Value> = list.entries.iter().map(entry).collect();
    let same = seen.len() == case.entries.len()
        && seen.iter().zip(&case.entries).all(|(seen, expected)| agrees(seen, expected));
    (!same || problems != case.problems)
        .then(|| format!("{}: {}\n  {problems:?}", case.name, json!(seen)))
}

/// What is said to stand in the list stands there.
fn assert_verbatim(entry: &Entry<'_>, case: &Case) {
    if let Some(span) = entry.verbatim_email() {
        let email = entry.email.as_ref().unwrap().as_str();
        assert_eq!(&case.text[span], email, "{}", case.name);
    }
    if let Some(span) = entry.verbatim_name() {
        assert_eq!(entry.name.as_deref(), Some(&case.text[span]), "{}", case.name);
    }
}

/// Hints are compared only where a case is about them.
fn agrees(seen: &Value, expected: &Value) -> bool {
    let mut seen = seen.clone();
    if expected.get("hints").is_none() {
        seen.as_object_mut().unwrap().remove("hints");
    }
    seen == *expected
}

fn entry(entry: &Entry<'_>) -> Value {
    let mut value = json!({
        "text": entry.text,
        "start": entry.span.start,
        "end": entry.span.end,
        "name": entry.name,
        "group": entry.group,
    });
    let outcome = match &entry.email {
        Ok(email) => json!({
            "email": email.as_str(),
            "duplicateOf": entry.duplicate_of,
            "hints": email.hints().iter().map(Coded::code).collect::<Vec<_>>(),
        }),
        Err(error) => json!({
            "code": error.code(),
            "errorStart": error.span.start,
            "errorEnd": error.span.end,
            "suggestion": error.suggestion,
        }),
    };
    value.as_object_mut().unwrap().append(&mut outcome.as_object().unwrap().clone());
    value
}

fn problem(problem: &ListProblem) -> Value {
    json!({ "code": problem.code(), "start": problem.span.start, "end": problem.span.end })
}
