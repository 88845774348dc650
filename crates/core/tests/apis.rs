//! One conformance suite for every API: what is sent, byte for byte, and what each reply means.
//!
//! The cases are data in `tests/data/apis`; an API without data fails.

#![cfg(feature = "native")]

#[path = "shared/data.rs"]
mod data;
#[path = "shared/told.rs"]
mod told;

use data::data;
use told::told;

use invite_users_core::api::{self, Api, Batching};
use invite_users_core::json::{Json, Object};
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, Plan, Reply, forecast, plan, read_reply};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
struct PlanCase {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
    #[serde(default)]
    requests: Vec<Map<String, Value>>,
    #[serde(default)]
    problems: Vec<Map<String, Value>>,
}

#[derive(Deserialize)]
struct ReplyCase {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
    reply: Reply,
    outcomes: Vec<Value>,
    /// One of those in `situations.json`.
    situation: Option<String>,
}

/// Something that every API must have an example of.
#[derive(Deserialize)]
struct Situation {
    situation: String,
    /// What an API must have for it to make sense: `batch` or `settings`.
    needs: Option<String>,
}

/// What every API makes of a reply for one person.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CommonCase {
    name: String,
    reply: Reply,
    outcome: Value,
    /// The APIs for which this reply is their documented success.
    #[serde(default)]
    invited_by: Vec<String>,
}

#[test]
fn plans() {
    for api in api::ALL {
        for case in data::<Vec<PlanCase>>(&format!("{}/plans.json", api.info().id)) {
            let name = format!("{}: {}", api.info().id, case.name);
            let plan = plan(&case.config, &case.invitees, &Native);
            assert_members(&name, &json!(plan.requests), &case.requests);
            assert_members(&name, &json!(plan.problems), &case.problems);
            assert_sendable(&name, &plan);
            let forecast = forecast(&case.config, &case.invitees, &Native);
            assert_eq!(
                (forecast.requests, forecast.problems),
                (plan.requests.len(), plan.problems.clone())
            );
            assert_read_back(&name, api, &case, &plan);
        }
    }
}

#[test]
fn replies() {
    for api in api::ALL {
        for case in data::<Vec<ReplyCase>>(&format!("{}/replies.json", api.info().id)) {
            let name = format!("{}: {}", api.info().id, case.name);
            let plan = plan(&case.config, &case.invitees, &Native);
            assert_eq!(plan.problems, [], "{name}");
            let outcomes = read_reply(api, &plan.requests[0], &case.reply);
            assert_eq!(told(&outcomes), case.outcomes, "{name}");
        }
    }
}

#[test]
fn every_api_has_an_example_of_every_situation() {
    let situations: Vec<Situation> = data("situations.json");
    for api in api::ALL {
        let cases: Vec<ReplyCase> = data(&format!("{}/replies.json", api.info().id));
        let shown: Vec<_> = cases.iter().filter_map(|case| case.situation.as_deref()).collect();
        for Situation { situation, needs } in &situations {
            let makes_sense = match needs.as_deref() {
                None => true,
                Some("batch") => api.info().batching != Batching::Each,
                Some("settings") => !api.info().settings.is_empty(),
                Some(other) => panic!("{situation} needs {other}, which is unknown"),
            };
            assert_eq!(
                makes_sense,
                shown.contains(&&**situation),
                "{}: {situation}",
                api.info().id
            );
        }
        let known = |name: &&str| situations.iter().any(|it| it.situation == *name);
        assert!(shown.iter().all(known), "{}: {shown:?}", api.info().id);
    }
}

#[test]
fn replies_that_mean_the_same_everywhere() {
    let cases: Vec<CommonCase> = data("replies.json");
    for api in api::ALL {
        let plan = plan_for_one(api);
        for case in &cases {
            let outcomes = told(&read_reply(api, &plan.requests[0], &case.reply));
            let mut expected = case.outcome.clone();
            if case.invited_by.iter().any(|id| *id == api.info().id) {
                expected = json!({ "status": "invited" });
            }
            expected["invitee"] = json!(0);
            assert_eq!(outcomes, [expected], "{}: {}", api.info().id, case.name);
        }
    }
}

#[test]
fn problems_that_are_the_same_everywhere() {
    for api in api::ALL {
        let case = first_case(api);
        let problems = |people: &[InviteeInput]| {
            let plan = plan(&case.config, people, &Native);
            assert!(plan.requests.is_empty(), "{}", api.info().id);
            json!(plan.problems)
        };
        let one = &case.invitees[0];
        let shouting = InviteeInput { email: one.email.to_uppercase(), ..one.clone() };
        let malformed = InviteeInput { email: "ann".into(), ..one.clone() };
        assert_eq!(problems(&[])[0]["code"], "no_invitees", "{}", api.info().id);
        let duplicate = &problems(&[one.clone(), shouting])[0];
        assert_eq!(duplicate["code"], "duplicate_email", "{}", api.info().id);
        assert_eq!((&duplicate["invitee"], &duplicate["params"]["first"]), (&json!(1), &json!(0)));
        let missing_at = &problems(&[malformed])[0];
        assert_eq!(
            (&missing_at["code"], &missing_at["field"]),
            (&json!("missing_at"), &json!("email"))
        );
    }
}

#[test]
fn who_manages_others_is_privileged() {
    for api in api::ALL {
        for role in &*api.info().roles.choices {
            let manages =
                ["admin", "owner"].iter().any(|word| role.name.to_lowercase().contains(word));
            assert_eq!(role.privileged, manages, "{}: {}", api.info().id, role.name);
            let staff = ["CONTEXTUAL_", "SUPER_", "SERVICE_"];
            let for_staff = staff.iter().any(|start| role.name.starts_with(start));
            assert_eq!(role.staff_only, for_staff, "{}: {}", api.info().id, role.name);
        }
        assert!(api.info().person_fields.iter().all(|field| field.privileged));
    }
}

#[test]
fn unknown_api() {
    let config = InviteConfig { api: "acme".into(), ..InviteConfig::default() };
    let plan = plan(&config, &[InviteeInput::new("ann@acme.com")], &Native);
    assert_eq!(json!(plan.problems)[0]["code"], "unknown_api");
}

#[test]
fn examples_of_settings_pass_their_own_check() {
    for api in api::ALL {
        for spec in &*api.info().settings {
            let value = Json::parse(&spec.example).unwrap_or_else(|| (*spec.example).into());
            let given = Object::new().with(&spec.name, value);
            let checked = invite_users_core::Settings::parse(&given, &api.info().settings, false);
            assert!(checked.is_ok(), "{}.{}: {checked:?}", api.info().id, spec.name);
        }
    }
}

fn first_case(api: &dyn Api) -> PlanCase {
    data::<Vec<PlanCase>>(&format!("{}/plans.json", api.info().id)).remove(0)
}

fn plan_for_one(api: &dyn Api) -> Plan {
    let case = first_case(api);
    plan(&case.config, &case.invitees, &Native)
}

/// Whom a body invites is what was asked for, and nothing in it is unknown.
fn assert_read_back(name: &str, api: &dyn Api, case: &PlanCase, plan: &Plan) {
    for request in &plan.requests {
        let content = Json::parse(&request.body).and_then(|body| api.read(&body)).expect(name);
        assert_eq!(content.faults, [], "{name}");
        let emails: Vec<_> = content.people.iter().map(|person| &person.email).collect();
        let asked: Vec<_> = request.invitees.iter().map(|&it| &case.invitees[it].email).collect();
        assert_eq!(emails, asked, "{name}");
    }
}

/// What is common to every request.
fn assert_sendable(name: &str, plan: &Plan) {
    for (index, request) in plan.requests.iter().enumerate() {
        assert_eq!(request.id as usize, index, "{name}");
        assert_eq!(request.method, "POST", "{name}");
        let json = ("content-type".to_owned(), "application/json".to_owned());
        assert!(request.headers.contains(&json), "{name}");
    }
}

/// Each value must have the expected members; others are not looked at.
fn assert_members(name: &str, actual: &Value, expected: &[Map<String, Value>]) {
    let actual = actual.as_array().expect("a list");
    assert_eq!(actual.len(), expected.len(), "{name}: {actual:#?}");
    for (actual, expected) in actual.iter().zip(expected) {
        for (member, value) in expected {
            assert_eq!(&actual[member], value, "{name}: {member}");
        }
    }
}
