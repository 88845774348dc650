//! A delivery that was written is read again as it was; what was not written is refused, in any shape.

#![cfg(feature = "native")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use invite_users_core::delivery::Step;
use invite_users_core::unicode::Native;
use invite_users_core::{Coded, Delivery, InviteConfig, Reply};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Case {
    name: String,
    /// By JSON pointer (RFC 6901) into what was written.
    set: BTreeMap<String, Value>,
    error: Option<String>,
}

#[test]
fn what_was_not_written_is_refused() {
    let written: Value = serde_json::from_str(&halfway().to_json()).expect("JSON");
    let cases: Vec<Case> =
        serde_json::from_str(&read("tests/data/saved_deliveries.json")).expect("cases");
    for Case { name, set, error } in cases {
        let mut saved = written.clone();
        for (pointer, value) in set {
            let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
            match saved.pointer_mut(parent).expect("a parent") {
                Value::Array(list) => list[member.parse::<usize>().expect("an index")] = value,
                parent => parent[member] = value,
            }
        }
        let resumed = Delivery::resume(&saved.to_string(), &Native);
        assert_eq!(resumed.err().map(|it| it.code().to_owned()), error, "{name}");
    }
}

#[test]
fn every_member_of_a_configuration_is_kept() {
    let config = json!({
        "api": "contextual",
        "baseUrl": "https://acme.com/v1",
        "endpoint": "https://acme.com/invite",
        "settings": { "tenant_short_name": "acme" },
        "roles": ["VISITOR"],
        "rolesEndpoint": "https://acme.com/roles",
        "email": { "allowSmtpUtf8": false, "ownDomains": ["acme.com"], "reservedDomains": "reject" },
        "maxBatch": 3,
        "maxInvitees": 2,
        "delivery": { "concurrency": 2, "seed": 7, "id": "a-1", "refreshable": true },
        "pageOrigin": "https://app.acme.com",
    });
    let people = json!([
        { "is_tenant_admin": true, "email": "ann@acme.com", "name": "Ann", "roles": ["VISITOR"] },
        { "email": "bob@acme.com", "name": null, "roles": [] },
    ]);
    let saved: Value = serde_json::from_str(&delivery(&config, &people).to_json()).expect("JSON");
    assert_eq!(saved["config"], config);
    assert_eq!(saved["invitees"], people);
}

#[test]
fn every_outcome_is_kept() {
    let written: Value = serde_json::from_str(&halfway().to_json()).expect("JSON");
    let page = read("docs/codes.md");
    let section = page.split("\n## ").find(|it| it.starts_with("Outcomes")).expect("outcomes");
    let codes = section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let detail = ["[".repeat(120), "]".repeat(120)].concat();
    let mut count = 0;
    for code in codes.filter(|code| !matches!(*code, "in_flight" | "waiting")) {
        let mut saved = written.clone();
        saved["outcomes"][1] = json!({
            "status": "unconfirmed", "code": code, "httpStatus": 418, "field": "email",
            "serverMessage": "\u{202e}<b>\n", "detail": detail,
        });
        let mut resumed = Delivery::resume(&saved.to_string(), &Native).expect(code);
        let outcome = &json!(resumed.report().outcomes)[1];
        assert_eq!(outcome["code"], code);
        assert_eq!(outcome["serverMessage"], "\u{202e}<b>\n", "{code}");
        let numbered = matches!(code, "rejected" | "server_error");
        assert_eq!(outcome["params"]["status"] == 418, numbered, "{code}");
        let again = resumed.to_json();
        assert!(again.contains(&detail), "{code}");
        assert_eq!(Delivery::resume(&again, &Native).expect(code).to_json(), again);
        assert_eq!(resumed.next(0), Step::Done, "{code}");
        count += 1;
    }
    assert!(count > 15, "{count} codes on the page");
}

#[test]
fn no_password_is_written() {
    for member in ["baseUrl", "endpoint", "rolesEndpoint", "pageOrigin"] {
        let config = json!({ "api": "galileo", member: "https://ann:s3cret@acme.com/invite" });
        let saved = delivery(&config, &json!([{ "email": "bob@acme.com" }])).to_json();
        assert!(!saved.contains("s3cret"), "{saved}");
    }
}

#[test]
fn no_text_is_too_strange() {
    let written = halfway().to_json();
    for end in 0..written.len() {
        assert!(written.get(..end).is_none_or(|it| Delivery::resume(it, &Native).is_err()));
    }
    let pieces =
        ["", "0", "-1", "9999999999999999999", "null", "\"\"", "[]", "{}", "\"", ",", "[["];
    for start in 0..written.len() {
        for piece in pieces {
            let strange = [&written[..start], piece, &written[(start + 1)..]].concat();
            let Ok(mut resumed) = Delivery::resume(&strange, &Native) else { continue };
            assert_eq!(resumed.next(0), Step::Done, "{strange}");
            let again = resumed.to_json();
            let resumed = Delivery::resume(&again, &Native).expect("what was written");
            assert_eq!(resumed.to_json(), again, "{strange}");
        }
    }
}

/// One person is invited, one refused, one waits.
fn halfway() -> Delivery {
    let config = json!({
        "api": "extractor",
        "baseUrl": "https://acme.com",
        "settings": { "url": "https://acme.com", "tenantId": "9007199254740993" },
        "delivery": { "concurrency": 1 },
    });
    let people =
        json!([{ "email": "p0@acme.com" }, { "email": "p1@acme.com" }, { "email": "p2@acme.com" }]);
    let mut delivery = delivery(&config, &people);
    let body = r#"{"id":9007199254740993,"email":"p0@acme.com","roles":["extractor-user"]}"#;
    for reply in [(200, body), (500, "<html>")] {
        let Step::Send { request, attempt, .. } = delivery.next(0) else { panic!("it goes on") };
        assert!(delivery.leave(request.id, attempt));
        let (status, body) = reply;
        let reply = Reply { status, headers: Vec::new(), body: body.to_owned() };
        delivery.reply(request.id, attempt, 0, &reply);
    }
    delivery
}

fn delivery(config: &Value, people: &Value) -> Delivery {
    let config: InviteConfig = serde_json::from_value(config.clone()).expect("a configuration");
    let people: Vec<_> = serde_json::from_value(people.clone()).expect("people");
    Delivery::new(&config, &people, &Native)
}

fn read(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
    fs::read_to_string(path).expect("the file is there")
}
