//! Mending: correcting where it stands, suggestions, removing, and what the plan refuses.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, answer, list, member, settle, until};

#[wasm_bindgen_test]
async fn a_piece_that_is_no_address_can_be_corrected() {
    let page = Page::new("galileo", "");
    let _ = page.widget().add("bob");
    settle().await;
    assert!(page.text(".note").starts_with("An address needs an @ sign"));
    assert_eq!(
        page.find(".person textarea").unwrap().get_attribute("aria-invalid").unwrap(),
        "true"
    );
    page.write(".person textarea", "bob@acme.com").await;
    page.key(".person textarea", "Enter", false).await;
    assert_eq!(page.standings(), ["ready"]);
    assert_eq!(page.told(), ["change"]);
    assert_eq!(page.focused(), page.all(".person")[0].id());
}

#[wasm_bindgen_test]
async fn escape_takes_back_and_a_list_makes_more_rows() {
    let page = Page::new("galileo", "");
    let _ = page.widget().add("bob, cy@acme.com");
    settle().await;
    page.write(".person textarea", "something else").await;
    page.key(".person textarea", "Escape", false).await;
    assert_eq!(page.value(".person textarea"), "bob");
    page.write(".person textarea", "bob@acme.com, dan@acme.com, eve").await;
    page.key(".person textarea", "Enter", false).await;
    assert_eq!(page.standings(), ["ready", "ready", "invalid", "ready"]);
    assert_eq!(page.addresses(), ["bob@acme.com", "dan@acme.com", "cy@acme.com"]);
}

#[wasm_bindgen_test]
async fn a_suggestion_is_taken_with_one_press() {
    let page = Page::new("galileo", "");
    let _ = page.widget().add("Ann <ann@gmial.com>");
    settle().await;
    assert_eq!(page.standings(), ["hinted"]);
    assert!(page.text(".note").contains("Did you mean gmail.com?"));
    page.press("Use ann@gmail.com").await;
    assert_eq!(page.addresses(), ["ann@gmail.com"]);
    assert_eq!(page.text(".name"), "Ann");
    assert_eq!(page.standings(), ["ready"]);
}

#[wasm_bindgen_test]
async fn a_valid_address_can_be_edited_too() {
    let page = Page::new("galileo", "");
    let _ = page.widget().add("ann@acme.com");
    settle().await;
    page.press("Edit ann@acme.com").await;
    page.write(".person textarea", "ann@acme.org").await;
    page.key(".person textarea", "Enter", false).await;
    assert_eq!(page.addresses(), ["ann@acme.org"]);
    assert!(page.find(".person textarea").is_none());
}

#[wasm_bindgen_test]
async fn removing_moves_the_focus_to_the_next_row() {
    let page = Page::new("galileo", "");
    let _ = page.widget().add("ann@acme.com, bob@acme.com, cy@acme.com");
    settle().await;
    let ids: Vec<String> = page.all(".person").iter().map(web_sys::Element::id).collect();
    page.press("Remove bob@acme.com").await;
    assert_eq!(page.focused(), ids[2]);
    page.press("Remove cy@acme.com").await;
    assert_eq!(page.focused(), ids[0]);
    assert_eq!(page.text("[role=status]"), "cy@acme.com removed");
    page.press("Remove ann@acme.com").await;
    assert_eq!(page.focused(), "field");
}

#[wasm_bindgen_test]
async fn several_roles_are_ticked() {
    let page = Page::new("contextual", "");
    let _ = page.widget().add("ann@acme.com");
    settle().await;
    let opener = page.find(".person .disclosure").unwrap();
    assert_eq!(opener.get_attribute("aria-expanded").unwrap(), "false");
    opener.click();
    until(|| opener.get_attribute("aria-expanded").unwrap() == "true").await;
    for label in page.all(".person .choices .choice") {
        let name = label.text_content().unwrap();
        if ["Visitor", "Tenant admin"].contains(&name.as_str()) {
            wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(label).click();
        }
    }
    settle().await;
    assert_eq!(list(&page.widget().invitees().get(0), "roles"), ["VISITOR", "TENANT_ADMIN"]);
    assert_eq!(page.text(".person .disclosure"), "Visitor, Tenant admin");
    assert!(page.told().contains(&"change".to_owned()));
    page.key(".person .choices", "Escape", false).await;
    assert_eq!(opener.get_attribute("aria-expanded").unwrap(), "false");
}

#[wasm_bindgen_test]
async fn a_missing_setting_is_named_and_nothing_is_lost() {
    let page = Page::new("contextual", "");
    let _ = page.widget().add("ann@acme.com");
    settle().await;
    assert!(page.find("#problems").is_none(), "nothing is complained of before it is pressed");
    page.press("Invite 1 person").await;
    assert_eq!(
        page.text("#problems li"),
        "This form is not set up correctly: tenant_short_name is missing."
    );
    assert_eq!(member(&page.detail("error"), "code"), "setting_required");
    assert_eq!(page.focused(), "problems");
    assert_eq!(page.addresses(), ["ann@acme.com"]);
    assert!(!page.told().contains(&"send".to_owned()));
    page.configure("contextual", r#""settings": {"tenant_short_name": "acme"}"#);
    until(|| page.text("#summary").trim() == "1 person, 1 request").await;
    assert!(page.find("#problems").is_none());
}

#[wasm_bindgen_test]
async fn a_missing_role_is_shown_on_its_row() {
    let page = Page::new("smartdocumentor", r#""roles": ["Editor", "Viewer"]"#);
    let _ = page.widget().add("ann@acme.com");
    settle().await;
    let report = page.send().await;
    assert_eq!(member(&list(&report, "problems")[0], "code"), "role_required");
    assert_eq!(page.standings(), ["refused"]);
    assert!(!page.told().contains(&"error".to_owned()), "that is the person's to mend");
    assert!(page.focused().starts_with("role-"));
    page.write(".person select", "Viewer").await;
    assert_eq!(page.standings(), ["ready"]);
    let plan = answer(page.widget().plan()).await;
    assert_eq!(list(&plan, "requests").len(), 1);
}

#[wasm_bindgen_test]
async fn an_unknown_role_catalogue_takes_any_word() {
    let page = Page::new("smartdocumentor", r#""endpoint": "https://acme.com/invite""#);
    let _ = page.widget().add("ann@acme.com");
    settle().await;
    page.write(".person .role input", "Auditor").await;
    assert_eq!(list(&page.widget().invitees().get(0), "roles"), ["Auditor"]);
}
