//! Who would be able to manage others, so that a person is asked first.

use invite_users_core::{InviteConfig, InviteeInput, Privilege, privileges};
use serde_json::{Value, json};

#[test]
fn privileged_roles_and_fields_are_told_and_nothing_else() {
    let people = json!([
        { "email": "ann@acme.com", "roles": ["VISITOR", "TENANT_ADMIN"], "is_tenant_admin": true },
        { "email": "bob@acme.com", "roles": ["AGENT_USER"], "is_tenant_admin": false },
        { "email": "cat@acme.com", "is_tenant_admin": true },
    ]);
    let expected =
        json!([[0, ["TENANT_ADMIN"], ["is_tenant_admin"]], [2, [], ["is_tenant_admin"]],]);
    assert_eq!(told(&json!({ "api": "contextual" }), &people), expected);
}

#[test]
fn a_role_that_only_the_server_knows_is_judged_by_its_name() {
    let people = json!([
        { "email": "ann@acme.com", "roles": ["Reader"] },
        { "email": "bob@acme.com", "roles": ["Billing Admin"] },
    ]);
    let expected = json!([[1, ["Billing Admin"], []]]);
    assert_eq!(told(&json!({ "api": "smartdocumentor" }), &people), expected);
}

#[test]
fn who_has_no_role_has_the_default_one() {
    let api = json!({
        "name": "Acme",
        "baseUrl": "https://acme.example",
        "path": "/invites",
        "batching": "each",
        "roles": { "choices": [{ "name": "boss", "privileged": true }, "owner"], "default": "boss" },
        "body": { "email": "$email", "role": "$role" },
        "reply": { "invited": "all" },
    });
    let people = json!([
        { "email": "ann@acme.com" },
        { "email": "bob@acme.com", "roles": ["owner"] },
    ]);
    assert_eq!(told(&json!({ "api": api }), &people), json!([[0, ["boss"], []]]));
}

#[test]
fn an_unknown_api_makes_nobody_powerful() {
    let people = json!([{ "email": "ann@acme.com", "roles": ["ADMIN"] }]);
    assert_eq!(told(&json!({ "api": "nowhere" }), &people), json!([]));
}

fn told(config: &Value, people: &Value) -> Value {
    let config: InviteConfig = serde_json::from_value(config.clone()).expect("a configuration");
    let people: Vec<InviteeInput> = serde_json::from_value(people.clone()).expect("people");
    let fields = |it: &Privilege| it.fields.iter().map(ToString::to_string).collect::<Vec<_>>();
    let found = privileges(&config, &people);
    found.iter().map(|it| json!([it.invitee, it.roles, fields(it)])).collect()
}
