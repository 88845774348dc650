//! What the widget asks of the element that holds it: to tell the page what happened, to save a file,
//! to watch the window while something is sent, and to keep what survives a reload.

use invite_users_core::json::Json;
use invite_users_wasm::to_js;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The element's side.
#[derive(Clone)]
pub(crate) struct Hooks {
    object: JsValue,
    emit: Option<Function>,
    entered: Option<Function>,
    save: Option<Function>,
    sending: Option<Function>,
    persistence: JsValue,
}

impl Hooks {
    /// The hooks in `{ emit(type, detail): boolean, entered(), save(name, text), sending(on),
    /// persistence }`.
    pub(crate) fn new(object: JsValue) -> Self {
        let hook = |name: &str| Reflect::get(&object, &name.into()).ok()?.dyn_into().ok();
        let [emit, entered, save, sending] = ["emit", "entered", "save", "sending"].map(hook);
        let persistence = Reflect::get(&object, &"persistence".into()).unwrap_or_default();
        Self { object, emit, entered, save, sending, persistence }
    }

    /// Tells the element that its form may get something else.
    pub(crate) fn entered(&self) {
        let _ = self.entered.as_ref().map(|entered| entered.call0(&self.object));
    }

    /// Tells the element that a delivery has begun, or that it is over.
    pub(crate) fn sending(&self, on: bool) {
        let _ = self.sending.as_ref().map(|sending| sending.call1(&self.object, &on.into()));
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

    /// Calls a method of what keeps texts for a reload.
    pub(crate) fn persist(&self, method: &str, texts: &[String]) -> JsValue {
        let call = || {
            let method: Function = Reflect::get(&self.persistence, &method.into())?.dyn_into()?;
            method.apply(&self.persistence, &texts.iter().map(JsValue::from).collect::<Array>())
        };
        call().unwrap_or_default()
    }

    /// Hands a text file to the person.
    pub(crate) fn save(&self, name: &str, text: &str) {
        if let Some(save) = &self.save {
            let _ = save.call2(&self.object, &name.into(), &text.into());
        }
    }
}
