//! Any bytes as the answer of any API: no panic, one outcome for each person, and words that can be shown.
#![no_main]

use invite_users_core::api::{self, Api, ApiChoice, Batching};
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, Reply, Status, plan, read_reply};
use libfuzzer_sys::fuzz_target;

const STATUSES: [u16; 8] = [200, 201, 400, 401, 409, 422, 429, 500];

fuzz_target!(|data: &[u8]| {
    let [choice, body @ ..] = data else { return };
    let api = api::ALL[usize::from(*choice) % api::ALL.len()];
    let status = STATUSES[usize::from(*choice) / api::ALL.len() % STATUSES.len()];
    let plan = plan(&config(api), &people(api), &Native);
    let body = String::from_utf8_lossy(body).into_owned();
    let reply = Reply { status, headers: Vec::new(), body };
    let outcomes = read_reply(api, &plan.requests[0], &reply);
    assert!(outcomes.iter().map(|outcome| outcome.invitee).eq(0..plan.requests[0].invitees.len()));
    for outcome in outcomes {
        assert!(status < 300 || outcome.status != Status::Invited);
        assert_eq!(outcome.reason.is_none(), outcome.status == Status::Invited);
        let words = outcome.server_message.unwrap_or_default();
        assert!(!words.contains(|c: char| c.is_control() && c != '\n'));
        assert!(words.chars().count() <= 1000);
    }
});

fn config(api: &dyn Api) -> InviteConfig {
    let (api, endpoint) = (api.info().id.to_string(), Some("https://acme.com/invite".to_owned()));
    InviteConfig { api: ApiChoice::Named(api), endpoint, ..InviteConfig::default() }
}

fn people(api: &dyn Api) -> Vec<InviteeInput> {
    let several = if api.info().batching == Batching::Each { 1 } else { 3 };
    let emails = ["ann@acme.com", "bob@acme.com", "joann@acme.com"];
    let role = if api.info().roles.required { vec!["Editor".to_owned()] } else { Vec::new() };
    let person = |email| InviteeInput { roles: role.clone(), ..InviteeInput::new(email) };
    emails.into_iter().take(several).map(person).collect()
}
