//! The functions of the server handler, named as in JavaScript.
//!
//! What they take and give is described in `web/src/server/module.ts`; here each only converts.

use invite_users_core::delivery::Loss;
use invite_users_core::json::Object;
use invite_users_core::{Coded, Grant, InviteConfig, PlannedRequest, Reason, api};
use wasm_bindgen::prelude::*;

use crate::{Platform, from_js, misuse, to_js};

/// What may go up of a request: `{ request, people }`, or `{ status, problems }`.
#[wasm_bindgen]
pub fn relay(config: JsValue, grant: JsValue, body: &str) -> Result<JsValue, JsValue> {
    let config: InviteConfig = from_js("config", config)?;
    let grant: Grant = from_js("grant", grant)?;
    Ok(match invite_users_core::relay(&config, &grant, body, &Platform) {
        Ok(relayed) => to_js(&relayed),
        Err(refusal) => to_js(&refusal),
    })
}

/// What a page is told of a reply: `{ status, headers, body }`, or `{ code, message }` where that is
/// nothing; of a loss, too.
#[wasm_bindgen(js_name = relayedReply)]
pub fn relayed_reply(
    config: JsValue,
    request: JsValue,
    reply: JsValue,
) -> Result<JsValue, JsValue> {
    let config: InviteConfig = from_js("config", config)?;
    let request: PlannedRequest = from_js("request", request)?;
    let api = api::find(&config.api).map_err(|problem| misuse(&problem))?;
    let relayed = if reply.is_string() {
        Err(Reason::from(from_js::<Loss>("reply", reply)?))
    } else {
        invite_users_core::relayed_reply(&*api, &request, &from_js("reply", reply)?)
    };
    Ok(match relayed {
        Ok(reply) => to_js(&reply),
        Err(reason) => {
            to_js(Object::new().with("code", reason.code()).with("message", reason.to_string()))
        }
    })
}
