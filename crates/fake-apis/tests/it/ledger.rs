//! What the ledger says of a request, and what it keeps to itself.

use serde_json::{Value, json};

use crate::{
    client::Request,
    server::{GOOD, Server},
};

#[test]
fn a_row_tells_the_whole_request() {
    let server = Server::start();
    for (api, path, body) in GOOD {
        server.reset();
        let sent = Request::post(&format!("{path}?a=1"), body).header("Idempotency-Key", "k1");
        server.send(&sent);
        let rows = server.ledger();
        assert_eq!(rows.len(), 1, "{api}");
        let mut row = rows[0].clone();
        let headers = row["headers"].take();
        let expected = json!({
            "id": 1,
            "api": api,
            "method": "POST",
            "path": format!("{path}?a=1"),
            "headers": null,
            "body": serde_json::from_str::<Value>(body).unwrap(),
            "bodyText": body,
            "people": ["ann@acme.com"],
            "status": if api == "vijil" { 201 } else { 200 },
            "fault": false,
        });
        assert_eq!(row, expected, "{api}");
        assert_eq!(headers["idempotency-key"], "k1", "{api}");
        assert_eq!(headers["authorization"], "present", "{api}");
    }
}

#[test]
fn secrets_stay_out() {
    let server = Server::start();
    let (_, path, body) = GOOD[2];
    server.send(&Request::post(path, body).header("Galileo-API-Key", "demo-key"));
    let login = "grant_type=password&username=demo&password=demo-password";
    let form = "application/x-www-form-urlencoded";
    server.send(&Request::post("/galileo/login", login).header("content-type", form));
    let text = server.get("/__ledger").body;
    assert_eq!(server.ledger().len(), 2);
    assert!(!text.contains("demo-key") && !text.contains("demo-password"), "{text}");
}

#[test]
fn rows_are_in_order_over_all_apis() {
    let server = Server::start();
    for (_, path, body) in GOOD {
        server.post(path, body);
        server.post(path, "{}");
    }
    let ids = |rows: Vec<Value>| rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(server.ledger()), [1, 3, 5, 7, 9]);
    assert_eq!(ids(server.refused()), [2, 4, 6, 8, 10]);
}

#[test]
fn reset_forgets_everything() {
    let server = Server::start();
    let (_, path, body) = GOOD[4];
    assert_eq!(server.post(path, body).status, 201);
    assert_eq!(server.post(path, body).status, 409, "invited people are members");
    server.set_faults(&json!([{"status": 500}]));
    server.reset();
    assert_eq!((server.ledger().len(), server.refused().len()), (0, 0));
    assert_eq!(server.post(path, body).status, 201);
}
