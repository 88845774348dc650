//! The worlds: each API with a configuration, people, and what its document lets a server say.

use invite_users_core::{InviteConfig, InviteeInput, api};
use serde_json::{Value, json};

use super::random::Random;

/// An API as its server knows it.
#[derive(Debug)]
pub(crate) struct World {
    /// What the API is called here.
    pub(crate) name: &'static str,
    /// What a host writes, without how requests are sent.
    config: Value,
    /// Roles that people get in turn.
    roles: &'static [&'static str],
    /// A 2xx for these addresses, the second ones not invited.
    pub(crate) success: fn(&[String], &[String]) -> String,
    /// Whether a 2xx can tell of people who were not invited.
    pub(crate) tells_failures: bool,
    /// Whether a 2xx names people, so that it can leave one out.
    pub(crate) names_people: bool,
    /// Where a validation error finds the person at that index.
    pub(crate) place: Option<fn(usize) -> Value>,
    /// A validation error's path to something that all people share.
    pub(crate) shared: Option<&'static [&'static str]>,
}

/// Every API has one; the conformance of a new API begins with this list.
pub(crate) fn all() -> Vec<World> {
    let mut worlds = vec![contextual(), galileo(), smartdocumentor(), vijil(), extractor()];
    worlds.extend([keyed("each", &json!({ "email": "$email" }))]);
    worlds.extend([keyed("together", &json!({ "users": { "$people": { "email": "$email" } } }))]);
    for api in api::ALL {
        let id = &api.info().id;
        assert!(worlds.iter().any(|world| *world.name == **id), "{id} is not simulated");
    }
    worlds
}

impl World {
    /// What is known of the API.
    pub(crate) fn config(&self, seed: u64, random: &mut Random) -> InviteConfig {
        let mut config = self.config.clone();
        config["delivery"] = json!({
            "seed": seed,
            "id": format!("simulation-{seed}"),
            "refreshable": random.percent(60),
            "concurrency": random.one_of(&[None, None, Some(1), Some(2), Some(5)]),
        });
        config["maxBatch"] = json!(random.one_of(&[None, None, Some(1), Some(2), Some(3)]));
        serde_json::from_value(config).expect("a configuration")
    }

    /// That many people with roles.
    pub(crate) fn people(&self, count: usize) -> Vec<InviteeInput> {
        let person = |index: usize| {
            let role = self.roles[index % self.roles.len()];
            let person = InviteeInput::new(&format!("p{index}@acme.com"));
            if role.is_empty() { person } else { person.role(role) }
        };
        (0..count).map(person).collect()
    }
}

fn contextual() -> World {
    World {
        name: "contextual",
        config: json!({ "api": "contextual", "settings": { "tenant_short_name": "acme" } }),
        roles: &["VISITOR", "AGENT_USER", ""],
        success: |invited, failed| {
            let failed: serde_json::Map<String, Value> =
                failed.iter().map(|who| (who.to_uppercase(), json!("no mailbox"))).collect();
            json!({ "invited_user_emails": invited, "error_details": failed }).to_string()
        },
        tells_failures: true,
        names_people: true,
        place: Some(|index| json!(["body", "new_users", index, "email"])),
        shared: Some(&["body", "tenant_short_name"]),
    }
}

fn galileo() -> World {
    World {
        name: "galileo",
        config: json!({ "api": "galileo" }),
        roles: &["admin", "user", ""],
        success: |_, _| "{}".to_owned(),
        tells_failures: false,
        names_people: false,
        place: Some(|index| json!(["body", "emails", index])),
        shared: Some(&["body", "role"]),
    }
}

fn smartdocumentor() -> World {
    World {
        name: "smartdocumentor",
        config: json!({ "api": "smartdocumentor" }),
        roles: &["Editor", "Viewer"],
        success: |_, _| String::new(),
        tells_failures: false,
        names_people: false,
        place: None,
        shared: None,
    }
}

fn vijil() -> World {
    let team = "7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d";
    World {
        name: "vijil",
        config: json!({
            "api": "vijil",
            "baseUrl": "https://vijil.acme.com",
            "settings": { "team_id": team },
        }),
        roles: &["ADMIN", "MEMBER", "", "OWNER"],
        success: |invited, _| {
            json!({ "id": "7", "email": invited.first(), "status": "PENDING", "expires_at": 1 })
                .to_string()
        },
        tells_failures: false,
        names_people: true,
        place: Some(|_| json!(["body", "email"])),
        shared: Some(&["path", "team_id"]),
    }
}

fn extractor() -> World {
    World {
        name: "extractor",
        config: json!({
            "api": "extractor",
            "baseUrl": "https://extractor.acme.com",
            "settings": { "url": "https://acme.com" },
        }),
        roles: &["extractor-user", "extractor-viewer", ""],
        success: |invited, _| json!({ "id": 7, "email": invited.first(), "roles": [] }).to_string(),
        tells_failures: false,
        names_people: true,
        place: None,
        shared: None,
    }
}

/// A host's own API that knows a repeat by its key.
fn keyed(batching: &str, body: &Value) -> World {
    World {
        name: "keyed",
        config: json!({ "api": {
            "name": "Acme",
            "baseUrl": "https://api.acme.com",
            "path": "/invitations",
            "batching": batching,
            "body": body,
            "atomic": true,
            "idempotencyKey": true,
            "reply": { "invited": "all" },
        } }),
        roles: &[""],
        success: |_, _| "{}".to_owned(),
        tells_failures: false,
        names_people: false,
        place: None,
        shared: None,
    }
}
