//! A described API is delivered to like any other: its requests, and the text that survives a reload.

use invite_users_core::delivery::Step;
use invite_users_core::unicode::Native;
use invite_users_core::{Delivery, InviteConfig, InviteeInput, Reply, Status};
use serde_json::{Value, json};

use crate::data::data;

#[test]
fn a_resumed_delivery_knows_its_description() {
    let people = ["ann@acme.com", "bob@acme.com"].map(InviteeInput::new);
    let saved = Delivery::new(&config(), &people, &Native).to_json();
    let mut delivery = Delivery::resume(&saved, &Native).expect("what was written");
    assert_eq!(delivery.retry(&[0, 1]), 2);
    let mut urls = Vec::new();
    while let Step::Send { request, attempt, .. } = delivery.next(0) {
        assert!(delivery.leave(request.id, attempt));
        let email = serde_json::from_str::<Value>(&request.body).expect("JSON")["email"].clone();
        let body = json!({ "email": email, "status": "PENDING" }).to_string();
        let reply = Reply { status: 201, headers: Vec::new(), body };
        delivery.reply(request.id, attempt, 0, &reply);
        urls.push(request.url);
    }
    let url = "https://acme.example/v1/teams/7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d/invites";
    assert_eq!(urls, [url, url]);
    let report = delivery.report();
    assert!(report.outcomes.iter().all(|outcome| outcome.status == Status::Invited), "{report:?}");
}

fn config() -> InviteConfig {
    let config = json!({
        "api": data::<Value>("custom/known/vijil.json"),
        "baseUrl": "https://acme.example",
        "settings": { "team_id": "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" },
    });
    serde_json::from_value(config).expect("a configuration")
}
