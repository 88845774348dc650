//! A server that keeps an API's key: pages send their invitations to it, and it sends them on.
//!
//! ```sh
//! cargo run -p invite-users-core --example server -- crates/core/examples/server/server.json
//! ```
//!
//! The file says where pages may come from, and for each route the API, where its key is, and what each user
//! may do. In a program of yours `policy` is what you write instead, and `config` what you leave out.
//!
//! Read it as a tutorial. In this order, and nothing is looked at before what stands above it is right:
//!
//! 1. `gate`: the method, the page's origin, the content type;
//! 2. `policy::authorize`: who asks, and what that person may do;
//! 3. the body: not compressed, and no more than 256 KiB of it;
//! 4. [`relay`]: what of it may go up, as a request that is built anew;
//! 5. `policy::approve`: the last word on the people, such as quotas;
//! 6. `idempotency`: the page's key, made the inviter's own;
//! 7. `key`: the API's key;
//! 8. `network`: one request becomes one reply, or a loss;
//! 9. [`relayed_reply`]: what of that the page may be told.
//!
//! It answers as `createInviteHandler` of the npm package does, and makes the same idempotency keys, so that a
//! team may move from one to the other.

mod answer;
mod config;
mod gate;
mod idempotency;
mod key;
#[expect(dead_code, reason = "what was heard of a broken answer is not for a page")]
#[path = "../invite/network.rs"]
mod network;
mod policy;
mod verdict;

use std::error::Error;
use std::fmt::Display;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::any;
use invite_users_core::api::ApiRef;
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, PlannedRequest, Relayed, relay, relayed_reply};
use tokio::net::TcpListener;

use answer::Refused;
use config::Config;
use key::Key;
use network::Network;
use policy::Users;

/// What goes wrong, in words for whoever runs the server.
type Failure = Box<dyn Error + Send + Sync>;

/// The most that is read of a body, in bytes.
const BODY_LIMIT: usize = 256 * 1024;

/// One route: an API, and who may invite through it.
pub(crate) struct Route {
    config: InviteConfig,
    api: ApiRef,
    key_file: PathBuf,
    users: Users,
    origins: Vec<String>,
    network: Network,
}

/// What may go up, and the key that opens the API.
struct Ready {
    request: PlannedRequest,
    key: Key,
    network: Network,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let file = std::env::args_os()
        .nth(1)
        .ok_or("give it a file such as crates/core/examples/server/server.json")?;
    let Config { routes, listen } = Config::read(&file)?;
    let with_route = |router: Router, (path, route): (String, Route)| {
        router.route(&path, any(invite).with_state(Arc::new(route)))
    };
    let router = routes.into_iter().fold(Router::new(), with_route);
    let listener = TcpListener::bind(listen).await?;
    println!("http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, router).await?)
}

/// Answers one request of a page.
async fn invite(State(route): State<Arc<Route>>, request: Request) -> Response {
    match checked(&route, request).await {
        Err(refused) => refused.into(),
        // A task of its own goes on when the page goes away, and with it this future.
        Ok(ready) => match tokio::spawn(forward(route, ready)).await {
            Ok(response) => response,
            Err(_) => answer::broken(),
        },
    }
}

/// What may go up; nothing has left so far.
async fn checked(route: &Route, request: Request) -> Result<Ready, Refused> {
    let (parts, body) = request.into_parts();
    gate::pass(&parts, route)?;
    let user = verdict::authorized(&parts, &route.users).await?;
    let body = read(&parts, body).await?;
    let Relayed { mut request, people } = relay(&route.config, &user.grant, &body, &Native)?;
    verdict::approved(&people, &user).await?;
    idempotency::carry(&parts.headers, &user.inviter, route.api.info(), &mut request);
    let key = Key::read(&route.key_file).await?;
    let network = route.network.signed(Some(key.header(route.api.info())?))?;
    Ok(Ready { request, key, network })
}

/// Counted while it comes: what is small on the way may be endless once unpacked.
async fn read(parts: &Parts, body: Body) -> Result<String, Refused> {
    let encoding = parts.headers.get("content-encoding");
    if encoding.is_some_and(|value| !value.as_bytes().eq_ignore_ascii_case(b"identity")) {
        let detail = "send the invitations uncompressed";
        return Err(Refused::new(415, "content_encoding_unsupported", detail));
    }
    let bytes = to_bytes(body, BODY_LIMIT).await;
    let bytes =
        bytes.map_err(|_| Refused::new(413, "body_too_large", "send fewer people at once"))?;
    String::from_utf8(bytes.to_vec())
        .map_err(|_| Refused::new(400, "request_not_json", "the request is not JSON"))
}

/// Sends it, once, and tells what the page may know.
async fn forward(route: Arc<Route>, Ready { request, key, network }: Ready) -> Response {
    let told = match network.exchange(&request).await {
        Ok(reply) => relayed_reply(&*route.api, &request, &reply),
        Err(lost) => Err(lost.loss.into()),
    };
    match told {
        Ok(reply) if key.is_quoted_in(&reply.body) => answer::withheld(reply.status),
        Ok(reply) => answer::told(reply),
        Err(reason) => answer::unanswered(&reason),
    }
}

/// For whoever runs the server; no page is told.
fn log(error: impl Display) {
    eprintln!("server: {error}");
}
