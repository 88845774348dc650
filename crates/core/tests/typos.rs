//! Suggestions on the domains of `tests/data/domains.json`: none where a domain exists, the right
//! one where it was mistyped.

#![cfg(feature = "native")]

use invite_users_core::email::{EmailAddress, EmailOptions};
use invite_users_core::unicode::Native;
use serde::Deserialize;

#[derive(Deserialize)]
struct Domains {
    real: Vec<String>,
    mistyped: Vec<Mistyped>,
}

#[derive(Deserialize)]
struct Mistyped {
    text: String,
    meant: String,
}

#[test]
fn what_exists_is_not_doubted() {
    let doubted = domains().real.into_iter().filter(|real| suggestion(real).is_some());
    assert_eq!(doubted.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn what_is_mistyped_is_recognised() {
    let mistyped = domains().mistyped;
    let wrong: Vec<String> = mistyped.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn wrong(case: &Mistyped) -> Option<String> {
    let suggestion = suggestion(&case.text);
    let right = suggestion == Some(format!("ann@{}", case.meant));
    (!right).then(|| format!("{}: {suggestion:?} for {}", case.text, case.meant))
}

fn domains() -> Domains {
    serde_json::from_str(include_str!("../../../tests/data/domains.json")).unwrap()
}

fn suggestion(domain: &str) -> Option<String> {
    let text = format!("ann@{domain}");
    let address = EmailAddress::parse(&text, &EmailOptions::default(), &Native).unwrap();
    address.hints().iter().find_map(|hint| hint.suggestion.clone())
}
