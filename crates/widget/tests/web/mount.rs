//! Coming and going, and what a page with strict rules allows.

use invite_users_widget::Widget;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, list, member, settle};

const VIJIL: &str = r#""baseUrl": "https://vijil.test",
    "settings": {"team_id": "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d"}"#;

#[wasm_bindgen_test]
async fn an_empty_widget_says_what_to_do() {
    let page = Page::new("vijil", VIJIL);
    settle().await;
    assert_eq!(page.text("h2"), "Invite people");
    assert!(page.text("[part=empty]").contains("Everyone you add gets a row here"));
    let invite = page.named("Invite");
    assert_eq!(invite.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(!invite.has_attribute("disabled"));
    assert_eq!(page.text("#summary"), "Add at least one person to invite.");
    page.press("Invite").await;
    assert_eq!(page.focused(), "field");
    assert!(page.told().is_empty(), "nothing was sent");
}

#[wasm_bindgen_test]
async fn two_widgets_know_nothing_of_each_other() {
    let (one, other) = (Page::new("vijil", VIJIL), Page::new("galileo", ""));
    let _ = one.widget().add("ann@acme.com");
    let _ = other.widget().add("bob@acme.com, cy@acme.com");
    settle().await;
    assert_eq!(one.addresses(), ["ann@acme.com"]);
    assert_eq!(other.addresses(), ["bob@acme.com", "cy@acme.com"]);
    drop(one);
    settle().await;
    other.press("Remove bob@acme.com").await;
    assert_eq!(other.addresses(), ["cy@acme.com"]);
}

#[wasm_bindgen_test]
async fn free_empties_the_shadow_root_and_ends_a_delivery() {
    let mut page = Page::unconfigured(|_| true);
    page.answer("vijil", VIJIL, "return new Promise(() => {})");
    let _ = page.widget().add("ann@acme.com");
    let sent = page.widget().send(false);
    settle().await;
    drop::<Option<Widget>>(page.widget.take());
    settle().await;
    assert_eq!(page.root.child_element_count(), 0);
    let report = wasm_bindgen_futures::JsFuture::from(sent).await.unwrap();
    assert_eq!(member(&report, "counts.unconfirmed"), 1);
    assert!(!page.told().contains(&"sent".to_owned()), "the page is told nothing any more");
}

#[wasm_bindgen_test]
async fn a_widget_can_come_and_go_many_times() {
    for _ in 0..30 {
        let page = Page::new("contextual", "");
        let _ = page.widget().add("ann@acme.com, broken");
        settle().await;
        assert_eq!(page.standings(), ["ready", "invalid"]);
    }
}

/// Trusted Types forbid `innerHTML` with a string, and a page's `style-src` forbids inline styles.
#[wasm_bindgen_test]
async fn no_view_is_built_from_markup() {
    let watch = Function::new_no_args(
        "const own = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
         globalThis.markup = [];
         Object.defineProperty(Element.prototype, 'innerHTML', {
           configurable: true,
           get: own.get,
           set(text) { globalThis.markup.push(text); own.set.call(this, text); },
         });
         return () => Object.defineProperty(Element.prototype, 'innerHTML', own);",
    );
    let stop: Function = watch.call0(&JsValue::NULL).unwrap().into();
    let page = Page::unconfigured(|_| true);
    for api in ["contextual", "galileo", "smartdocumentor", "vijil", "extractor"] {
        page.answer(api, VIJIL, "return Promise.reject(new Error('offline'))");
        let _ = page.widget().add("Ann <ann@acme.com>, bob@gmial.com, broken, ann@acme.com");
        settle().await;
        page.send().await;
        page.widget().clear();
    }
    page.answer("vijil", VIJIL, "return Promise.reject(new Error('offline'))");
    let _ = page.widget().add("ann@acme.com");
    page.send().await;
    stop.call0(&JsValue::NULL).unwrap();
    let markup = list(&js_sys::global(), "markup");
    assert!(markup.is_empty(), "{markup:?}");
    // What is measured stands on the base, written by CSSOM, which a policy for styles permits.
    assert!(page.all("[style]:not([part=base]), style").is_empty());
}

#[wasm_bindgen_test]
async fn a_disabled_widget_is_inert() {
    let page = Page::new("vijil", r#""disabled": true"#);
    settle().await;
    let base = page.find(".invite").unwrap();
    assert!(base.has_attribute("inert"));
    assert_eq!(base.get_attribute("aria-disabled").as_deref(), Some("true"));
    page.configure("vijil", VIJIL);
    settle().await;
    assert!(!page.find(".invite").unwrap().has_attribute("inert"));
}
