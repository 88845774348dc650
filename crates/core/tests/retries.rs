//! What whoever shows a delivery asks of it: what is new, what a retry would send, and that a mended
//! setting is for those who go again.

#![cfg(feature = "native")]

use invite_users_core::delivery::Step;
use invite_users_core::json::Json;
use invite_users_core::unicode::Native;
use invite_users_core::{Delivery, InviteConfig, InviteeInput, PlannedRequest, Reply, Status};

const TEAMS: [&str; 2] =
    ["7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d", "11111111-1111-4111-8111-111111111111"];

#[test]
fn news_are_told_once_and_in_the_order_in_which_they_came() {
    let mut delivery = vijil(3);
    let sent = leave(&mut delivery);
    assert!(delivery.news().is_empty());
    answer(&mut delivery, &sent[2], 201);
    answer(&mut delivery, &sent[0], 422);
    assert_eq!(told(&mut delivery), [(2, Status::Invited), (0, Status::Failed)]);
    assert!(delivery.news().is_empty());
    delivery.cancel();
    assert_eq!(told(&mut delivery), [(1, Status::Unconfirmed)]);
}

#[test]
fn who_goes_again_is_news_once_more() {
    let mut delivery = vijil(1);
    let sent = leave(&mut delivery);
    answer(&mut delivery, &sent[0], 422);
    delivery.retry(&[0]);
    assert_eq!(delivery.progress().done, 0);
    assert!(delivery.news().is_empty(), "a person who is on the way again has no outcome");
    let sent = leave(&mut delivery);
    answer(&mut delivery, &sent[0], 201);
    assert_eq!(told(&mut delivery), [(0, Status::Invited)]);
}

#[test]
fn a_retry_sends_what_its_plan_says() {
    let mut delivery = vijil(3);
    let sent = leave(&mut delivery);
    for (request, status) in sent.iter().zip([422, 201, 422]) {
        answer(&mut delivery, request, status);
    }
    let plan = delivery.retry_plan(&[0, 1, 2]);
    assert!(plan.problems.is_empty());
    delivery.retry(&[0, 1, 2]);
    let sent = leave(&mut delivery);
    assert_eq!(sent, plan.requests);
    assert_eq!(sent.iter().map(|it| it.invitees[0]).collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn a_mended_setting_is_for_those_who_go_again() {
    let mut delivery = vijil(2);
    let sent = leave(&mut delivery);
    answer(&mut delivery, &sent[0], 201);
    answer(&mut delivery, &sent[1], 422);
    let unusable = InviteConfig::default();
    let problems = delivery.reconfigure(&unusable, &Native).expect_err("no API");
    assert!(!problems.is_empty());
    delivery.reconfigure(&config(TEAMS[1]), &Native).expect("no problem");
    delivery.retry(&[0, 1]);
    let sent = leave(&mut delivery);
    assert_eq!(sent.len(), 1);
    assert!(sent[0].url.contains(TEAMS[1]), "{}", sent[0].url);
    answer(&mut delivery, &sent[0], 201);
    assert_eq!(delivery.report().counts.invited, 2);
}

/// A delivery to so many people, each in a request of their own.
fn vijil(people: usize) -> Delivery {
    let person = |index| InviteeInput::new(&format!("p{index}@acme.com"));
    let people: Vec<InviteeInput> = (0..people).map(person).collect();
    Delivery::new(&config(TEAMS[0]), &people, &Native)
}

fn config(team: &str) -> InviteConfig {
    let settings = [("team_id".to_owned(), Json::from(team))].into_iter().collect();
    let base_url = Some("https://vijil.example".to_owned());
    InviteConfig { api: "vijil".into(), base_url, settings, ..InviteConfig::default() }
}

/// Everything that can leave now.
fn leave(delivery: &mut Delivery) -> Vec<PlannedRequest> {
    let mut sent = Vec::new();
    while let Step::Send { request, attempt, .. } = delivery.next(0) {
        assert!(delivery.leave(request.id, attempt));
        sent.push(request);
    }
    sent
}

fn answer(delivery: &mut Delivery, request: &PlannedRequest, status: u16) {
    let email = format!("p{}@acme.com", request.invitees[0]);
    let invited =
        format!("{{\"id\":\"{}\",\"email\":\"{email}\",\"status\":\"PENDING\"}}", TEAMS[0]);
    let body = if status == 201 { invited } else { "{\"detail\":\"no\"}".to_owned() };
    delivery.reply(request.id, 1, 0, &Reply { status, body, ..Reply::default() });
}

fn told(delivery: &mut Delivery) -> Vec<(usize, Status)> {
    delivery.news().into_iter().map(|outcome| (outcome.invitee, outcome.status)).collect()
}
