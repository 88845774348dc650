//! Whatever a server answers: one outcome for each person, a status that the answer allows, and words
//! that can be shown.

#![cfg(feature = "native")]

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use invite_users_core::api::ApiChoice;
use invite_users_core::api::{self, Api};
use invite_users_core::unicode::Native;
use invite_users_core::{
    InviteConfig, InviteeInput, Outcome, PlannedRequest, Reply, Status, plan, read_reply,
};
use serde::Deserialize;
use serde_json::{Value, json};

const MANY: usize = 2_000;

#[derive(Clone, Deserialize)]
struct ReplyCase {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
    reply: Reply,
}

/// Every value of every documented answer, replaced by each type of JSON.
#[test]
fn values_of_other_types() {
    let mut tried = 0;
    for (api, case) in cases() {
        let Ok(body) = serde_json::from_str::<Value>(&case.reply.body) else { continue };
        let request = request(&case.config, &case.invitees);
        for mutant in mutants(&body) {
            let reply = Reply { body: mutant.to_string(), ..case.reply.clone() };
            let outcomes = read_reply(api, &request, &reply);
            assert_sound(&format!("{}: {mutant}", case.name), &request, &reply, &outcomes);
            tried += 1;
        }
    }
    assert!(tried > 3_000, "{tried}");
}

/// Every documented answer under every status, cut short anywhere, and with odd things in front.
#[test]
fn answers_under_another_status_and_in_pieces() {
    for (api, case) in cases() {
        let request = request(&case.config, &case.invitees);
        let read = |status: u16, body: &str| {
            let reply =
                Reply { status, body: body.to_owned(), headers: case.reply.headers.clone() };
            let outcomes = read_reply(api, &request, &reply);
            assert_sound(&format!("{}: {status} {body:?}", case.name), &request, &reply, &outcomes);
        };
        for status in [0, 100, 200, 201, 204, 299, 302, 400, 401, 409, 413, 422, 429, 500, 65535] {
            read(status, &case.reply.body);
        }
        let whole = &case.reply.body;
        for end in (0..whole.len()).step_by(11).filter(|&end| whole.is_char_boundary(end)) {
            read(case.reply.status, &whole[..end]);
        }
        for odd in ["\u{FEFF}", "\0", ")]}',\n", "\u{2028}"] {
            read(case.reply.status, &[odd, whole].concat());
        }
    }
}

#[test]
fn huge_answers() {
    for (name, status, body) in huge() {
        let reply = Reply { status, headers: Vec::new(), body };
        for api in api::ALL {
            let request = request(&config(api), &people(api));
            let started = Instant::now();
            let outcomes = read_reply(api, &request, &reply);
            println!("{name}, {}: {:?}", api.info().id, started.elapsed());
            assert_sound(name, &request, &reply, &outcomes);
        }
    }
}

/// In a batch of thousands each is found by the server's own words.
#[test]
fn everybody_is_found_among_thousands() {
    let [contextual, _, smartdocumentor, ..] = api::ALL;
    let (config, people) = (config(contextual), people(contextual));
    let emails: Vec<_> = people.iter().map(|person| person.email.to_uppercase()).collect();
    let body = json!({ "invited_user_emails": emails, "error_details": {} }).to_string();
    let reply = Reply { status: 200, headers: Vec::new(), body };
    let outcomes = read_reply(contextual, &request(&config, &people), &reply);
    assert!(outcomes.iter().all(|outcome| outcome.status == Status::Invited));

    let (config, people) = (self::config(smartdocumentor), self::people(smartdocumentor));
    let body = json!({ "detail": emails.join(", ") }).to_string();
    let reply = Reply { status: 400, headers: Vec::new(), body };
    let outcomes = read_reply(smartdocumentor, &request(&config, &people), &reply);
    assert!(outcomes.iter().all(|outcome| outcome.status == Status::Failed));
    assert!(outcomes.iter().all(|outcome| outcome.field.as_deref() == Some("email")));
}

fn assert_sound(name: &str, request: &PlannedRequest, reply: &Reply, outcomes: &[Outcome]) {
    let people: Vec<_> = outcomes.iter().map(|outcome| outcome.invitee).collect();
    assert_eq!(people, request.invitees, "{name}");
    let success = (200..300).contains(&reply.status);
    let says_not_sent = reply.body.contains("\"sent\":false");
    for outcome in outcomes {
        assert!(success || outcome.status != Status::Invited, "{name}: {outcome:?}");
        let not_sent = outcome.status == Status::NotSent;
        assert!(!(success && not_sent) || says_not_sent, "{name}: {outcome:?}");
        assert_eq!(outcome.reason.is_none(), outcome.status == Status::Invited, "{name}");
        for words in outcome.server_message.iter().chain(&outcome.field) {
            assert!(words.chars().count() <= 1000, "{name}");
            assert!(!words.contains(|c: char| c.is_control() && c != '\n'), "{name}: {words:?}");
        }
    }
}

/// What costs a careless reader time, memory or its stack.
fn huge() -> Vec<(&'static str, u16, String)> {
    let addresses: Vec<_> = (0..MANY).map(address).collect();
    let strangers: Vec<_> = (0..50_000).map(|number| format!("zoe{number}@acme.com")).collect();
    let error = |field: &str| json!({ "loc": ["body", field, 1_999, "email"], "msg": "no" });
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat();
    vec![
        ("2 MiB of text", 200, "x".repeat(2 << 20)),
        ("2 MiB of one sentence", 422, json!({ "detail": "no ".repeat(700_000) }).to_string()),
        ("2 MiB of addresses", 400, json!({ "detail": strangers.join(" ").repeat(2) }).to_string()),
        (
            "2 MiB without an end of a word",
            400,
            json!({ "detail": "@".repeat(2 << 20) }).to_string(),
        ),
        ("nested lists", 200, deep("[", "]")),
        ("nested objects", 422, deep("{\"detail\":", "}")),
        ("nested, not closed", 500, "[".repeat(2 << 20)),
        ("all are strangers", 200, success(&strangers)),
        ("all twice", 200, success(&[&addresses[..], &addresses[..]].concat())),
        ("errors", 422, json!({ "detail": vec![error("new_users"); 20_000] }).to_string()),
        ("more errors", 422, json!({ "detail": vec![error("users"); 20_000] }).to_string()),
        ("errors about nothing", 422, json!({ "detail": vec![json!({}); 200_000] }).to_string()),
        ("members", 200, format!("{{{}\"email\":\"\"}}", "\"email\":7,".repeat(150_000))),
        ("digits", 200, format!("{{\"id\":{}}}", "9".repeat(1 << 20))),
        ("escapes", 200, format!("{{\"email\":\"{}\"}}", "\\u0000".repeat(300_000))),
    ]
}

fn success<T: serde::Serialize>(addresses: &[T]) -> String {
    json!({ "invited_user_emails": addresses, "error_details": {} }).to_string()
}

/// The value with one of its parts replaced, in every way.
fn mutants(value: &Value) -> Vec<Value> {
    let mut mutants = vec![
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(1e300),
        json!("x\u{0}\r\n<b>"),
        json!([]),
        json!([[{}]]),
        json!({}),
        json!({ "__proto__": 1 }),
    ];
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                mutants.extend(self::mutants(item).into_iter().map(|mutant| {
                    let mut items = items.clone();
                    items[index] = mutant;
                    Value::Array(items)
                }));
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                mutants.extend(self::mutants(member).into_iter().map(|mutant| {
                    let mut members = members.clone();
                    members[name] = mutant;
                    Value::Object(members)
                }));
            }
        }
        _ => {}
    }
    mutants
}

fn people(api: &dyn Api) -> Vec<InviteeInput> {
    let many = if api.info().batching == api::Batching::Each { 1 } else { MANY };
    let role = if api.info().roles.required { "Editor" } else { "" };
    let person = |number| InviteeInput::new(&address(number));
    let person = |number| if role.is_empty() { person(number) } else { person(number).role(role) };
    (0..many).map(person).collect()
}

fn address(number: usize) -> String {
    format!("ann{number}@acme.com")
}

fn config(api: &dyn Api) -> InviteConfig {
    let (api, endpoint) = (api.info().id.to_string(), Some("https://acme.com/invite".to_owned()));
    InviteConfig { api: ApiChoice::Named(api), endpoint, ..InviteConfig::default() }
}

fn request(config: &InviteConfig, people: &[InviteeInput]) -> PlannedRequest {
    let mut plan = plan(config, people, &Native);
    assert_eq!(plan.problems, []);
    plan.requests.remove(0)
}

fn cases() -> Vec<(&'static dyn Api, ReplyCase)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/apis");
    let mut cases = Vec::new();
    for api in api::ALL {
        let file = folder.join(&*api.info().id).join("replies.json");
        let text = fs::read_to_string(file).expect("the data");
        let own: Vec<ReplyCase> = serde_json::from_str(&text).expect("JSON");
        cases.extend(own.into_iter().map(|case| (api, case)));
    }
    cases
}
