//! The network: one request to one reply, neither followed, hung nor overflowed.

use std::string::FromUtf8Error;
use std::time::Duration;

use invite_users_core::delivery::Loss;
use invite_users_core::{PlannedRequest, Reply};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method, Response, redirect, retry};

use crate::Failure;

/// The most that is read of a body, in bytes.
const BODY_LIMIT: usize = 1024 * 1024;

/// An HTTP client with the credential that goes into every request.
pub(crate) struct Network {
    client: Client,
    credential: HeaderMap,
}

impl Network {
    /// A client that waits so long for a reply, and shows no credential.
    pub(crate) fn new(timeout: Duration) -> Result<Self, Failure> {
        // reqwest leaves the choice open; this one needs no more than a C compiler to build.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .timeout(timeout)
            // A redirect would carry the credential to a server that nobody named.
            .redirect(redirect::Policy::none())
            // What goes again, and when, is for the delivery to say.
            .retry(retry::never())
            .build()?;
        Ok(Self { client, credential: HeaderMap::new() })
    }

    /// The same client, with its connections, that shows this header.
    pub(crate) fn signed(&self, credential: Option<(String, String)>) -> Result<Self, Failure> {
        let credential = credential.map(secret).transpose()?.into_iter().collect();
        Ok(Self { client: self.client.clone(), credential })
    }

    /// Sends the request and reads what comes back.
    pub(crate) async fn exchange(&self, request: &PlannedRequest) -> Result<Reply, Lost> {
        let method = Method::from_bytes(request.method.as_bytes());
        let method = method.map_err(|_| Lost::silently(Loss::Connection))?;
        let mut builder = self.client.request(method, &request.url).body(request.body.clone());
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
        }
        let sent = builder.headers(self.credential.clone()).send().await;
        read(sent.map_err(|error| Lost::silently(loss(&error)))?).await
    }
}

/// Why there is no usable reply, and what was read of its body.
pub(crate) struct Lost {
    pub(crate) loss: Loss,
    pub(crate) heard: String,
}

impl Lost {
    fn silently(loss: Loss) -> Self {
        Self { loss, heard: String::new() }
    }

    fn after(loss: Loss, heard: &[u8]) -> Self {
        Self { loss, heard: String::from_utf8_lossy(heard).into_owned() }
    }
}

/// Marked, so that no log of the client's shows it.
fn secret((name, value): (String, String)) -> Result<(HeaderName, HeaderValue), Failure> {
    let mut value = HeaderValue::try_from(value)?;
    value.set_sensitive(true);
    Ok((HeaderName::try_from(name)?, value))
}

async fn read(mut response: Response) -> Result<Reply, Lost> {
    let (status, headers) = (response.status().as_u16(), texts(response.headers()));
    let mut body = Vec::new();
    loop {
        let chunk = response.chunk().await.map_err(|error| Lost::after(loss(&error), &body))?;
        let Some(chunk) = chunk else { break };
        body.extend_from_slice(&chunk);
        if body.len() > BODY_LIMIT {
            return Err(Lost::after(Loss::Unreadable, &body));
        }
    }
    let unreadable = |error: FromUtf8Error| Lost::after(Loss::Unreadable, error.as_bytes());
    let body = String::from_utf8(body).map_err(unreadable)?;
    Ok(Reply { status, headers, body })
}

/// A value that is no text says nothing that the core could read.
fn texts(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |(name, value): (&HeaderName, &HeaderValue)| {
        Some((name.to_string(), value.to_str().ok()?.to_owned()))
    };
    headers.iter().filter_map(text).collect()
}

fn loss(error: &reqwest::Error) -> Loss {
    if error.is_timeout() { Loss::Timeout } else { Loss::Connection }
}
