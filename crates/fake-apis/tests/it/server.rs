//! A server in process, on a port of its own, for the length of one test.

use std::{path::PathBuf, sync::mpsc, thread};

use serde_json::Value;
use tokio::runtime::Runtime;

use crate::client::{Reply, Request};

/// A running server.
pub(crate) struct Server {
    port: u16,
}

/// A request, as `(mount, path, body)`, that each API accepts.
pub(crate) const GOOD: [(&str, &str, &str); 5] = [
    (
        "contextual",
        "/contextual/v1/users",
        r#"{"tenant_short_name":"acme","new_users":[{"email":"ann@acme.com"}]}"#,
    ),
    (
        "extractor",
        "/extractor/api/v1/registration/invite",
        r#"{"email":"ann@acme.com","roles":["extractor-user"],"url":"https://acme.com/join"}"#,
    ),
    ("galileo", "/galileo/v2/invite_users", r#"{"emails":["ann@acme.com"]}"#),
    (
        "smartdocumentor",
        "/smartdocumentor/api/v1.0/external/tenant/inviteusers",
        r#"{"users":[{"email":"ann@acme.com","roleName":"Editor"}]}"#,
    ),
    (
        "vijil",
        "/vijil/v1/teams/f47ac10b-58cc-4372-a567-0e02b2c3d479/invites",
        r#"{"email":"ann@acme.com"}"#,
    ),
];

impl Server {
    /// Starts a server with an empty site.
    pub(crate) fn start() -> Self {
        Self::start_with_site(PathBuf::new())
    }

    /// Starts a server that serves this site.
    pub(crate) fn start_with_site(site: PathBuf) -> Self {
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            Runtime::new().unwrap().block_on(async {
                let listener = fake_apis::bind(0).await.unwrap();
                tell.send(listener.local_addr().unwrap().port()).unwrap();
                fake_apis::serve(listener, site).await.unwrap();
            });
        });
        Self { port: told.recv().unwrap() }
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.send(&Request::new("GET", path))
    }

    /// Posts JSON with the key that opens every API.
    pub(crate) fn post(&self, path: &str, body: &str) -> Reply {
        self.send(&Request::post(path, body))
    }

    pub(crate) fn send(&self, request: &Request) -> Reply {
        self.try_send(request).expect("a reply")
    }

    /// The reply, or none where the connection ended without a byte.
    pub(crate) fn try_send(&self, request: &Request) -> Option<Reply> {
        request.send(self.port)
    }

    #[track_caller]
    pub(crate) fn set_faults(&self, faults: &Value) {
        let reply = self.post("/__faults", &faults.to_string());
        assert_eq!(reply.status, 204, "{faults}: {}", reply.body);
    }

    pub(crate) fn reset(&self) {
        assert_eq!(self.post("/__reset", "").status, 204);
    }

    /// The rows of `/__ledger`.
    pub(crate) fn ledger(&self) -> Vec<Value> {
        self.rows("/__ledger")
    }

    /// The rows of `/__refused`.
    pub(crate) fn refused(&self) -> Vec<Value> {
        self.rows("/__refused")
    }

    fn rows(&self, path: &str) -> Vec<Value> {
        serde_json::from_str(&self.get(path).body).unwrap()
    }
}
