//! The functions of the npm package, named as in JavaScript.
//!
//! What they take and give is described in `web/src/types.ts`; here each only converts.

use std::borrow::Cow;

use invite_users_core::email::EmailOptions;
use invite_users_core::json::{Json, Object};
use invite_users_core::list::{ListOptions, parse_list};
use invite_users_core::table::{TableOptions, parse_table, to_csv};
use invite_users_core::{
    Catalogue, Credential, InviteConfig, InviteeInput, PlannedRequest, Reply, RolesError, api,
    catalogue,
};
use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::records::Records;
use crate::{Platform, from_js, misuse, to_js};

/// Checks one bare address; answers [`Records`]: a check.
#[wasm_bindgen(js_name = checkEmail)]
pub fn check_email(text: &str, options: JsValue) -> Result<Array, JsValue> {
    let options = from_js::<Option<EmailOptions>>("options", options)?.unwrap_or_default();
    let mut records = Records::default();
    records.check(text, &options);
    Ok(records.into_js())
}

/// Checks addresses, one after the other in UTF-8; `lengths` in bytes.
///
/// Answers [`Records`]: a check for each.
#[wasm_bindgen(js_name = checkEmails)]
pub fn check_emails(texts: &[u8], lengths: &[u32], options: JsValue) -> Result<Array, JsValue> {
    let options = from_js::<Option<EmailOptions>>("options", options)?.unwrap_or_default();
    let mut records = Records::default();
    let mut rest = &*read_text(texts);
    for &length in lengths {
        let text;
        (text, rest) = rest.split_at_checked(length as usize).unwrap_or((rest, ""));
        records.check(text, &options);
    }
    Ok(records.into_js())
}

/// Reads a pasted list; answers [`Records`]: counted entries, four counts, counted problems.
#[wasm_bindgen(js_name = parseList)]
pub fn parse_pasted(text: &[u8], options: JsValue) -> Result<Array, JsValue> {
    let options = from_js::<Option<ListOptions>>("options", options)?.unwrap_or_default();
    let text = read_text(text);
    let mut records = Records::default();
    records.list(&text, &parse_list(&text, &options, &Platform));
    Ok(records.into_js())
}

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

/// What is known of one API: a known one's id, or a description.
#[wasm_bindgen(js_name = apiInfo)]
pub fn api_info(api: JsValue) -> Result<JsValue, JsValue> {
    let choice: api::ApiChoice = from_js("api", api)?;
    let api = api::find(&choice).map_err(|problem| misuse(&problem))?;
    Ok(to_js(api.info()))
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

/// The header `{ name, value }` that carries a resolved credential.
#[wasm_bindgen(js_name = authHeader)]
pub fn auth_header(auth: JsValue) -> Result<JsValue, JsValue> {
    let credential: Credential = from_js("auth", auth)?;
    let (name, value) = credential.header().map_err(|error| misuse(&error))?;
    Ok(to_js(Object::new().with("name", name).with("value", value)))
}

pub(crate) fn read(
    config: JsValue,
    invitees: JsValue,
) -> Result<(InviteConfig, Vec<InviteeInput>), JsValue> {
    Ok((from_js("config", config)?, from_js("invitees", invitees)?))
}

/// What a `TextEncoder` made, which is always UTF-8; looking for faults as it goes takes longer.
fn read_text(bytes: &[u8]) -> Cow<'_, str> {
    str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}
