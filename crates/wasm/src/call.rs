//! What whoever calls an API asks first, from a page or from a server: what the API is, and the header that
//! carries a credential.

use invite_users_core::json::Object;
use invite_users_core::{Credential, api};
use wasm_bindgen::prelude::*;

use crate::{from_js, misuse, to_js};

/// What is known of one API: a known one's id, or a description.
#[wasm_bindgen(js_name = apiInfo)]
pub fn api_info(api: JsValue) -> Result<JsValue, JsValue> {
    let choice: api::ApiChoice = from_js("api", api)?;
    let api = api::find(&choice).map_err(|problem| misuse(&problem))?;
    Ok(to_js(api.info()))
}

/// The header `{ name, value }` that carries a resolved credential.
#[wasm_bindgen(js_name = authHeader)]
pub fn auth_header(auth: JsValue) -> Result<JsValue, JsValue> {
    let credential: Credential = from_js("auth", auth)?;
    let (name, value) = credential.header().map_err(|error| misuse(&error))?;
    Ok(to_js(Object::new().with("name", name).with("value", value)))
}
