//! Any bytes as a request to any API: no panic, and what has no problem is planned and read again as
//! the same.
#![no_main]

use invite_users_core::api::ApiChoice;
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, api, plan, read_request};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let [choice, body @ ..] = data else { return };
    let api = api::ALL[usize::from(*choice) % api::ALL.len()].info().id.to_string();
    let endpoint = Some("https://acme.com/invite".to_owned());
    let config = InviteConfig { api: ApiChoice::Named(api), endpoint, ..InviteConfig::default() };
    let read = read_request(&config, &String::from_utf8_lossy(body), &Native);
    let settings = read.settings.clone();
    let plan_of = |people| plan(&InviteConfig { settings, ..config.clone() }, people, &Native);
    let planned = plan_of(&read.invitees);
    if !read.problems.is_empty() {
        return;
    }
    assert!(planned.problems.is_empty() && planned.requests.len() == 1);
    let body = &planned.requests[0].body;
    let again = read_request(&config, body, &Native);
    assert!(again.problems.is_empty());
    assert_eq!(again.invitees.len(), read.invitees.len());
    let settings = again.settings;
    let config = InviteConfig { settings, ..config.clone() };
    assert_eq!(&plan(&config, &again.invitees, &Native).requests[0].body, body);
});
