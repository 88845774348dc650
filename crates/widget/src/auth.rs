//! Credentials: asked of the host when the first request leaves, shared by the others, and forgotten
//! when the delivery ends or a server does not accept them.

use std::cell::RefCell;

use invite_users_core::{Credential, CredentialError};
use invite_users_wasm::from_js;
use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::later::within;

/// How long the host may take to find its secrets, in milliseconds.
const PATIENCE: i32 = 30_000;

/// Why a request goes nowhere.
pub(crate) enum AuthError {
    /// The host could not give the credential.
    Failed,
    /// It can't be sent.
    Malformed(CredentialError),
}

/// What the host says about who sends, asked for once for each generation.
pub(crate) struct Credentials {
    auth: JsValue,
    asked: RefCell<Option<(u32, Promise)>>,
}

impl Credentials {
    /// Nothing is asked for yet; `auth` is an object whose secrets may be functions.
    pub(crate) fn new(auth: JsValue) -> Self {
        Self { auth, asked: RefCell::new(None) }
    }

    /// Whether asking again can bring another secret.
    pub(crate) fn can_refresh(&self) -> bool {
        let secrets = self.auth.dyn_ref::<Object>().map(Object::values).unwrap_or_default();
        secrets.iter().any(|secret| secret.is_function())
    }

    /// The header that says who sends the request; `None` where the host says nothing.
    pub(crate) async fn header(
        &self,
        generation: u32,
    ) -> Result<Option<(String, String)>, AuthError> {
        if self.auth.is_undefined() || self.auth.is_null() {
            return Ok(None);
        }
        let malformed = AuthError::Malformed(CredentialError::Malformed);
        let auth = self.auth.dyn_ref::<Object>().ok_or(malformed)?;
        let resolved = within(PATIENCE, JsFuture::from(self.ask(auth, generation)));
        let resolved = resolved.await.and_then(Result::ok).ok_or(AuthError::Failed)?;
        let malformed = |_| AuthError::Malformed(CredentialError::Malformed);
        let credential: Credential = from_js("auth", resolved).map_err(malformed)?;
        credential.header().map(Some).map_err(AuthError::Malformed)
    }

    fn ask(&self, auth: &Object, generation: u32) -> Promise {
        let mut asked = self.asked.borrow_mut();
        match &*asked {
            Some((number, promise)) if *number == generation => promise.clone(),
            _ => {
                let promise = future_to_promise(resolve(auth.clone()));
                *asked = Some((generation, promise.clone()));
                promise
            }
        }
    }
}

/// The same object with functions replaced by what they return or promise.
async fn resolve(auth: Object) -> Result<JsValue, JsValue> {
    let resolved = Array::new();
    for entry in Object::entries(&auth).iter() {
        let entry: Array = entry.unchecked_into();
        let secret = match entry.get(1).dyn_into::<Function>() {
            Ok(ask) => JsFuture::from(Promise::resolve(&ask.call0(&JsValue::UNDEFINED)?)).await?,
            Err(secret) => secret,
        };
        resolved.push(&Array::of2(&entry.get(0), &secret));
    }
    Ok(Object::from_entries(&resolved)?.into())
}
