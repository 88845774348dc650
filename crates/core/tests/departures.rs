//! A delivery that was written before some of its requests left: whoever was in one of them since then is
//! unconfirmed, and nobody else is.

#![cfg(feature = "native")]

use std::iter::from_fn;

use invite_users_core::delivery::Step;
use invite_users_core::json::{Json, Object};
use invite_users_core::unicode::Native;
use invite_users_core::{
    Coded, Counts, Delivery, InviteConfig, InviteeInput, PlannedRequest, Reply, Status,
};
use serde_json::json;

/// One API that invites each person alone, and one that takes a key for each request.
const CONFIGS: [fn() -> InviteConfig; 2] = [vijil, keyed];

#[test]
fn who_left_since_is_unconfirmed_and_who_did_not_is_not_sent() {
    for config in CONFIGS {
        let mut delivery = delivery(&config(), 6);
        invite(&mut delivery, 0);
        let written = delivery.to_json();
        let lines = [leave(&mut delivery, 0).1, leave(&mut delivery, 0).1].join("\n");
        let resumed = Delivery::resume_after(&written, &lines, &Native).expect("what was written");
        let report = resumed.report();
        assert_eq!(statuses(&resumed), "iuunnn");
        assert_eq!(report.requests, 3);
        assert_eq!(
            report.outcomes[1].reason.as_ref().map(Coded::code),
            Some("interrupted_in_flight")
        );
    }
}

#[test]
fn what_was_answered_since_is_unconfirmed_too() {
    let mut delivery = delivery(&vijil(), 2);
    let written = delivery.to_json();
    let line = invite(&mut delivery, 0);
    let resumed = Delivery::resume_after(&written, &line, &Native).expect("what was written");
    assert_eq!(statuses(&resumed), "un");
}

#[test]
fn it_is_as_if_all_had_been_written_then() {
    for config in CONFIGS {
        let mut delivery = delivery(&config(), 5);
        invite(&mut delivery, 0);
        let written = delivery.to_json();
        let lines: Vec<String> = from_fn(|| Some(leave(&mut delivery, 0).1)).take(3).collect();
        let resumed = Delivery::resume_after(&written, &lines.join("\n"), &Native);
        let whole = Delivery::resume(&delivery.to_json(), &Native).expect("what was written");
        assert_eq!(resumed.expect("what was written").report(), whole.report());
    }
}

#[test]
fn nobody_who_was_invited_is_doubted() {
    let mut delivery = delivery(&vijil(), 1);
    let line = invite(&mut delivery, 0);
    let resumed = Delivery::resume_after(&delivery.to_json(), &line, &Native);
    assert_eq!(statuses(&resumed.expect("what was written")), "i");
}

#[test]
fn whose_retry_left_is_no_longer_refused_but_unconfirmed() {
    let mut delivery = delivery(&vijil(), 1);
    let (request, _) = leave(&mut delivery, 0);
    delivery.reply(request.id, 1, 0, &reply(422, ""));
    let written = delivery.to_json();
    assert_eq!(delivery.retry(&[0]), 1);
    let (_, line) = leave(&mut delivery, 0);
    let resumed = Delivery::resume_after(&written, &line, &Native);
    assert_eq!(statuses(&resumed.expect("what was written")), "u");
}

#[test]
fn with_what_somebody_else_went_on_only_who_is_invited_is_sure() {
    let mut delivery = delivery(&vijil(), 4);
    invite(&mut delivery, 0);
    let (request, _) = leave(&mut delivery, 0);
    delivery.reply(request.id, 1, 0, &reply(422, ""));
    let mut resumed = Delivery::resume(&delivery.to_json(), &Native).expect("what was written");
    assert_eq!(resumed.invitees().len(), 4);
    resumed.doubt();
    assert_eq!(statuses(&resumed), "iuuu");
    assert_eq!(resumed.next(0), Step::Done);
}

#[test]
fn a_request_keeps_its_key_and_no_other_gets_it() {
    let mut delivery = delivery(&keyed(), 3);
    let written = delivery.to_json();
    let (request, line) = leave(&mut delivery, 0);
    let mut resumed = Delivery::resume_after(&written, &line, &Native).expect("what was written");
    assert_eq!(resumed.retry(&[0, 1, 2]), 3);
    let keys: Vec<String> = from_fn(|| Some(key(&leave(&mut resumed, 0).0))).take(3).collect();
    assert_eq!(keys[0], key(&request));
    assert!(keys[1] != keys[0] && keys[2] != keys[0] && keys[1] != keys[2], "{keys:?}");
}

#[test]
fn only_what_is_on_its_way_has_left() {
    let mut delivery = delivery(&vijil(), 1);
    let Step::Send { request, .. } = delivery.next(0) else { panic!("one request") };
    assert_eq!(delivery.departure(request.id), None);
    assert!(delivery.leave(request.id, 1));
    assert!(delivery.departure(request.id).is_some());
    delivery.reply(request.id, 1, 0, &reply(422, ""));
    assert_eq!(delivery.departure(request.id), None);
}

#[test]
fn lines_that_were_not_written_are_refused() {
    let written = delivery(&vijil(), 2).to_json();
    let cases = [
        ("x", "resume_malformed"),
        ("[]", "resume_malformed"),
        (r#"{"id":0,"invitees":["0"]}"#, "resume_malformed"),
        (r#"{"id":0,"invitees":[]}"#, "resume_inconsistent"),
        (r#"{"id":0,"invitees":[2]}"#, "resume_inconsistent"),
        (r#"{"id":0,"invitees":[1,1]}"#, "resume_inconsistent"),
        (r#"{"id":0,"key":"a\nb","invitees":[1]}"#, "resume_inconsistent"),
    ];
    for (line, code) in cases {
        let resumed = Delivery::resume_after(&written, line, &Native);
        assert_eq!(resumed.err().map(|it| it.code()), Some(code), "{line}");
    }
}

#[test]
fn a_number_out_of_range_does_no_harm() {
    let written = delivery(&keyed(), 2).to_json();
    let line = format!(r#"{{"id":{},"invitees":[0]}}"#, u32::MAX);
    let mut resumed = Delivery::resume_after(&written, &line, &Native).expect("a number");
    assert_eq!(resumed.retry(&[0, 1]), 2);
    assert_ne!(leave(&mut resumed, 0).0.id, leave(&mut resumed, 0).0.id);
}

#[test]
fn a_delivery_is_for_the_place_that_it_was_planned_for() {
    let config = InviteConfig {
        settings: Object::new().with("team_id", Json::Integer(9_007_199_254_740_993)),
        ..vijil()
    };
    let resumed = Delivery::resume(&delivery(&vijil(), 1).to_json(), &Native).expect("as written");
    assert!(resumed.is_for(&vijil()));
    assert!(resumed.is_for(&InviteConfig { max_batch: Some(2), ..vijil() }));
    assert!(!resumed.is_for(&config));
    assert!(!resumed.is_for(&InviteConfig { base_url: Some("https://b.com".into()), ..vijil() }));
    assert!(!resumed.is_for(&InviteConfig { endpoint: Some("/invite".into()), ..vijil() }));
    assert!(!resumed.is_for(&keyed()));
    let written = Delivery::new(&config, &[], &Native).to_json();
    assert!(Delivery::resume(&written, &Native).expect("as written").is_for(&config));
}

/// One person each, four at a time.
fn vijil() -> InviteConfig {
    config(&json!({
        "api": "vijil",
        "baseUrl": "https://acme.com",
        "settings": { "team_id": "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" },
    }))
}

/// The same with a key for each request.
fn keyed() -> InviteConfig {
    config(&json!({
        "api": {
            "name": "Keyed",
            "baseUrl": "https://acme.com",
            "path": "/invite",
            "batching": "each",
            "body": { "email": "$email" },
            "idempotencyKey": true,
            "reply": { "invited": "all" },
        },
        "delivery": { "concurrency": 4, "id": "d" },
    }))
}

fn config(json: &serde_json::Value) -> InviteConfig {
    serde_json::from_value(json.clone()).expect("a configuration")
}

fn delivery(config: &InviteConfig, people: usize) -> Delivery {
    let people: Vec<_> =
        (0..people).map(|it| InviteeInput::new(&format!("p{it}@acme.com"))).collect();
    let delivery = Delivery::new(config, &people, &Native);
    assert_eq!(delivery.report().problems, []);
    delivery
}

/// The next request leaves; gives it and its line.
fn leave(delivery: &mut Delivery, now: u64) -> (PlannedRequest, String) {
    let Step::Send { request, attempt, .. } = delivery.next(now) else { panic!("it goes on") };
    assert!(delivery.leave(request.id, attempt));
    let line = delivery.departure(request.id).expect("it is on its way");
    (request, line)
}

/// The next request invites its person; gives the line that was written before.
fn invite(delivery: &mut Delivery, now: u64) -> String {
    let (request, line) = leave(delivery, now);
    let sent: serde_json::Value = serde_json::from_str(&request.body).expect("JSON");
    let body = json!({
        "id": "1", "team_id": "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d", "email": sent["email"],
        "role": "MEMBER", "status": "PENDING", "expires_at": 1, "created_at": 1,
    });
    delivery.reply(request.id, 1, now, &reply(201, &body.to_string()));
    line
}

fn reply(status: u16, body: &str) -> Reply {
    Reply { status, headers: Vec::new(), body: body.to_owned() }
}

fn key(request: &PlannedRequest) -> String {
    let header = request.headers.iter().find(|(name, _)| name == "idempotency-key");
    header.map(|(_, value)| value.clone()).expect("a key")
}

/// One letter a person.
fn statuses(delivery: &Delivery) -> String {
    let report = delivery.report();
    assert_eq!(report.counts, Counts::of(&report.outcomes));
    let letter = |status| match status {
        Status::Invited => 'i',
        Status::Failed => 'f',
        Status::Unconfirmed => 'u',
        Status::NotSent => 'n',
    };
    report.outcomes.iter().map(|outcome| letter(outcome.status)).collect()
}
