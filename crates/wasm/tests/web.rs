//! The conversions in a browser, and the same verdicts there as in native Rust.
//!
//! What the package's functions make of addresses and lists is tested through them, in `web/test`.

use invite_users_core::email::{EmailAddress, EmailOptions, Hint};
use invite_users_core::{Coded, Credential};
use invite_users_wasm::{Platform, call, delivery, exports, from_js};
use js_sys::{Array, JSON, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The same file as the native test reads.
const ADDRESSES: &str = include_str!("../../../tests/data/addresses.json");

#[wasm_bindgen_test]
fn addresses_get_the_same_verdict_as_in_native_rust() {
    let cases: Vec<Value> = serde_json::from_str(ADDRESSES).expect("JSON");
    assert!(cases.len() > 100);
    for case in &cases {
        let options: Option<EmailOptions> = case
            .get("options")
            .cloned()
            .map(|options| serde_json::from_value(options).expect("options"));
        let text = case["text"].as_str().expect("a text");
        match EmailAddress::parse(text, &options.unwrap_or_default(), &Platform) {
            Ok(email) => {
                let hints: Vec<Value> = email.hints().iter().map(hint).collect();
                let expected = ["email", "domainUnicode", "key"].map(|name| &case[name]);
                let actual = [email.as_str(), email.domain_unicode(), email.key()];
                assert_eq!(expected, actual, "{}", case["name"]);
                assert_eq!(case["hints"], Value::Array(hints), "{}", case["name"]);
            }
            Err(error) => {
                assert_eq!(case["code"], error.code(), "{}", case["name"]);
                assert_eq!(case["start"], error.span.start, "{}", case["name"]);
                assert_eq!(case["suggestion"], json!(error.suggestion), "{}", case["name"]);
            }
        }
    }
}

#[wasm_bindgen_test]
fn int64_settings_stay_exact() {
    let settings = js_sys::Object::new();
    let id = js_sys::BigInt::from(i64::MAX);
    Reflect::set(&settings, &"tenantId".into(), &id.into()).expect("an object");
    Reflect::set(&settings, &"url".into(), &"https://acme.com".into()).expect("an object");
    let config = js(&json!({ "api": "extractor", "baseUrl": "https://acme.com" }));
    Reflect::set(&config, &"settings".into(), &settings).expect("an object");
    let people = js(&json!([{ "email": "ann@acme.com" }]));
    let plan = plain(&exports::plan(config, people).expect("a plan"));
    let body = plan["requests"][0]["body"].as_str().expect("a body");
    assert!(body.contains("\"tenantId\":9223372036854775807"), "{body}");
}

#[wasm_bindgen_test]
fn undefined_means_absent() {
    let config = js(&json!({ "api": "galileo" }));
    for name in ["baseUrl", "settings", "roles", "email", "delivery"] {
        Reflect::set(&config, &name.into(), &JsValue::UNDEFINED).expect("an object");
    }
    let person = js(&json!({ "email": "ann@acme.com" }));
    for name in ["name", "roles"] {
        Reflect::set(&person, &name.into(), &JsValue::UNDEFINED).expect("an object");
    }
    let plan = plain(&exports::plan(config, Array::of1(&person).into()).expect("a plan"));
    assert_eq!(plan["problems"], json!([]));
}

#[wasm_bindgen_test]
fn a_wrong_shape_throws_a_code_that_names_the_argument() {
    let error = exports::plan(JsValue::from_str("vijil"), JsValue::NULL).expect_err("misuse");
    let error = plain(&error);
    assert_eq!(error["code"], "invalid_argument");
    assert_eq!(error["params"]["argument"], "config");
}

#[wasm_bindgen_test]
fn a_wrong_shape_is_told_with_its_place() {
    let config = js(&json!({ "api": "galileo" }));
    let itself = js_sys::Object::new();
    Reflect::set(&itself, &"name".into(), &itself).expect("an object");
    for (person, expected) in [
        (js(&json!({ "email": 1 })), "[0].email must be text"),
        (js_sys::Symbol::iterator().into(), "[0] must be plain data"),
        (itself.into(), "must be less deeply nested"),
    ] {
        let people = Array::of1(&person).into();
        let error = plain(&exports::plan(config.clone(), people).expect_err("misuse"));
        let message = error["message"].as_str().expect("a sentence");
        assert!(message.starts_with("the argument invitees "), "{message}");
        assert!(message.ends_with(expected), "{message}");
    }
}

#[wasm_bindgen_test]
fn a_number_that_lost_digits_is_no_integer() {
    let settings = json!({ "url": "https://acme.com", "tenantId": 9_007_199_254_740_993_f64 });
    let config = json!({ "api": "extractor", "baseUrl": "https://acme.com", "settings": settings });
    let people = js(&json!([{ "email": "ann@acme.com" }]));
    let plan = plain(&exports::plan(js(&config), people).expect("a plan"));
    assert_eq!(plan["problems"][0]["code"], "setting_not_integer", "{plan}");
}

#[wasm_bindgen_test]
fn a_delivery_goes_step_by_step() {
    let config = json!({ "api": "galileo", "baseUrl": "https://acme.com" });
    let people = json!([{ "email": "ann@acme.com" }]);
    let mut delivery = delivery::Delivery::new(js(&config), js(&people)).expect("a delivery");
    let step = plain(&delivery.next(0.0));
    assert_eq!((&step["type"], &step["attempt"]), (&json!("send"), &json!(1)));
    assert!(delivery.leave(0, 1));
    let reply = json!({ "status": 200, "headers": [], "body": "{}" });
    delivery.reply(0, 1, 0.0, js(&reply)).expect("a reply");
    assert_eq!(plain(&delivery.next(0.0))["type"], "done");
    let saved = delivery.saved();
    let mut delivery = delivery::Delivery::resume(&saved, false).expect("what was saved");
    assert_eq!(delivery.retry(js(&json!([0, 9]))), Ok(0));
    assert_eq!(plain(&delivery.next(0.0))["type"], "done");
    let error = delivery::Delivery::resume("{", false).expect_err("no delivery");
    assert_eq!(plain(&error)["code"], "resume_malformed");
    let report = plain(&delivery.report());
    assert_eq!(
        report["counts"],
        json!({ "invited": 1, "failed": 0, "unconfirmed": 0, "not_sent": 0 })
    );
}

#[wasm_bindgen_test]
fn credentials_come_from_plain_objects() {
    let auth = js(&json!({ "type": "bearer", "token": "secret" }));
    let credential: Credential = from_js("auth", auth.clone()).expect("a credential");
    assert_eq!(credential, Credential::Bearer { token: "secret".into() });
    assert_eq!(plain(&call::auth_header(auth).expect("a header"))["value"], "Bearer secret");
}

fn hint(hint: &Hint) -> Value {
    match &hint.suggestion {
        Some(suggestion) => json!({ "code": hint.code(), "suggestion": suggestion }),
        None => json!({ "code": hint.code() }),
    }
}

/// What `JSON.parse` makes of the value: plain objects.
fn js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).expect("JSON")
}

/// What `JSON.stringify` sees, which is what plain objects have.
fn plain(value: &JsValue) -> Value {
    let text = JSON::stringify(value).expect("plain").as_string().expect("text");
    serde_json::from_str(&text).expect("JSON")
}
