//! What a fault does to a reply on its way out.

use std::{io, iter, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::stream::{self, Stream, StreamExt};
use serde_json::json;
use tokio::time::sleep;

use super::{Fault, Reset};
use crate::{reply::Reply, wire::Cutter};

/// What a proxy in between could answer.
const PAGE: &str = "<!doctype html><title>Sign in</title><p>Sign in to use this network.</p>";

/// What is written is sent only while the server waits for more of it.
const TIME_TO_LEAVE: Duration = Duration::from_millis(20);

impl Fault {
    /// The reply as the client gets it, perhaps only half of it.
    pub(crate) fn spoil(&self, reply: Reply, cutter: &Cutter) -> Response {
        let reply = self.change_head(self.change_body(reply));
        match (self.reset, self.drip_ms) {
            (Some(Reset::During), _) => breaking_off(reply, cutter.clone()),
            (_, Some(wait)) => dripping(reply, Duration::from_millis(wait)),
            (_, None) => reply.into_response(),
        }
    }

    fn change_body(&self, mut reply: Reply) -> Reply {
        if self.html {
            PAGE.clone_into(&mut reply.body);
        }
        if let Some(body) = &self.body {
            reply.body.clone_from(body);
        }
        if let Some(size) = self.big_body {
            reply.body = json!({ "padding": "x".repeat(size) }).to_string();
        }
        if self.truncate {
            reply.body = half(&reply.body).to_owned();
        }
        if self.empty_body {
            reply.body.clear();
        }
        reply
    }

    fn change_head(&self, mut reply: Reply) -> Reply {
        reply.status = self.status.unwrap_or(if self.html { StatusCode::OK } else { reply.status });
        if self.html {
            reply = reply.with(header::CONTENT_TYPE, "text/html; charset=utf-8");
        }
        if let Some(content_type) = &self.content_type {
            reply = reply.with(header::CONTENT_TYPE, content_type);
        }
        if let Some(retry_after) = &self.retry_after {
            reply = reply.with(header::RETRY_AFTER, retry_after.value());
        }
        // Browsers take a 3xx for a redirect only if it says where to.
        if reply.status.is_redirection() {
            reply = reply.with(header::LOCATION, "/");
        }
        reply
    }
}

fn half(text: &str) -> &str {
    let cut = (0..=text.len() / 2).rev().find(|&index| text.is_char_boundary(index));
    &text[..cut.unwrap_or(0)]
}

/// Half of the body, and then a cut. The length of the whole is promised, since to some clients a
/// body in chunks that breaks off is complete.
fn breaking_off(reply: Reply, cutter: Cutter) -> Response {
    let length = reply.body.len().max(1).to_string();
    let body = half(&reply.body).to_owned();
    let end = stream::once(async move {
        sleep(TIME_TO_LEAVE).await;
        cutter.cut();
        Err(io::ErrorKind::ConnectionReset.into())
    });
    let parts = stream::iter([io::Result::Ok(Bytes::from(body))]).chain(end);
    let reply = reply.with(header::CONTENT_LENGTH, length);
    (reply.status, reply.header_map(), Body::from_stream(parts)).into_response()
}

fn dripping(reply: Reply, wait: Duration) -> Response {
    let headers = reply.header_map();
    let body = Body::from_stream(drops(reply.body, wait));
    (reply.status, headers, body).into_response()
}

fn drops(text: String, wait: Duration) -> impl Stream<Item = io::Result<Bytes>> {
    let waits = iter::repeat(wait);
    stream::iter(text.into_bytes().into_iter().zip(waits)).then(|(byte, wait)| async move {
        sleep(wait).await;
        Ok(Bytes::from(vec![byte]))
    })
}
