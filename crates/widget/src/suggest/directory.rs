//! The host's directory: asked by its function `suggest`, whose answers are read here.

use invite_users_core::InviteeInput;
use invite_users_core::json::{FromJson, Json, Object, ShapeError};
use invite_users_wasm::from_js;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use crate::later::within;

/// How long the host may look, in milliseconds.
const PATIENCE: i32 = 10_000;

/// Somebody whom the host knows.
pub(crate) struct Known {
    /// Address, name and roles.
    pub(crate) input: InviteeInput,
    /// What tells people of the same name apart.
    pub(crate) description: Option<String>,
}

/// Whom the host knows by a query; the error says in English why nobody can tell.
///
/// What is wrong with one of many does not hide the others: directories have people without an
/// address.
pub(crate) async fn ask(
    suggest: &JsValue,
    query: &str,
    controller: &AbortController,
) -> Result<Vec<Known>, String> {
    let answer = within(PATIENCE, call(suggest, query, controller)).await;
    let Some(answer) = answer else {
        controller.abort();
        return Err("it took more than 10 seconds".to_owned());
    };
    let answer: Vec<Json> = from_js("suggestions", answer.map_err(|it| words(&it))?)
        .map_err(|_| "it gave something else than a list".to_owned())?;
    let (count, mut known) = (answer.len(), Vec::new());
    let mut mistake = None;
    for (index, item) in answer.into_iter().enumerate() {
        match Known::from_json(item) {
            Ok(item) => known.push(item),
            Err(error) => mistake = mistake.or(Some(error.inside_item(index))),
        }
    }
    match mistake {
        Some(mistake) if known.is_empty() && count > 0 => Err(mistake.to_string()),
        _ => Ok(known),
    }
}

async fn call(
    suggest: &JsValue,
    query: &str,
    controller: &AbortController,
) -> Result<JsValue, JsValue> {
    let suggest: &Function = suggest.dyn_ref().ok_or("it is no function")?;
    let answer = suggest.call2(&JsValue::UNDEFINED, &query.into(), &controller.signal())?;
    JsFuture::from(Promise::resolve(&answer)).await
}

/// What was thrown, in words: an error's message, else the text.
fn words(thrown: &JsValue) -> String {
    let message = Reflect::get(thrown, &"message".into()).ok().and_then(|it| it.as_string());
    message.or_else(|| thrown.as_string()).unwrap_or_else(|| "it failed".to_owned())
}

/// An address, or `{ email, name?, roles?, description? }`; what else a directory knows is its own.
impl FromJson for Known {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        if let Json::Text(email) = json {
            return Ok(Self { input: InviteeInput::new(&email), description: None });
        }
        let mut input = InviteeInput::from_json(json)?;
        if input.email.is_empty() {
            return Err(ShapeError::expected("an address").inside("email"));
        }
        let description = input.fields.take("description");
        input.fields = Object::new();
        Ok(Self { input, description: description.as_text().map(str::to_owned) })
    }
}
