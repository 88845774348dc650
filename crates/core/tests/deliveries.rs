//! Deliveries: scripted ones from `tests/data/deliveries.json`, and thousands of random ones in
//! which the same promises must hold.

#![cfg(feature = "native")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use invite_users_core::delivery::{Loss, Step};
use invite_users_core::unicode::Native;
use invite_users_core::{Delivery, InviteConfig, InviteeInput, PlannedRequest, Reply, Status};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
    answers: Vec<Answer>,
    /// The invitees of each request, in the order of leaving.
    sent: Vec<Vec<usize>>,
    /// Each "status" or "status code".
    outcomes: Vec<String>,
    /// How long it waited in all, in milliseconds.
    waited: Option<u64>,
    retry_at: Option<u64>,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Answer {
    Reply(Reply),
    Event(String),
}

#[test]
fn scripted() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/deliveries.json");
    let text = fs::read_to_string(path).expect("the data is there");
    for case in serde_json::from_str::<Vec<Case>>(&text).expect("the data is well formed") {
        play(&case);
    }
}

fn play(case: &Case) {
    let name = &case.name;
    let mut delivery = Delivery::new(&case.config, &case.invitees, &Native);
    let (mut now, mut sent, mut answers) = (0, Vec::new(), case.answers.iter());
    loop {
        match delivery.next(now) {
            Step::Send { request, attempt, .. } => {
                let answer = answers.next().unwrap_or_else(|| panic!("{name}: one request more"));
                tell(&mut delivery, request.id, attempt, now, answer);
                sent.push(request.invitees);
            }
            Step::Wait { ms, .. } => now += ms,
            Step::Await => panic!("{name}: everything was answered"),
            Step::Done => break,
        }
    }
    let report = delivery.report();
    let told: Vec<String> = json!(report.outcomes).as_array().unwrap().iter().map(told).collect();
    assert_eq!(sent, case.sent, "{name}");
    assert_eq!(told, case.outcomes, "{name}");
    assert!(answers.next().is_none(), "{name}: one request less");
    assert!(case.waited.is_none_or(|waited| waited == now), "{name}: waited {now} ms");
    assert_eq!(report.retry_at, case.retry_at, "{name}");
}

fn told(outcome: &Value) -> String {
    let status = outcome["status"].as_str().unwrap_or_default();
    outcome["code"].as_str().map_or_else(|| status.to_owned(), |code| format!("{status} {code}"))
}

fn tell(delivery: &mut Delivery, id: u32, attempt: u32, now: u64, answer: &Answer) {
    let leaves = !matches!(answer, Answer::Event(event) if event == "auth" || event == "cancel before leaving");
    assert!(!leaves || delivery.leave(id, attempt));
    match answer {
        Answer::Reply(reply) => delivery.reply(id, attempt, now, reply),
        Answer::Event(event) => match event.as_str() {
            "auth" => delivery.auth_failed(id, attempt),
            "cancel" | "cancel before leaving" => delivery.cancel(),
            "connection" => delivery.lost(id, attempt, now, Loss::Connection),
            "redirect" => delivery.lost(id, attempt, now, Loss::Redirect),
            "timeout" => delivery.lost(id, attempt, now, Loss::Timeout),
            event => panic!("no event {event}"),
        },
    }
}

/// A server that accepts, refuses, stalls and dies at random, and remembers whom it invited.
struct Chaos {
    random: u64,
    invited: BTreeMap<usize, u32>,
    unknown: BTreeSet<usize>,
}

#[test]
fn promises_hold_whatever_happens() {
    for seed in 0..4000 {
        let (config, people) = world(seed);
        let mut chaos =
            Chaos { random: seed as u64, invited: BTreeMap::new(), unknown: BTreeSet::new() };
        let mut delivery = Delivery::new(&config, &people, &Native);
        chaos.run(seed, &mut delivery);
        let report = delivery.report();
        assert_eq!(report.outcomes.len(), people.len(), "seed {seed}");
        for (index, outcome) in report.outcomes.iter().enumerate() {
            assert_eq!(outcome.invitee, index, "seed {seed}");
            let times = chaos.invited.get(&index).copied().unwrap_or_default();
            let safe_to_repeat = config.api == "contextual".into();
            assert!(times <= 1 || safe_to_repeat, "seed {seed}: {index} was invited {times} times");
            match outcome.status {
                Status::Invited => assert!(times >= 1, "seed {seed}: {index} was not invited"),
                Status::Failed | Status::NotSent => {
                    assert!(times == 0, "seed {seed}: {index} was invited: {outcome:?}");
                }
                Status::Unconfirmed => {
                    assert!(chaos.unknown.contains(&index), "seed {seed}: {index} is known");
                }
            }
        }
    }
}

fn world(seed: usize) -> (InviteConfig, Vec<InviteeInput>) {
    let api = ["contextual", "galileo", "smartdocumentor", "vijil", "extractor"][seed % 5];
    let settings = match api {
        "contextual" => json!({ "tenant_short_name": "acme" }),
        "vijil" => json!({ "team_id": "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d" }),
        "extractor" => json!({ "url": "https://acme.com" }),
        _ => json!({}),
    };
    let config = json!({ "api": api, "baseUrl": "https://acme.com", "settings": settings, "delivery": { "seed": seed } });
    let roles = match api {
        "galileo" => ["admin", "user"],
        "vijil" => ["OWNER", "ADMIN"],
        "smartdocumentor" => ["Editor", "Viewer"],
        "extractor" => ["extractor-user", "extractor-viewer"],
        _ => ["VISITOR", "AGENT_USER"],
    };
    let person =
        |index: usize| InviteeInput::new(&format!("p{index}@acme.com")).role(roles[index % 2]);
    let config = serde_json::from_value(config).expect("a configuration");
    (config, (0..=seed / 5 % 9).map(person).collect())
}

impl Chaos {
    fn run(&mut self, seed: usize, delivery: &mut Delivery) {
        let (mut now, mut in_flight) = (0, Vec::new());
        for _ in 0..1000 {
            match delivery.next(now) {
                Step::Send { request, attempt, .. } => {
                    assert!(delivery.leave(request.id, attempt));
                    assert!(!delivery.leave(request.id, attempt), "seed {seed}: it left already");
                    in_flight.push((request, attempt));
                }
                Step::Wait { ms, .. } if in_flight.is_empty() || self.roll(2) == 0 => now += ms,
                Step::Await | Step::Wait { .. } => self.answer(delivery, &mut in_flight, now),
                Step::Done => return,
            }
            if self.roll(300) == 0 {
                for (request, _) in &in_flight {
                    self.unknown.extend(&request.invitees);
                }
                delivery.cancel();
            }
        }
        panic!("seed {seed}: no end");
    }

    fn answer(
        &mut self,
        delivery: &mut Delivery,
        in_flight: &mut Vec<(PlannedRequest, u32)>,
        now: u64,
    ) {
        let position = self.roll(in_flight.len());
        let (request, attempt) = in_flight.remove(position);
        let people = request.invitees.clone();
        let (id, roll) = (request.id, self.roll(16));
        match roll {
            0..=6 => {
                self.accept(&people);
                let reply = success(&request);
                delivery.reply(id, attempt, now, &reply);
                delivery.reply(id, attempt, now, &reply); // a stale event
            }
            7 | 8 => delivery.reply(id, attempt, now, &refusal(&request, roll == 8)),
            9 => delivery.reply(id, attempt, now, &reply(429, "")),
            10 => {
                self.unknown.extend(&people);
                self.accept(&people);
                delivery.lost(id, attempt, now, Loss::Timeout);
            }
            11 => {
                self.unknown.extend(&people);
                delivery.lost(id, attempt, now, Loss::Connection);
            }
            12 => {
                self.unknown.extend(&people);
                self.accept(&people);
                delivery.reply(id, attempt, now, &reply(200, "<html>"));
            }
            13 => {
                self.unknown.extend(&people);
                delivery.reply(id, attempt, now, &reply(502, "<html>"));
            }
            14 => delivery.reply(id, attempt, now, &reply(413, "")),
            _ => delivery.reply(id, attempt, now, &reply([401, 403, 404, 409][self.roll(4)], "")),
        }
    }

    fn accept(&mut self, people: &[usize]) {
        for &person in people {
            *self.invited.entry(person).or_default() += 1;
        }
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.random >> 33).unwrap_or_default() % sides
    }
}

fn reply(status: u16, body: &str) -> Reply {
    Reply { status, headers: Vec::new(), body: body.to_owned() }
}

/// What the API of this request says when all went well.
fn success(request: &PlannedRequest) -> Reply {
    let body: Value = serde_json::from_str(&request.body).expect("JSON");
    let told = if let Some(users) = body["new_users"].as_array() {
        let emails: Vec<&Value> = users.iter().map(|user| &user["email"]).collect();
        json!({ "invited_user_emails": emails, "error_details": {} }).to_string()
    } else if body.get("users").is_some() {
        String::new()
    } else if body.get("emails").is_some() {
        "{}".to_owned()
    } else {
        json!({ "id": "7", "email": body["email"], "status": "PENDING", "expires_at": 1, "roles": [] }).to_string()
    };
    reply(
        200,
        &told.replace(
            "\"id\":\"7\"",
            if request.url.contains("registration") { "\"id\":7" } else { "\"id\":\"7\"" },
        ),
    )
}

/// A refusal of the whole request, which may quote its first person.
fn refusal(request: &PlannedRequest, quote: bool) -> Reply {
    let who =
        if quote { format!("p{}@acme.com", request.invitees[0]) } else { "somebody".to_owned() };
    reply(400, &json!({ "detail": format!("{who} can't be invited") }).to_string())
}
