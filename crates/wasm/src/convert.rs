//! Values in both directions: plain objects, real arrays, no `Map` and no `BigInt`.

use invite_users_core::Coded;
use js_sys::Object;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// A plain, cloneable JavaScript value.
///
/// # Panics
/// Never for the values of this project: their keys are strings and their parts are plain.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_throw()
}

/// Reads an argument; `undefined` reads as `T`'s default where `T` is an `Option`.
///
/// # Errors
/// A plain object `{code, message, params}` where the value has another shape: misuse by a program,
/// not bad input by a person.
pub fn from_js<T: DeserializeOwned>(argument: &'static str, value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let message = format!("the argument {argument} has an unexpected shape: {error}");
        thrown("invalid_argument", &message, &[("argument", argument)])
    })
}

/// What is thrown for a mistake of the program's.
pub fn misuse(error: &impl Coded) -> JsValue {
    thrown(error.code(), &error.to_string(), &[])
}

fn thrown(code: &str, message: &str, params: &[(&str, &str)]) -> JsValue {
    let entries = |pairs: &[(&str, JsValue)]| {
        let object = Object::new();
        for (name, value) in pairs {
            js_sys::Reflect::set(&object, &JsValue::from_str(name), value).unwrap_throw();
        }
        JsValue::from(object)
    };
    let params: Vec<_> = params.iter().map(|&(name, value)| (name, value.into())).collect();
    entries(&[("code", code.into()), ("message", message.into()), ("params", entries(&params))])
}
