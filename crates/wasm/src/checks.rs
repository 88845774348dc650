//! The functions that check addresses and read pasted lists, named as in JavaScript.
//!
//! What they take and give is described in `web/src/types.ts`; here each only converts.

use std::borrow::Cow;

use invite_users_core::email::EmailOptions;
use invite_users_core::list::{ListOptions, parse_list};
use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::records::Records;
use crate::{Platform, from_js};

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

/// What a `TextEncoder` made, which is always UTF-8; looking for faults as it goes takes longer.
fn read_text(bytes: &[u8]) -> Cow<'_, str> {
    str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}
