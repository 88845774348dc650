//! Values in both directions: plain objects, real arrays, no `Map`, and a `BigInt` only on the way
//! in.
//!
//! What comes out is made by `serde-wasm-bindgen`. What goes in is read by the forty lines here: its
//! deserializer, with a visitor for each type and texts for each error, would double the module.

use invite_users_core::Coded;
use invite_users_core::json::{FromJson, Json, Object, ShapeError};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The most lists and objects inside one another; an object inside itself has more.
const MAX_DEPTH: usize = 128;

/// The largest whole number up to which JavaScript holds each one exactly.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

#[wasm_bindgen]
extern "C" {
    /// The digits of a number or a bigint.
    #[wasm_bindgen(js_name = String)]
    fn digits(value: &JsValue) -> String;
}

/// A plain, cloneable JavaScript value.
pub fn to_js(value: impl Into<Json>) -> JsValue {
    write(&value.into())
}

/// Reads an argument; `undefined` reads as `T`'s default where `T` is an `Option`.
///
/// # Errors
/// A plain object `{code, message, params}` where the value has another shape: misuse by a program,
/// not bad input by a person.
pub fn from_js<T: FromJson>(argument: &str, value: JsValue) -> Result<T, JsValue> {
    read(value, MAX_DEPTH).and_then(T::from_json).map_err(|error| misshapen(argument, &error))
}

/// What is thrown for a mistake of the program's.
pub fn misuse(error: &dyn Coded) -> JsValue {
    thrown(error.code(), &error.to_string(), &to_js(&error.params()))
}

fn misshapen(argument: &str, error: &ShapeError) -> JsValue {
    let message = format!("the argument {argument} has an unexpected shape: {error}");
    let params = js_sys::Object::new();
    set(&params, "argument", &argument.into());
    set(&params, "path", &error.path.as_str().into());
    thrown("invalid_argument", &message, &params)
}

fn thrown(code: &str, message: &str, params: &JsValue) -> JsValue {
    let error = js_sys::Object::new();
    set(&error, "code", &code.into());
    set(&error, "message", &message.into());
    set(&error, "params", params);
    error.into()
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).unwrap_throw();
}

/// # Panics
/// Never: the keys are strings and the parts are plain.
fn write(json: &Json) -> JsValue {
    json.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_throw()
}

/// The value as data. As in `JSON.stringify`, only an object's own members count, and one that is
/// `undefined` is absent; a bigint keeps its digits.
fn read(value: JsValue, depth: usize) -> Result<Json, ShapeError> {
    if value.is_undefined() || value.is_null() {
        Ok(Json::Null)
    } else if let Some(value) = value.as_bool() {
        Ok(Json::Bool(value))
    } else if let Some(text) = value.as_string() {
        Ok(Json::Text(text))
    } else if let Some(number) = value.as_f64() {
        Ok(read_number(number, &value))
    } else if value.is_bigint() {
        let digits = digits(&value);
        Ok(digits.parse().map_or(Json::Number(digits), Json::Integer))
    } else if depth == 0 {
        Err(ShapeError::expected("less deeply nested"))
    } else if Array::is_array(&value) {
        read_list(&value.unchecked_into(), depth)
    } else if value.is_object() {
        read_object(&value.unchecked_into(), depth)
    } else {
        Err(ShapeError::expected("plain data"))
    }
}

/// A whole number that has lost digits already is none any more.
#[expect(clippy::cast_possible_truncation, reason = "below 2^53")]
fn read_number(number: f64, value: &JsValue) -> Json {
    if number.fract() == 0.0 && number.abs() <= MAX_SAFE_INTEGER {
        Json::Integer(number as i64)
    } else {
        Json::Number(digits(value))
    }
}

fn read_list(list: &Array, depth: usize) -> Result<Json, ShapeError> {
    let item = |index| {
        let item = read(list.get(index), depth - 1);
        item.map_err(|error| error.inside_item(index as usize))
    };
    (0..list.length()).map(item).collect::<Result<_, _>>().map(Json::List)
}

fn read_object(object: &js_sys::Object, depth: usize) -> Result<Json, ShapeError> {
    let mut members = Object::new();
    for entry in js_sys::Object::entries(object) {
        let entry: &Array = entry.unchecked_ref();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if !value.is_undefined() {
            let value = read(value, depth - 1).map_err(|error| error.inside(&name))?;
            members.push(name, value);
        }
    }
    Ok(Json::Object(members))
}
