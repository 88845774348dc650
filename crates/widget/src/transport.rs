//! The transport: one function from a request to its reply.
//!
//! A redirect is never followed, since it would carry the credential elsewhere; nothing is cached;
//! cookies go to the page's own origin only.

use std::string::FromUtf8Error;

use gloo_net::http::RequestBuilder;
use invite_users_core::delivery::Loss;
use invite_users_core::{PlannedRequest, Reply};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, RequestCache,
    RequestCredentials, RequestInit, RequestRedirect, Response, ResponseType,
};

use crate::later::within;

/// How long a reply may take, in milliseconds.
const PATIENCE: i32 = 30_000;
/// The longest body that is read, in bytes.
const BODY_LIMIT: usize = 1024 * 1024;

/// Why there is no usable reply, and what was read of its body.
pub(crate) struct Lost {
    pub(crate) loss: Loss,
    pub(crate) heard: String,
}

impl Lost {
    fn new(loss: Loss, heard: &[u8]) -> Self {
        Self { loss, heard: String::from_utf8_lossy(heard).into_owned() }
    }
}

/// Sends one request with its credential, by the host's `fetch` where it has one; `end` breaks it off.
pub(crate) async fn exchange(
    request: &PlannedRequest,
    credential: Option<(String, String)>,
    fetch: Option<&Function>,
    end: &End,
) -> Result<Reply, Lost> {
    let signal = end.signal();
    let headers = request.headers.clone().into_iter().chain(credential).collect();
    let reply = within(PATIENCE, async {
        let response = match fetch {
            Some(fetch) => send_by_host(fetch, request, headers, signal.as_ref()).await,
            None => send(request, headers, signal.as_ref()).await,
        };
        read(response.ok_or_else(|| Lost::new(Loss::Connection, &[]))?).await
    });
    let reply = reply.await.unwrap_or_else(|| Err(Lost::new(Loss::Timeout, &[])));
    if reply.is_err() {
        end.abort();
    }
    reply
}

/// Breaks off whatever it was given to.
#[derive(Clone)]
pub(crate) struct End(Option<AbortController>);

impl End {
    /// Nothing is broken off yet.
    pub(crate) fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Breaks off, now.
    pub(crate) fn abort(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    /// Whether it is broken off.
    pub(crate) fn is_aborted(&self) -> bool {
        self.signal().is_some_and(|signal| signal.aborted())
    }

    fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

type Fields = Vec<(String, String)>;

async fn send(
    request: &PlannedRequest,
    headers: Fields,
    signal: Option<&AbortSignal>,
) -> Option<Response> {
    let mut builder = RequestBuilder::new(&request.url)
        .method(request.method.parse().ok()?)
        .abort_signal(signal)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::SameOrigin)
        .redirect(RequestRedirect::Manual);
    for (name, value) in headers {
        builder = builder.header(&name, &value);
    }
    let request = match request.body.as_str() {
        // A GET may have no body, not even an empty one.
        "" => builder.build(),
        body => builder.body(body),
    };
    request.ok()?.send().await.ok().map(Response::from)
}

async fn send_by_host(
    fetch: &Function,
    request: &PlannedRequest,
    headers: Fields,
    signal: Option<&AbortSignal>,
) -> Option<Response> {
    let init = RequestInit::new();
    let fields = Headers::new().ok()?;
    for (name, value) in headers {
        fields.append(&name, &value).ok()?;
    }
    init.set_method(&request.method);
    init.set_headers(&fields);
    if !request.body.is_empty() {
        init.set_body(&request.body.as_str().into());
    }
    init.set_signal(signal);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_redirect(RequestRedirect::Manual);
    let sent = fetch.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init).ok()?;
    JsFuture::from(Promise::resolve(&sent)).await.ok()?.dyn_into().ok()
}

async fn read(response: Response) -> Result<Reply, Lost> {
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(Lost::new(Loss::Redirect, &[]));
    }
    let headers = header_fields(&response.headers());
    let mut bytes = Vec::new();
    read_body(&response, &mut bytes).await.map_err(|loss| Lost::new(loss, &bytes))?;
    let unreadable = |error: FromUtf8Error| Lost::new(Loss::Unreadable, error.as_bytes());
    let body = String::from_utf8(bytes).map_err(unreadable)?;
    Ok(Reply { status: response.status(), headers, body })
}

fn header_fields(headers: &Headers) -> Fields {
    let text = |pair: &Array, index| pair.get(index).as_string().unwrap_or_default();
    let pairs = js_sys::try_iter(headers).ok().flatten().into_iter().flatten().flatten();
    pairs.map(|pair| Array::from(&pair)).map(|pair| (text(&pair, 0), text(&pair, 1))).collect()
}

/// Reads chunk by chunk, so that an endless body is left in time.
async fn read_body(response: &Response, bytes: &mut Vec<u8>) -> Result<(), Loss> {
    let Some(stream) = response.body() else { return Ok(()) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| Loss::Connection)?;
        let Ok(value) = Reflect::get(&chunk, &"value".into()) else { return Err(Loss::Unreadable) };
        let Ok(value) = value.dyn_into::<Uint8Array>() else { return Ok(()) };
        bytes.extend(value.to_vec());
        if bytes.len() > BODY_LIMIT {
            return Err(Loss::Unreadable);
        }
    }
}
