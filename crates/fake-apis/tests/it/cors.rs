//! Pages on another port may call the APIs, and read what they may read.

use serde_json::json;

use crate::{
    client::{Reply, Request},
    server::{GOOD, Server},
};

const ORIGIN: &str = "http://localhost:9999";
const ALLOW_ORIGIN: &str = "access-control-allow-origin";

fn preflight(server: &Server, path: &str) -> Reply {
    let request = Request::new("OPTIONS", path)
        .header("origin", ORIGIN)
        .header("access-control-request-method", "POST");
    server.send(&request)
}

fn call(server: &Server, path: &str, body: &str) -> Reply {
    server.send(&Request::post(path, body).header("origin", ORIGIN))
}

#[test]
fn every_api_is_open_to_other_origins() {
    let server = Server::start();
    for (api, path, body) in GOOD {
        let reply = preflight(&server, path);
        assert_eq!((reply.status, reply.header(ALLOW_ORIGIN)), (204, ORIGIN), "{api}");
        for header in ["authorization", "content-type", "galileo-api-key", "idempotency-key"] {
            let allowed = reply.header("access-control-allow-headers");
            assert!(allowed.contains(header), "{api}: {header}");
        }
        for body in [body, "{}"] {
            let reply = call(&server, path, body);
            assert_eq!(reply.header(ALLOW_ORIGIN), ORIGIN, "{api}: {body}");
            assert_eq!(reply.header("access-control-expose-headers"), "Retry-After", "{api}");
        }
    }
    assert_eq!(server.refused().len(), GOOD.len(), "a preflight is no request to an API");
}

#[test]
fn a_reply_without_origin_has_no_cors() {
    let server = Server::start();
    let (_, path, body) = GOOD[0];
    assert_eq!(server.post(path, body).header(ALLOW_ORIGIN), "");
}

#[test]
fn no_cors_alone_denies_the_preflight() {
    let server = Server::start();
    let (api, path, body) = GOOD[0];
    server.set_faults(&json!([{"api": api, "noCors": true, "times": 2}]));
    assert_eq!(preflight(&server, path).header(ALLOW_ORIGIN), "");
    let reply = call(&server, path, body);
    assert_eq!((reply.status, reply.header(ALLOW_ORIGIN)), (200, ""));
    assert_eq!(preflight(&server, path).header(ALLOW_ORIGIN), ORIGIN, "both times are over");
}

#[test]
fn no_cors_with_another_fault_hides_the_reply_only() {
    let server = Server::start();
    let (_, path, body) = GOOD[0];
    for fault in [
        json!({"noCors": true, "email": "ann@acme.com"}),
        json!({"noCors": true, "status": 502}),
        json!({"noCors": true, "html": true}),
    ] {
        server.set_faults(&json!([fault]));
        assert_eq!(preflight(&server, path).header(ALLOW_ORIGIN), ORIGIN, "{fault}");
        assert_eq!(call(&server, path, body).header(ALLOW_ORIGIN), "", "{fault}");
    }
}
