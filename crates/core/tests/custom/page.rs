//! The descriptions of `docs/custom-api.md` are right, and send what the page shows.

use std::fmt::Write;

use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, plan};
use serde_json::{Value, json};

use super::file::file;
use super::schema::{assert_takes, schema};

#[test]
fn what_the_page_shows_is_sent() {
    let page = file("docs/custom-api.md");
    let (mut last, mut shown) = ("{}".to_owned(), 0);
    for (language, block) in blocks(&page) {
        match language {
            "json" => last = description(&last, block),
            "http" => {
                assert_eq!(requests(&last), block);
                shown += 1;
            }
            _ => continue,
        }
        assert_takes(&schema(), block, &value(&last));
        assert!(!requests(&last).is_empty());
    }
    assert_eq!(shown, 4);
}

/// The fenced blocks of a page with their languages.
fn blocks(page: &str) -> impl Iterator<Item = (&str, &str)> {
    page.split("\n```").skip(1).step_by(2).filter_map(|block| block.split_once('\n'))
}

/// A block without a name says what is different from the last description.
fn description(last: &str, block: &str) -> String {
    let (mut description, block_value) = (value(last), value(block));
    if !block_value["name"].is_null() {
        return block.to_owned(); // in its own order
    }
    let members = description.as_object_mut().expect("an object");
    members.extend(block_value.as_object().expect("an object").clone());
    description.to_string()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Ann, who is much, and Bob, who is nothing, as requests of two lines each.
fn requests(text: &str) -> String {
    let description = value(text);
    let has = |key: &str, name: &str| {
        description[key].as_array().is_some_and(|all| all.iter().any(|it| it["name"] == name))
    };
    let settings = [("team_id", json!("r&d")), ("silent", json!(true))];
    let settings = settings.into_iter().filter(|(name, _)| has("settings", name));
    let settings: Value = settings.map(|(name, value)| (name.to_owned(), value)).collect();
    let mut ann = InviteeInput::new("ann@acme.com");
    ann.name = Some("Ann Lee".to_owned());
    if description["roles"].is_object() {
        ann = ann.role("owner");
    }
    if has("personFields", "is_admin") {
        ann.fields.push("is_admin".to_owned(), true.into());
    }
    let config = format!(r#"{{ "api": {text}, "settings": {settings} }}"#);
    let config: InviteConfig = serde_json::from_str(&config).expect("a configuration");
    let plan = plan(&config, &[ann, InviteeInput::new("bob@acme.com")], &Native);
    assert_eq!(plan.problems, [], "{description:#}");
    let mut text = String::new();
    for request in plan.requests {
        let _ = write!(text, "{} {}\n{}\n", request.method, request.url, request.body);
    }
    text.trim_end().to_owned()
}
