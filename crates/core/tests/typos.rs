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
    holdout: Option<Box<Domains>>,
}

#[derive(Deserialize)]
struct Mistyped {
    text: String,
    meant: String,
    /// Known not to be recognised: the name is too short, or another country's is as close.
    #[serde(default)]
    missed: bool,
}

#[test]
fn what_exists_is_not_doubted() {
    let doubted =
        domains().into_iter().flat_map(|set| set.real).filter(|real| suggestion(real).is_some());
    assert_eq!(doubted.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn what_is_mistyped_is_recognised() {
    let mistyped: Vec<Mistyped> = domains().into_iter().flat_map(|set| set.mistyped).collect();
    let wrong: Vec<String> = mistyped.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn wrong(case: &Mistyped) -> Option<String> {
    let suggestion = suggestion(&case.text);
    let expected = (!case.missed).then(|| format!("ann@{}", case.meant));
    (suggestion != expected).then(|| format!("{}: {suggestion:?} for {}", case.text, case.meant))
}

/// The set that the search was built with, and the one that was written without a look at it.
fn domains() -> [Domains; 2] {
    let mut built_with: Domains =
        serde_json::from_str(include_str!("../../../tests/data/domains.json")).unwrap();
    let holdout = built_with.holdout.take().unwrap();
    [built_with, *holdout]
}

fn suggestion(domain: &str) -> Option<String> {
    let text = format!("ann@{domain}");
    let address = EmailAddress::parse(&text, &EmailOptions::default(), &Native).unwrap();
    address.hints().iter().find_map(|hint| hint.suggestion.clone())
}
