//! Any JSON over the smallest description: it is read or says why not, and what it plans is read
//! again as it was meant.
#![no_main]

use invite_users_core::api::custom::Custom;
use invite_users_core::api::{self, ApiChoice, Description};
use invite_users_core::json::{Json, Object};
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, Reply, plan, read_reply, read_request};
use libfuzzer_sys::fuzz_target;

const SMALLEST: &str = r#"{"name":"Acme","baseUrl":"https://acme.example","path":"/invite",
    "batching":"each","body":{"email":"$email"},"reply":{"invited":"all"}}"#;

fuzz_target!(|text: &str| {
    let Some(Json::Object(over)) = Json::parse(text) else { return };
    let Some(Json::Object(mut description)) = Json::parse(SMALLEST) else { return };
    for (name, value) in over {
        description.take(&name);
        description.push(name, value);
    }
    let description = Json::Object(description);
    if let Err(problems) = Custom::parse(&description) {
        assert!(!problems.is_empty() && problems.iter().all(|it| it.field.is_some()));
    }
    let config = InviteConfig {
        api: ApiChoice::Described(Description::new(description.clone())),
        settings: Object::new(),
        ..InviteConfig::default()
    };
    let people = ["ann@acme.com", "bob@acme.com"].map(InviteeInput::new);
    let Ok(api) = api::find(&config.api) else {
        assert!(plan(&config, &people, &Native).requests.is_empty());
        return;
    };
    for request in plan(&config, &people, &Native).requests {
        let read = read_request(&config, &request.body, &Native);
        let addresses: Vec<_> = read.invitees.iter().map(|it| it.email.as_str()).collect();
        let sent: Vec<_> = request.invitees.iter().map(|&it| people[it].email.as_str()).collect();
        assert_eq!((addresses, read.problems), (sent, vec![]), "{}", request.body);
        // Its own description is as strange a reply as any.
        let reply = Reply { status: 200, headers: vec![], body: description.to_string() };
        assert_eq!(read_reply(&*api, &request, &reply).len(), request.invitees.len());
    }
});
