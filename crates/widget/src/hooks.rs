//! What the widget asks of the element that holds it: to tell the page what happened.

use invite_users_core::json::Json;
use invite_users_wasm::to_js;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The element's side.
#[derive(Clone)]
pub(crate) struct Hooks {
    object: JsValue,
    emit: Option<Function>,
}

impl Hooks {
    /// The hooks in `{ emit(type, detail): boolean }`.
    pub(crate) fn new(object: JsValue) -> Self {
        let emit = Reflect::get(&object, &"emit".into()).ok();
        Self { emit: emit.and_then(|emit| emit.dyn_into().ok()), object }
    }

    /// Tells the page; false where it cancelled what is about to happen.
    ///
    /// To be called from a task of its own: a listener may call the widget again.
    pub(crate) fn emit(&self, kind: &str, detail: &JsValue) -> bool {
        let answer = self.emit.as_ref().map(|emit| emit.call2(&self.object, &kind.into(), detail));
        !matches!(answer, Some(Ok(answer)) if answer == JsValue::FALSE)
    }

    /// The same with a detail that is still to be converted.
    pub(crate) fn emit_value(&self, kind: &str, detail: impl Into<Json>) -> bool {
        self.emit(kind, &to_js(detail))
    }
}
