//! Replies that none of the known APIs gives, read as a description says.

use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, Reply, plan, read_reply};
use serde::Deserialize;
use serde_json::{Value, json};

use super::schema::{assert_takes, schema};
use crate::data::data;
use crate::told::told;

#[derive(Deserialize)]
struct Case {
    name: String,
    /// The description's `reply`.
    reply: Value,
    /// What came back; nothing: an empty body.
    body: Option<Value>,
    /// Of Ann and Bob: status, code, the server's words, detail.
    outcomes: Vec<String>,
}

#[test]
fn replies() {
    let schema = schema();
    for case in data::<Vec<Case>>("custom/replies.json") {
        let description = json!({
            "name": "Acme",
            "baseUrl": "https://acme.example",
            "path": "/invite",
            "batching": "together",
            "body": { "users": { "$people": "$email" } },
            "reply": case.reply,
        });
        assert_takes(&schema, &case.name, &description);
        let config: InviteConfig =
            serde_json::from_value(json!({ "api": description })).expect("a configuration");
        let people = ["ann@acme.com", "bob@acme.com"].map(InviteeInput::new);
        let plan = plan(&config, &people, &Native);
        assert_eq!(plan.problems, [], "{}", case.name);
        let api = config.api.resolve().expect("a description");
        let body = case.body.map(|body| body.to_string()).unwrap_or_default();
        let reply = Reply { status: 200, headers: Vec::new(), body };
        let outcomes = told(&read_reply(&*api, &plan.requests[0], &reply));
        assert_eq!(outcomes.iter().map(line).collect::<Vec<_>>(), case.outcomes, "{}", case.name);
    }
}

fn line(outcome: &Value) -> String {
    let mut line = outcome["status"].as_str().expect("a status").to_owned();
    if let Some(code) = outcome["code"].as_str() {
        line = format!("{line} {code}");
    }
    if let Some(words) = outcome["serverMessage"].as_str() {
        line = format!("{line}: {words}");
    }
    if outcome["detail"].is_object() && outcome["detail"]["body"].is_null() {
        line = format!("{line} {}", outcome["detail"]);
    }
    line
}
