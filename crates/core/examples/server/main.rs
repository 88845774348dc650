//! A server that keeps an API's key: pages send their invitations to it, and it sends them on.
//!
//! ```sh
//! export INVITE_TOKEN=…   # never in a file of the page's
//! cargo run -p invite-users-core --example server -- server.json
//! ```
//!
//! The file says where pages may come from, and for each route the API, its settings, and what each user may
//! do; `config` has its form. In a program of yours `authorize` looks into your sessions instead.
//!
//! Read it as a tutorial. In this order, and nothing is looked at before what stands above it is right:
//!
//! 1. `gate`: the method, the page's origin, the content type;
//! 2. `authorize`: who asks, and what that person may do;
//! 3. the body: not compressed, and no more than 256 KiB of it;
//! 4. [`relay`]: what of it may go up, as a request that is built anew;
//! 5. `network`: one request becomes one reply, or a loss;
//! 6. [`relayed_reply`]: what of that the page may be told.

mod answer;
mod config;
mod gate;
#[expect(dead_code, reason = "what was heard of a broken answer is not for a page")]
#[path = "../invite/network.rs"]
mod network;

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::any;
use invite_users_core::unicode::Native;
use invite_users_core::{Grant, InviteConfig, Relayed, api, relay, relayed_reply};
use tokio::net::TcpListener;

use answer::Refused;
use config::Config;
use network::Network;

/// What goes wrong before anything is served, in words.
type Failure = Box<dyn Error>;

/// The most that is read of a body, in bytes.
const BODY_LIMIT: usize = 256 * 1024;

/// One route: an API, and who may invite through it.
pub(crate) struct Route {
    config: InviteConfig,
    users: Vec<(String, Grant)>,
    origins: Vec<String>,
    method: String,
    secret: String,
    network: Network,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let file = std::env::args_os()
        .nth(1)
        .ok_or("give it a file; crates/core/examples/server says which")?;
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
        Ok(relayed) => match tokio::spawn(forward(route, relayed)).await {
            Ok(response) => response,
            Err(_) => answer::broken(),
        },
    }
}

/// What may go up; nothing has left so far.
async fn checked(route: &Route, request: Request) -> Result<Relayed, Refused> {
    let (parts, body) = request.into_parts();
    gate::pass(&parts, route)?;
    let grant = authorize(&parts, route)?;
    let body = read(&parts, body).await?;
    // Here is the place for quotas: the people of `Relayed` are checked, and not sent yet.
    relay(&route.config, grant, &body, &Native).map_err(Refused::from)
}

/// What this user may do: here as the file says, by the name in a cookie.
fn authorize<'a>(parts: &Parts, route: &'a Route) -> Result<&'a Grant, Refused> {
    let cookies = parts.headers.get("cookie").and_then(|value| value.to_str().ok());
    let user = cookies.unwrap_or_default().split("; ").find_map(|pair| pair.strip_prefix("user="));
    let granted = route.users.iter().find(|(name, _)| Some(name.as_str()) == user);
    let grant = granted.map(|(_, grant)| grant);
    grant.ok_or(Refused::new(403, "not_authorized", "you are not allowed to invite people here"))
}

/// Counted while it comes: what is small on the way may be endless once unpacked.
async fn read(parts: &Parts, body: Body) -> Result<String, Refused> {
    if parts.headers.get("content-encoding").is_some_and(|value| value != "identity") {
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
async fn forward(route: Arc<Route>, relayed: Relayed) -> Response {
    let Ok(api) = api::find(&route.config.api) else { return answer::broken() };
    let told = match route.network.exchange(&relayed.request).await {
        Ok(reply) => relayed_reply(&*api, &relayed.request, &reply),
        Err(lost) => Err(lost.loss.into()),
    };
    match told {
        Ok(reply) if reply.body.contains(&route.secret) => answer::withheld(reply.status),
        Ok(reply) => answer::told(reply),
        Err(reason) => answer::unanswered(&reason),
    }
}
