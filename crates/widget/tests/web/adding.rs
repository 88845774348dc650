//! Adding people: typing, pasting, duplicates, and what assistive technology hears.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, answer, list, member, settle};

#[wasm_bindgen_test]
async fn add_counts_entries_and_says_what_came() {
    let page = Page::new("galileo", "");
    let count = page.widget().add("Ann Lee <ann@acme.com>; bob@acme.com\nANN@acme.com, broken");
    settle().await;
    assert_eq!(answer(count).await, 4);
    assert_eq!(page.standings(), ["ready", "ready", "duplicate", "invalid"]);
    assert_eq!(page.text("[role=status]"), "2 people added, 1 duplicate, 1 to fix");
    assert_eq!(page.text("[part=counts]"), "2 people1 to fix1 duplicate");
    assert_eq!(page.text(".name"), "Ann Lee");
    assert_eq!(page.addresses(), ["ann@acme.com", "bob@acme.com"]);
    assert!(page.told().is_empty(), "what the host adds is no change by a person");
}

#[wasm_bindgen_test]
async fn a_pasted_list_is_added_at_once() {
    let page = Page::new("galileo", "");
    page.enter("ann@acme.com, broken", "insertFromPaste").await;
    assert_eq!(page.standings(), ["ready", "invalid"]);
    assert_eq!(page.value("#field"), "");
    assert_eq!(page.told(), ["change"]);
    assert_eq!(page.widget().invitees().length(), 1);
}

#[wasm_bindgen_test]
async fn a_separator_takes_a_whole_address_and_nothing_less() {
    let page = Page::new("galileo", "");
    page.enter("Lee,", "insertText").await;
    assert!(page.standings().is_empty(), "a name with a comma may still become an address");
    page.enter("\"Lee, Ann\" <ann@acme.com>,", "insertText").await;
    assert_eq!(page.standings(), ["ready"]);
    page.enter("bob@acme.com;", "insertText").await;
    assert_eq!(page.addresses(), ["ann@acme.com", "bob@acme.com"]);
}

#[wasm_bindgen_test]
async fn enter_takes_what_is_typed_but_not_while_composing() {
    let page = Page::new("galileo", "");
    page.enter("ann@acme.com", "insertText").await;
    page.key("#field", "Enter", true).await;
    assert!(page.standings().is_empty());
    page.key("#field", "Enter", false).await;
    assert_eq!(page.standings(), ["ready"]);
    page.enter("not an address", "insertText").await;
    page.press("Add").await;
    assert_eq!(page.standings(), ["ready", "invalid"], "nothing typed is lost");
    assert_eq!(page.focused(), "field");
}

#[wasm_bindgen_test]
async fn new_people_get_the_role_beside_the_field() {
    let page = Page::new("galileo", r#""defaultRole": "admin""#);
    settle().await;
    assert_eq!(page.value("#new-role"), "admin");
    page.write("#new-role", "read_only").await;
    page.enter("ann@acme.com", "insertFromPaste").await;
    let invitee = page.widget().invitees().get(0);
    assert_eq!(list(&invitee, "roles"), ["read_only"]);
}

#[wasm_bindgen_test]
async fn the_second_of_two_duplicates_takes_over() {
    let page = Page::new("galileo", "");
    let _ = page.widget().add("ann@acme.com, Ann@acme.com");
    settle().await;
    assert_eq!(page.standings(), ["ready", "duplicate"]);
    page.press("Remove ann@acme.com").await;
    assert_eq!(page.standings(), ["ready"]);
}

#[wasm_bindgen_test]
async fn set_invitees_gives_back_what_it_was_given() {
    let page = Page::new("contextual", "");
    let given = js_sys::JSON::parse(
        r#"[{"email": "ann@acme.com", "name": "Ann", "roles": ["VISITOR"], "is_tenant_admin": true},
            {"email": "bob@acme.com"}]"#,
    );
    page.widget().set_invitees(given.clone().unwrap()).unwrap();
    settle().await;
    let back = page.widget().invitees();
    assert_eq!(member(&back.get(0), "is_tenant_admin"), true);
    assert_eq!(member(&back.get(0), "name"), "Ann");
    assert_eq!(list(&back.get(0), "roles"), ["VISITOR"]);
    assert!(member(&back.get(1), "roles").is_undefined());
    assert!(page.widget().set_invitees("people".into()).is_err());
}

#[wasm_bindgen_test]
async fn clear_forgets_everybody() {
    let page = Page::new("galileo", "");
    page.enter("ann@acme.com", "insertFromPaste").await;
    page.press("Clear").await;
    assert!(page.standings().is_empty());
    assert_eq!(page.told(), ["change", "change"]);
    assert_eq!(page.focused(), "field");
}
