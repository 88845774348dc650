//! Sending: each row ends in what happened, and nobody is invited twice.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, answer, list, member, pause, settle};

const TEAM: &str = r#""baseUrl": "https://vijil.test",
    "settings": {"team_id": "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d"}"#;

/// Answers as the API does, but refuses bob and drops the connection of cy.
const MIXED: &str = r#"
    (globalThis.calls ??= []).push({ url, init });
    const { email } = JSON.parse(init.body);
    if (email.startsWith("cy")) return Promise.reject(new TypeError("connection reset"));
    const detail = [{ loc: ["body", "email"], msg: "is <b>blocked</b>", type: "value_error" }];
    if (email.startsWith("bob")) return Promise.resolve(Response.json({ detail }, { status: 422 }));
    const uuid = "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d";
    return Promise.resolve(Response.json({
        id: uuid, email, role: "MEMBER", status: "PENDING", team_id: uuid, invited_by: uuid,
        created_at: 1, expires_at: 2, updated_at: 1 }, { status: 201 }));"#;

#[wasm_bindgen_test]
async fn each_row_ends_in_what_happened() {
    let page = Page::unconfigured(|_| true);
    page.answer("vijil", TEAM, MIXED);
    let _ = page.widget().add("ann@acme.com, bob@acme.com, cy@acme.com, broken");
    let report = page.send().await;
    assert_eq!(member(&report, "counts.invited"), 1);
    assert_eq!(page.standings(), ["invited", "failed", "unconfirmed", "invalid"]);
    assert!(page.text(".said").contains("is <b>blocked</b>"), "the server's words are text");
    assert!(page.find(".said b").is_none());
    assert_eq!(page.text("#results .counts"), "1 invited1 failed1 unconfirmed");
    assert_eq!(page.text("[role=status]"), "1 invited, 1 failed, 1 unconfirmed");
    let told = page.told();
    assert_eq!(told.first().map(String::as_str), Some("send"));
    assert_eq!(told.last().map(String::as_str), Some("sent"));
    assert!(told.contains(&"progress".to_owned()));
    assert_eq!(member(&page.detail("progress"), "done"), 3);
    assert_eq!(member(&page.widget().report(), "counts.failed"), 1);
    page.press("Done").await;
    assert_eq!(page.told().last().map(String::as_str), Some("done"));
}

#[wasm_bindgen_test]
async fn another_go_takes_only_who_was_refused() {
    let page = Page::unconfigured(|_| true);
    page.answer("vijil", TEAM, MIXED);
    let _ = page.widget().add("ann@acme.com, bob@acme.com, cy@acme.com");
    page.send().await;
    page.press("Invite more").await;
    assert_eq!(page.standings(), ["failed", "unconfirmed"]);
    let plan = answer(page.widget().plan()).await;
    assert_eq!(list(&plan, "requests").len(), 1);
    assert!(page.text(".people").contains("Left out of the next sending"));
    let _ = page.widget().add("ann@acme.com");
    settle().await;
    assert_eq!(page.standings().last().map(String::as_str), Some("duplicate"));
    assert!(page.text(".people").contains("Already invited"));
}

#[wasm_bindgen_test]
async fn secrets_are_asked_for_and_stay_in_the_request() {
    let page = Page::unconfigured(|_| true);
    let config = page.configure("vijil", TEAM);
    let auth = js_sys::eval("({ type: 'bearer', token: async () => 's3cret' })").unwrap();
    super::page::set(&config, "auth", &auth);
    let fetch =
        js_sys::Function::new_with_args("url, init", &format!("globalThis.calls = [];{MIXED}"));
    super::page::set(&config, "fetch", &fetch);
    page.widget().configure(&config).unwrap();
    let _ = page.widget().add("ann@acme.com");
    page.send().await;
    let call = list(&js_sys::global(), "calls").remove(0);
    let headers: web_sys::Headers = member(&call, "init.headers").into();
    assert_eq!(headers.get("authorization").unwrap().as_deref(), Some("Bearer s3cret"));
    assert_eq!(member(&call, "init.redirect"), "manual");
    assert_eq!(member(&call, "init.cache"), "no-store");
    assert_eq!(member(&call, "init.credentials"), "same-origin");
    for kind in ["send", "progress", "sent"] {
        let detail = js_sys::JSON::stringify(&page.detail(kind)).unwrap();
        assert!(!String::from(detail).contains("s3cret"));
    }
    assert!(!page.root.inner_html().contains("s3cret"));
}

#[wasm_bindgen_test]
async fn a_secret_that_can_not_be_had_stops() {
    let page = Page::unconfigured(|_| true);
    let config = page.configure("vijil", TEAM);
    let auth = js_sys::eval("({ type: 'bearer', token() { throw new Error('no') } })").unwrap();
    super::page::set(&config, "auth", &auth);
    page.widget().configure(&config).unwrap();
    let _ = page.widget().add("ann@acme.com, bob@acme.com");
    let report = page.send().await;
    assert_eq!(member(&report, "counts.not_sent"), 2);
    assert_eq!(member(&list(&report, "outcomes")[0], "code"), "auth_failed");
    assert!(page.text("[role=alert]").starts_with("Sending stopped."));
}

#[wasm_bindgen_test]
async fn the_page_can_cancel_before_anything_leaves() {
    let page = Page::unconfigured(|kind| kind != "send");
    page.answer("vijil", TEAM, "throw new Error('must not be called')");
    let _ = page.widget().add("ann@acme.com");
    let report = page.send().await;
    assert_eq!(member(&report, "counts.not_sent"), 1);
    assert_eq!(page.standings(), ["ready"]);
    assert_eq!(page.told(), ["send"]);
}

#[wasm_bindgen_test]
async fn a_second_send_joins_the_first_and_cancel_ends_it() {
    let page = Page::unconfigured(|_| true);
    page.answer("vijil", TEAM, "return new Promise(() => {})");
    let _ = page.widget().add("ann@acme.com");
    let (one, other) = (page.widget().send(false), page.widget().send(false));
    assert!(js_sys::Object::is(&one, &other));
    settle().await;
    assert!(page.find("progress").is_some());
    assert_eq!(page.named("Inviting …").get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(page.find("[part=remove-button]").is_none(), "rows are fixed while they are sent");
    page.press("Cancel").await;
    let report = wasm_bindgen_futures::JsFuture::from(one).await.unwrap();
    assert_eq!(member(&report, "counts.unconfirmed"), 1);
    assert_eq!(page.standings(), ["unconfirmed"]);
}

#[wasm_bindgen_test]
async fn a_server_that_asks_to_wait_is_waited_for() {
    let page = Page::unconfigured(|_| true);
    let script = format!(
        "const wait = {{ status: 429, headers: {{ 'retry-after': '1' }} }};
         if (!globalThis.asked) {{
           globalThis.asked = true;
           return Promise.resolve(new Response('', wait));
         }}
         {MIXED}"
    );
    page.answer("vijil", TEAM, &script);
    let _ = page.widget().add("ann@acme.com");
    let sent = page.widget().send(false);
    pause(200).await;
    assert_eq!(page.text("#progress-text"), "The server asked to wait. Goes on in 1 second.");
    let report = wasm_bindgen_futures::JsFuture::from(sent).await.unwrap();
    assert_eq!(member(&report, "counts.invited"), 1);
    assert_eq!(member(&report, "requests"), 2);
}

#[wasm_bindgen_test]
async fn what_is_typed_is_sent_too() {
    let page = Page::unconfigured(|_| true);
    page.answer("vijil", TEAM, MIXED);
    page.enter("ann@acme.com", "insertText").await;
    page.press("Invite").await;
    pause(100).await;
    assert_eq!(page.standings(), ["invited"]);
    assert_eq!(page.told()[..2], ["change", "send"]);
    assert!(page.text("[part=success]").contains("1 person was invited."));
}
