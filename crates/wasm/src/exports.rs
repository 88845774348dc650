//! The functions of the npm package that are not among the checks, named as in JavaScript.
//!
//! What they take and give is described in `web/src/types.ts`; here each only converts.

use invite_users_core::json::Json;
use invite_users_core::table::{TableOptions, parse_table, to_csv};
use invite_users_core::{
    Catalogue, InviteConfig, InviteeInput, PlannedRequest, Reply, RolesError, api, catalogue,
};
use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::records::Records;
use crate::{Platform, from_js, misuse, to_js};

/// Reads a table; answers [`Records`].
#[wasm_bindgen(js_name = parseTable)]
pub fn parse_file(data: &[u8], options: JsValue) -> Result<Array, JsValue> {
    let options = from_js::<Option<TableOptions>>("options", options)?.unwrap_or_default();
    let mut records = Records::default();
    records.table(&parse_table(data, &options, &Platform));
    Ok(records.into_js())
}

/// Writes a table.
#[wasm_bindgen(js_name = toCsv)]
pub fn write_csv(rows: JsValue, columns: JsValue) -> Result<String, JsValue> {
    let rows: Vec<Vec<String>> = from_js("rows", rows)?;
    let columns: Vec<String> = from_js("columns", columns)?;
    Ok(to_csv(&rows, &columns))
}

/// What is known of every API.
#[wasm_bindgen]
pub fn apis() -> JsValue {
    to_js(Json::list(api::ALL.map(api::Api::info)))
}

/// Plans the requests, or says what prevents them.
#[wasm_bindgen]
pub fn plan(config: JsValue, invitees: JsValue) -> Result<JsValue, JsValue> {
    let (config, invitees) = read(config, invitees)?;
    Ok(to_js(&invite_users_core::plan(&config, &invitees, &Platform)))
}

/// What a reply means for each of a request's people.
#[wasm_bindgen(js_name = readReply)]
pub fn read_reply(config: JsValue, request: JsValue, reply: JsValue) -> Result<JsValue, JsValue> {
    let config: InviteConfig = from_js("config", config)?;
    let request: PlannedRequest = from_js("request", request)?;
    let reply: Reply = from_js("reply", reply)?;
    let api = api::find(&config.api).map_err(|problem| misuse(&problem))?;
    Ok(to_js(Json::list(&invite_users_core::read_reply(&*api, &request, &reply))))
}

/// Whom the body of a request invites, checked.
#[wasm_bindgen(js_name = readRequest)]
pub fn read_request(config: JsValue, body: &str) -> Result<JsValue, JsValue> {
    let config: InviteConfig = from_js("config", config)?;
    Ok(to_js(&invite_users_core::read_request(&config, body, &Platform)))
}

/// The roles to choose from, or the request that asks the server for them.
#[wasm_bindgen(js_name = roleCatalogue)]
pub fn role_catalogue(config: JsValue) -> Result<JsValue, JsValue> {
    let config: InviteConfig = from_js("config", config)?;
    match catalogue(&config).map_err(|problem| misuse(&problem))? {
        Catalogue::Known(roles) => Ok(to_js(Json::list(&roles))),
        Catalogue::OnServer(request) => Ok(to_js(&request)),
    }
}

/// The roles in the server's answer.
#[wasm_bindgen(js_name = readRoles)]
pub fn read_roles(config: JsValue, reply: JsValue) -> Result<JsValue, JsValue> {
    let config: InviteConfig = from_js("config", config)?;
    let reply: Reply = from_js("reply", reply)?;
    let roles = invite_users_core::read_roles(&config, &reply);
    roles.map(|roles| to_js(Json::list(&roles))).map_err(|error| misuse(&error))
}

/// What to throw where no answer to the request for the roles came.
#[wasm_bindgen(js_name = rolesLost)]
pub fn roles_lost(loss: JsValue) -> Result<(), JsValue> {
    Err(misuse(&RolesError::lost(from_js("loss", loss)?)))
}

pub(crate) fn read(
    config: JsValue,
    invitees: JsValue,
) -> Result<(InviteConfig, Vec<InviteeInput>), JsValue> {
    Ok((from_js("config", config)?, from_js("invitees", invitees)?))
}
