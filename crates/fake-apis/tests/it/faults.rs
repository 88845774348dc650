//! Each fault, as a client sees it and as the ledger keeps it.

use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};

use crate::{
    client::{Reply, Request},
    server::{GOOD, Server},
};

/// A reply's status, content type and body.
type Seen<'a> = (u16, &'a str, &'a str);

const JSON: &str = "application/json";

/// Sets the fault for vijil, invites Ann, and gives the reply.
fn invite_under(server: &Server, fault: &Value) -> Option<Reply> {
    let (api, path, body) = GOOD[4];
    server.reset();
    let mut fault = fault.clone();
    fault["api"] = api.into();
    server.set_faults(&json!([fault]));
    server.try_send(&Request::post(path, body))
}

/// How many requests were processed, and how many a fault kept away.
fn counts(server: &Server) -> (usize, usize) {
    (server.ledger().len(), server.refused().len())
}

#[test]
fn replies_are_spoilt_as_asked() {
    let server = Server::start();
    let cases: [(Value, Seen, (usize, usize)); 11] = [
        (json!({"status": 500}), (500, JSON, r#"{"detail":"Internal Server Error"}"#), (0, 1)),
        (json!({"status": 200, "body": "{}"}), (200, JSON, "{}"), (0, 1)),
        (json!({"status": 500, "after": true, "body": "oh"}), (500, JSON, "oh"), (1, 0)),
        (
            json!({"status": 403, "contentType": "text/plain", "body": "no"}),
            (403, "text/plain", "no"),
            (0, 1),
        ),
        (json!({"body": "[]"}), (201, JSON, "[]"), (1, 0)),
        (json!({"emptyBody": true}), (201, JSON, ""), (1, 0)),
        (json!({"status": 502, "emptyBody": true}), (502, JSON, ""), (0, 1)),
        (json!({"body": "{\"a\":\"ü\"}", "truncate": true}), (201, JSON, "{\"a\":"), (1, 0)),
        (
            json!({"body": "{\"a\":1}", "contentType": "text/html"}),
            (201, "text/html", "{\"a\":1}"),
            (1, 0),
        ),
        (json!({"body": "slow", "dripMs": 1}), (201, JSON, "slow"), (1, 0)),
        (json!({"status": 204}), (204, JSON, ""), (0, 1)),
    ];
    for (fault, seen, expected_counts) in cases {
        let reply = invite_under(&server, &fault).unwrap();
        let actual = (reply.status, reply.header("content-type"), reply.body.as_str());
        assert_eq!(actual, seen, "{fault}");
        assert_eq!(counts(&server), expected_counts, "{fault}");
    }
}

#[test]
fn a_cut_connection_gives_no_byte() {
    let server = Server::start();
    for (fault, expected) in [
        (json!({"reset": "before"}), (0, 1)),
        (json!({"reset": "after"}), (1, 0)),
        (json!({"reset": "after", "delayMs": 5}), (1, 0)),
        (json!({"reset": "after", "after": true, "delayMs": 5}), (1, 0)),
    ] {
        assert!(invite_under(&server, &fault).is_none(), "{fault}");
        assert_eq!(counts(&server), expected, "{fault}");
        let rows = [server.ledger(), server.refused()].concat();
        assert_eq!(rows[0]["fault"], true, "{fault}");
    }
}

#[test]
fn a_reply_breaks_off_in_its_midst() {
    let server = Server::start();
    let reply = invite_under(&server, &json!({"reset": "during", "body": "123456"})).unwrap();
    assert_eq!((reply.status, reply.body.as_str(), reply.is_whole), (201, "123", false));
    assert_eq!(counts(&server), (1, 0));
    let reply = invite_under(&server, &json!({"dripMs": 0, "body": "123456"})).unwrap();
    assert_eq!((reply.body.as_str(), reply.is_whole), ("123456", true));
}

#[test]
fn html_is_a_page_with_status_200() {
    let server = Server::start();
    for (fault, status) in
        [(json!({"html": true}), 200), (json!({"html": true, "status": 503}), 503)]
    {
        let reply = invite_under(&server, &fault).unwrap();
        assert_eq!(reply.status, status, "{fault}");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8", "{fault}");
        assert!(reply.body.starts_with("<!doctype html>"), "{fault}");
    }
}

#[test]
fn retry_after_has_both_forms() {
    let server = Server::start();
    let seconds = invite_under(&server, &json!({"status": 429, "retryAfter": 7})).unwrap();
    assert_eq!(seconds.header("retry-after"), "7");
    let date = invite_under(&server, &json!({"status": 503, "retryAfter": "date:100"})).unwrap();
    let told = httpdate::parse_http_date(date.header("retry-after")).unwrap();
    let ahead = told.duration_since(SystemTime::now()).unwrap();
    assert!((90..=100).contains(&ahead.as_secs()), "{ahead:?}");
}

#[test]
fn a_redirect_says_where_to() {
    let server = Server::start();
    let reply = invite_under(&server, &json!({"status": 302})).unwrap();
    assert_eq!((reply.status, reply.header("location")), (302, "/"));
}

#[test]
fn a_big_body_is_json() {
    let server = Server::start();
    let reply = invite_under(&server, &json!({"bigBody": 2 << 20})).unwrap();
    assert!(reply.body.len() >= 2 << 20);
    serde_json::from_str::<Value>(&reply.body).unwrap();
}

#[test]
fn waiting_takes_its_time() {
    let server = Server::start();
    for (fault, least) in
        [(json!({"delayMs": 60}), 60), (json!({"body": "123456", "dripMs": 10}), 60)]
    {
        let start = Instant::now();
        invite_under(&server, &fault).unwrap();
        assert!(start.elapsed() >= Duration::from_millis(least), "{fault}");
    }
}

#[test]
fn a_fault_meets_its_requests_only() {
    let server = Server::start();
    let (_, contextual, body) = GOOD[0];
    let statuses = |faults: Value, count: usize| -> Vec<u16> {
        server.set_faults(&faults);
        (0..count).map(|_| server.post(contextual, body).status).collect()
    };
    assert_eq!(statuses(json!([{"status": 500, "times": 2}]), 3), [500, 500, 200]);
    assert_eq!(statuses(json!([{"status": 500, "times": 0}]), 1), [200]);
    assert_eq!(statuses(json!([{"status": 500}]), 3), [500, 500, 500]);
    assert_eq!(statuses(json!([{"status": 500, "api": "vijil"}]), 1), [200]);
    assert_eq!(statuses(json!([{"status": 500, "email": "bob@acme.com"}]), 1), [200]);
    assert_eq!(statuses(json!([{"status": 500, "email": "ANN@acme.com"}]), 1), [500]);
    assert_eq!(statuses(json!([{"status": 500, "path": "/availableroles"}]), 1), [200]);
    let in_turn = json!([{"status": 429, "times": 1}, {"status": 503, "times": 1}]);
    assert_eq!(statuses(in_turn, 3), [429, 503, 200]);
}

#[test]
fn a_side_call_needs_a_fault_of_its_own() {
    let server = Server::start();
    let roles = Request::new("GET", "/smartdocumentor/api/v1.0/external/tenant/availableroles")
        .header("authorization", "Bearer demo-key");
    server.set_faults(&json!([{"status": 500}]));
    assert_eq!(server.send(&roles).status, 200);
    server.set_faults(&json!([{"status": 500, "path": "/availableroles"}]));
    assert_eq!(server.send(&roles).status, 500);
}

#[test]
fn a_mistaken_fault_is_refused() {
    let server = Server::start();
    for faults in [
        json!({"status": 500}),
        json!([{"statsu": 500}]),
        json!([{"status": 100}]),
        json!([{"status": "500"}]),
        json!([{"api": "slack"}]),
        json!([{"reset": "midway"}]),
        json!([{"retryAfter": "soon"}]),
    ] {
        let reply = server.post("/__faults", &faults.to_string());
        assert_eq!(reply.status, 400, "{faults}");
        assert!(reply.body.starts_with(r#"{"error":"#), "{faults}: {}", reply.body);
    }
}
