//! A page with one widget in a shadow root, and hands to use it with.

use std::cell::RefCell;
use std::rc::Rc;

use invite_users_widget::Widget;
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, ShadowRoot};
use web_sys::{HtmlInputElement, HtmlTextAreaElement, InputEvent, InputEventInit};
use web_sys::{KeyboardEvent, KeyboardEventInit, ShadowRootInit, ShadowRootMode};

/// The catalogue that the element ships with.
const ENGLISH: &str = include_str!("../../../../web/locales/en.json");

/// One widget; it leaves the page when it is dropped.
pub(crate) struct Page {
    pub(crate) host: HtmlElement,
    pub(crate) root: ShadowRoot,
    pub(crate) widget: Option<Widget>,
    events: Rc<RefCell<Vec<(String, JsValue)>>>,
    _emit: Closure<dyn FnMut(String, JsValue) -> bool>,
}

impl Page {
    /// A widget for that API; `more` are further members of its configuration, as JSON.
    pub(crate) fn new(api: &str, more: &str) -> Self {
        let page = Self::unconfigured(|_| true);
        page.configure(api, more);
        page
    }

    /// A widget that nobody has configured; `answer` is what the page says to an event.
    pub(crate) fn unconfigured(answer: fn(&str) -> bool) -> Self {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let events = Rc::new(RefCell::new(Vec::new()));
        let log = events.clone();
        let emit = Closure::new(move |kind: String, detail: JsValue| {
            let goes_on = answer(&kind);
            log.borrow_mut().push((kind, detail));
            goes_on
        });
        let hooks = Object::new();
        set(&hooks, "emit", emit.as_ref());
        let widget = Widget::new(root.clone(), hooks.into(), JSON::parse(ENGLISH).unwrap());
        Self { host, root, widget: Some(widget), events, _emit: emit }
    }

    pub(crate) fn widget(&self) -> &Widget {
        self.widget.as_ref().unwrap()
    }

    pub(crate) fn configure(&self, api: &str, more: &str) -> Object {
        let config: Object = JSON::parse(&format!("{{{more}}}")).unwrap().unchecked_into();
        set(&config, "api", &api.into());
        self.widget().configure(&config).unwrap();
        config
    }

    /// Lets the host's own `fetch` answer; `script` is the body of a function of `url` and `init`.
    pub(crate) fn answer(&self, api: &str, more: &str, script: &str) {
        let config = self.configure(api, more);
        set(&config, "fetch", &Function::new_with_args("url, init", script));
        self.widget().configure(&config).unwrap();
    }

    /// The names of the events so far, in order.
    pub(crate) fn told(&self) -> Vec<String> {
        self.events.borrow().iter().map(|(kind, _)| kind.clone()).collect()
    }

    /// The detail of the last event of that name.
    pub(crate) fn detail(&self, kind: &str) -> JsValue {
        let events = self.events.borrow();
        events
            .iter()
            .rev()
            .find(|(name, _)| name == kind)
            .map(|(_, detail)| detail.clone())
            .unwrap()
    }

    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).unwrap().map(JsCast::unchecked_into)
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.get(index).unwrap().unchecked_into()).collect()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.find(selector).and_then(|it| it.text_content()).unwrap_or_default()
    }

    /// Where each row stands, in order.
    pub(crate) fn standings(&self) -> Vec<String> {
        let standing = |row: &Element| row.get_attribute("data-standing").unwrap();
        self.all(".person").iter().map(standing).collect()
    }

    /// The button or field of that accessible name.
    pub(crate) fn named(&self, name: &str) -> HtmlElement {
        let own = |it: &Element| {
            let label = it.get_attribute("aria-label").or_else(|| it.text_content());
            label.is_some_and(|label| label.trim() == name)
        };
        let found = self.all("button, input, select").into_iter().find(own);
        found.unwrap_or_else(|| panic!("nothing is called {name}")).unchecked_into()
    }

    pub(crate) async fn press(&self, name: &str) {
        self.named(name).click();
        settle().await;
    }

    /// Puts a text into the field, as typing (`insertText`) or pasting (`insertFromPaste`) does.
    pub(crate) async fn enter(&self, text: &str, kind: &str) {
        let field: HtmlTextAreaElement = self.find("#field").unwrap().unchecked_into();
        field.set_value(text);
        let init = InputEventInit::new();
        init.set_input_type(kind);
        init.set_bubbles(true);
        let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
        field.dispatch_event(&event).unwrap();
        settle().await;
    }

    /// Presses a key; `composing`: while an input method is at work.
    pub(crate) async fn key(&self, selector: &str, key: &str, composing: bool) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_is_composing(composing);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find(selector).unwrap().dispatch_event(&event).unwrap();
        settle().await;
    }

    /// Writes into a field or picker, as a person does.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let field = self.find(selector).unwrap();
        Reflect::set(&field, &"value".into(), &text.into()).unwrap();
        for kind in ["input", "change"] {
            let init = EventInit::new();
            init.set_bubbles(true);
            field.dispatch_event(&Event::new_with_event_init_dict(kind, &init).unwrap()).unwrap();
        }
        settle().await;
    }

    pub(crate) fn value(&self, selector: &str) -> String {
        let field: HtmlInputElement = self.find(selector).unwrap().unchecked_into();
        Reflect::get(&field, &"value".into()).unwrap().as_string().unwrap()
    }

    /// The id of what has the focus.
    pub(crate) fn focused(&self) -> String {
        self.root.active_element().map(|element| element.id()).unwrap_or_default()
    }

    /// The addresses of `invitees()`.
    pub(crate) fn addresses(&self) -> Vec<String> {
        let invitees = self.widget().invitees();
        invitees.iter().map(|it| member(&it, "email").as_string().unwrap()).collect()
    }

    /// Sends and waits for the report.
    pub(crate) async fn send(&self) -> JsValue {
        let report = answer(self.widget().send(false)).await;
        settle().await;
        report
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.widget.take();
        self.host.remove();
    }
}

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// What a promise resolves with.
pub(crate) async fn answer(promise: Promise) -> JsValue {
    JsFuture::from(promise).await.unwrap()
}

/// Waits until the view shows what was last changed.
pub(crate) async fn settle() {
    pause(20).await;
}

/// Waits until something is so, five seconds at most.
pub(crate) async fn until(seen: impl Fn() -> bool) {
    for _ in 0..250 {
        if seen() {
            return;
        }
        settle().await;
    }
    assert!(seen(), "it is not so after five seconds");
}

pub(crate) async fn pause(milliseconds: i32) {
    let window = web_sys::window().unwrap();
    let elapsed = Promise::new(&mut |resolve, _| {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(elapsed).await.unwrap();
}

pub(crate) fn set(object: &Object, key: &str, value: &JsValue) {
    Reflect::set(object, &key.into(), value).unwrap();
}

/// A member of an object, or of an object in it: `counts.invited`.
pub(crate) fn member(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |it, key| Reflect::get(&it, &key.into()).unwrap())
}

pub(crate) fn list(object: &JsValue, path: &str) -> Vec<JsValue> {
    Array::from(&member(object, path)).to_vec()
}
