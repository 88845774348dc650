//! Credentials: asked of the host when a request leaves, and forgotten when it has left.

use invite_users_core::Credential;
use invite_users_wasm::from_js;
use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::later::within;

/// How long the host may take to find its secrets, in milliseconds.
const PATIENCE: i32 = 30_000;

/// The credential could not be had, or can't be sent.
pub(crate) struct AuthFailed;

/// The header that says who sends the request; `None` where the host says nothing.
pub(crate) async fn header(auth: &JsValue) -> Result<Option<(String, String)>, AuthFailed> {
    let Some(auth) = auth.dyn_ref::<Object>() else { return Ok(None) };
    let resolved = within(PATIENCE, resolve(auth)).await.ok_or(AuthFailed)?;
    let credential: Credential =
        resolved.and_then(|resolved| from_js("auth", resolved)).map_err(|_| AuthFailed)?;
    credential.header().map(Some).map_err(|_| AuthFailed)
}

/// The same object with functions replaced by what they return or promise.
async fn resolve(auth: &Object) -> Result<JsValue, JsValue> {
    let resolved = Array::new();
    for entry in Object::entries(auth).iter() {
        let entry: Array = entry.unchecked_into();
        let secret = match entry.get(1).dyn_into::<Function>() {
            Ok(ask) => JsFuture::from(Promise::resolve(&ask.call0(&JsValue::UNDEFINED)?)).await?,
            Err(secret) => secret,
        };
        resolved.push(&Array::of2(&entry.get(0), &secret));
    }
    Ok(Object::from_entries(&resolved)?.into())
}
