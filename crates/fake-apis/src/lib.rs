//! A server that behaves as the five documented invite APIs, for tests and the playground.
//!
//! It is written from the APIs' documents alone and shares no code with what it judges. It is
//! strict: a request that its document does not allow gets that API's own error. What no document
//! says, and what is answered here all the same, is marked as assumed where it is written.
//!
//! `GET /__ledger`, `GET /__refused`, `POST /__faults` and `POST /__reset` let a test look and stir.

mod api;
mod args;
mod auth;
mod body;
mod call;
mod control;
mod cors;
mod exchange;
mod fastapi;
mod faults;
mod flaw;
mod ledger;
mod reply;
mod run;
mod shape;
mod site;
mod wire;

use std::{
    io,
    net::Ipv4Addr,
    path::{Path, PathBuf},
};

use axum::{
    Router,
    http::{HeaderValue, header},
    middleware,
    response::Response,
};
use tokio::net::TcpListener;

pub use args::{Args, ArgsError};

use crate::{run::Shared, wire::Cutter, wire::Wires};

/// How many ports `bind` tries, the first one included.
const PORTS_TRIED: u16 = 50;

/// Listens on 127.0.0.1 at `port`, or at the next free port where that one is taken; 0 takes any.
///
/// Errors: those of the system, "address in use" only when all of the 50 ports tried are taken.
pub async fn bind(port: u16) -> io::Result<TcpListener> {
    let mut taken = io::Error::from(io::ErrorKind::AddrInUse);
    for candidate in port..=port.saturating_add(PORTS_TRIED - 1) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = error,
            other => return other,
        }
    }
    Err(taken)
}

/// Serves the five APIs, the controls and the playground of the folder `site`, until it is dropped.
///
/// Errors: those of the listener.
pub async fn serve(listener: TcpListener, site: PathBuf) -> io::Result<()> {
    let service = router(&site).into_make_service_with_connect_info::<Cutter>();
    axum::serve(Wires(listener), service).await
}

fn router(site: &Path) -> Router {
    Router::new()
        .merge(exchange::router())
        .merge(control::router())
        .merge(site::router(site))
        .layer(middleware::map_response(one_connection_each))
        .with_state(Shared::default())
}

/// A browser repeats a request by itself when a reused connection dies before the reply, so every
/// request has its own connection: then a `reset` fault is seen, and the ledger tells what was asked.
async fn one_connection_each(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}
