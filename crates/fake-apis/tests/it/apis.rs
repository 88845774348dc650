//! Each API against its table in `tests/data`: a request, and the status and body that it gets.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;
use serde_json::Value;

use crate::{
    client::{Reply, Request},
    server::{GOOD, Server},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// Where a case goes that says nothing else.
    path: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default = "post")]
    method: String,
    path: Option<String>,
    /// Beside the usual ones; null takes a usual one away.
    #[serde(default)]
    headers: BTreeMap<String, Option<String>>,
    /// A JSON body, or `text` for any other.
    body: Option<Value>,
    text: Option<String>,
    /// Bodies posted first, each accepted.
    #[serde(default)]
    before: Vec<Value>,
    status: u16,
    /// The whole body of the reply, where `"<string>"`, `"<integer>"` and `"<uuid>"` stand for any
    /// such value; absent: empty.
    reply: Option<Value>,
}

fn post() -> String {
    "POST".to_owned()
}

#[test]
fn every_api_answers_as_its_table_says() {
    let server = Server::start();
    for (api, ..) in GOOD {
        let file = format!("{}/tests/data/{api}.json", env!("CARGO_MANIFEST_DIR"));
        let table: Table = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for case in &table.cases {
            check(&server, api, &table.path, case);
        }
    }
}

fn check(server: &Server, api: &str, path: &str, case: &Case) {
    let name = format!("{api}: {}", case.name);
    server.reset();
    for body in &case.before {
        assert!(server.post(path, &body.to_string()).status < 300, "{name}: {body}");
    }
    let reply = server.send(&request(path, case));
    assert_eq!(reply.status, case.status, "{name}: {}", reply.body);
    check_body(&name, &reply, case.reply.as_ref());
    check_records(server, &name, case);
}

fn request(path: &str, case: &Case) -> Request {
    let body = match (&case.body, &case.text) {
        (Some(body), _) => body.to_string(),
        (None, text) => text.clone().unwrap_or_default(),
    };
    let path = case.path.as_deref().unwrap_or(path);
    let request = Request::post(path, &body).method(&case.method);
    case.headers.iter().fold(request, |request, (name, value)| match value {
        Some(value) => request.header(name, value),
        None => request.without(name),
    })
}

fn check_body(name: &str, reply: &Reply, expected: Option<&Value>) {
    let Some(expected) = expected else { return assert_eq!(reply.body, "", "{name}") };
    let actual: Value = serde_json::from_str(&reply.body).unwrap();
    assert!(matches(&actual, expected), "{name}: {actual} is not {expected}");
    assert!(reply.header("content-type").ends_with("json"), "{name}");
}

/// What is accepted is in the ledger, what is refused is among the refused, and never in both.
fn check_records(server: &Server, name: &str, case: &Case) {
    let refused: Vec<Value> = server.refused().iter().map(|row| row["status"].clone()).collect();
    let accepted = server.ledger().len() - case.before.len();
    if case.status < 300 {
        assert_eq!((accepted, refused.len()), (1, 0), "{name}");
    } else {
        assert_eq!((accepted, refused), (0, vec![case.status.into()]), "{name}");
    }
}

fn matches(actual: &Value, expected: &Value) -> bool {
    match (actual, expected) {
        (Value::Object(actual), Value::Object(expected)) => {
            actual.len() == expected.len()
                && expected.iter().all(|(key, value)| {
                    actual.get(key).is_some_and(|actual| matches(actual, value))
                })
        }
        (Value::Array(actual), Value::Array(expected)) => {
            actual.len() == expected.len()
                && actual.iter().zip(expected).all(|(actual, value)| matches(actual, value))
        }
        (actual, Value::String(kind)) if kind.starts_with('<') => is_a(actual, kind),
        _ => actual == expected,
    }
}

fn is_a(value: &Value, kind: &str) -> bool {
    match kind {
        "<string>" => value.as_str().is_some_and(|text| !text.is_empty()),
        "<integer>" => value.is_i64(),
        "<uuid>" => value.as_str().is_some_and(|text| text.len() == 36),
        _ => false,
    }
}

#[test]
fn every_api_knows_the_secrets() {
    let server = Server::start();
    for (api, path, body) in GOOD {
        for (token, expected) in [("demo-key", 2), ("expired-key", 401), ("forbidden-key", 403)] {
            server.reset();
            let bearer = format!("Bearer {token}");
            let reply = server.send(&Request::post(path, body).header("authorization", &bearer));
            let status = if reply.status < 300 { 2 } else { reply.status };
            assert_eq!(status, expected, "{api}: {token}");
            assert_eq!(reply.header("www-authenticate") == "Bearer", status == 401, "{api}");
        }
    }
}

#[test]
fn galileo_takes_the_token_of_its_login() {
    let server = Server::start();
    let login = Request::post(
        "/galileo/login",
        "grant_type=password&username=demo&password=demo%2Dpassword",
    );
    let form = "application/x-www-form-urlencoded";
    let reply = server.send(&login.without("authorization").header("content-type", form));
    let grant: Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(grant["token_type"], "bearer");
    let bearer = format!("bearer {}", grant["access_token"].as_str().unwrap());
    for (api, path, body) in GOOD {
        let reply = server.send(&Request::post(path, body).header("authorization", &bearer));
        let taken = api == "galileo" || api == "vijil";
        assert_eq!(reply.status != 401, taken, "{api}: vijil takes anything");
    }
}

#[test]
fn extractor_ids_are_beyond_javascript_numbers() {
    let server = Server::start();
    let (_, path, body) = GOOD[1];
    let invite: Value = serde_json::from_str(&server.post(path, body).body).unwrap();
    assert!(invite["id"].as_u64() > Some(1 << 53), "{invite}");
    assert!(invite["expiredAt"].as_u64() > invite["createdAt"].as_u64(), "{invite}");
}
