//! A description is strong enough: those of the known APIs give the same requests, read the same
//! replies and find the same places.

use invite_users_core::api::custom::Custom;
use invite_users_core::api::{self, Api, ApiChoice, Content, Description, Place, Segment};
use invite_users_core::json::Json;
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, PlannedRequest, Reply, plan, read_reply};
use serde_json::{Value, json};

use crate::data::data;
use crate::told::told;

/// A known API and what its description makes of it.
struct Pair {
    known: &'static dyn Api,
    own: Custom,
    description: Json,
}

/// A case of the known API's data, as configuration and people.
struct Case {
    name: String,
    known: InviteConfig,
    own: InviteConfig,
    invitees: Vec<InviteeInput>,
    reply: Option<Reply>,
}

#[test]
fn they_say_the_same_of_themselves() {
    for Pair { known, own, .. } in pairs() {
        let mut info = own.info().clone();
        info.id.clone_from(&known.info().id);
        assert_eq!(info, *known.info());
    }
}

#[test]
fn they_plan_the_same() {
    for pair in pairs() {
        for case in pair.cases() {
            let known = plan(&case.known, &case.invitees, &Native);
            let own = plan(&case.own, &case.invitees, &Native);
            assert_eq!(own, known, "{}", case.name);
        }
    }
}

#[test]
fn they_read_the_same_replies() {
    let common: Vec<Value> = data("replies.json");
    for pair in pairs() {
        let mut replies: Vec<Reply> = common.iter().map(reply_of).collect();
        replies.extend(pair.cases().into_iter().filter_map(|case| case.reply));
        for case in pair.cases() {
            for request in plan(&case.known, &case.invitees, &Native).requests {
                let own = case.reply.iter().flat_map(changed_replies).collect::<Vec<_>>();
                for reply in replies.iter().chain(&own) {
                    pair.assert_same_outcomes(&case.name, &request, reply);
                }
            }
        }
    }
}

#[test]
fn they_read_the_same_bodies() {
    for pair in pairs() {
        for case in pair.cases() {
            for request in plan(&case.known, &case.invitees, &Native).requests {
                let body: Value = serde_json::from_str(&request.body).expect("JSON");
                for body in changed(&body) {
                    pair.assert_same_content(&case.name, &body);
                }
            }
        }
    }
}

#[test]
fn they_find_the_same_places() {
    let mut found = 0;
    for pair in pairs() {
        for case in pair.cases() {
            for request in plan(&case.known, &case.invitees, &Native).requests {
                let body = Json::parse(&request.body).expect("JSON");
                for path in pair.paths_in(&body) {
                    let (own, known) = (pair.own.place(&path), pair.known.place(&path));
                    assert_eq!(own, known, "{}: {path:?}", case.name);
                    found += usize::from(known != Place::Unknown);
                }
            }
        }
    }
    assert!(found > 100, "{found} places");
}

fn pairs() -> Vec<Pair> {
    let pair = |known: &'static dyn Api| {
        let description = data(&format!("custom/known/{}.json", known.info().id));
        let own = Custom::parse(&description).unwrap_or_else(|problems| panic!("{problems:#?}"));
        Pair { known, own, description }
    };
    api::ALL.into_iter().map(pair).collect()
}

fn reply_of(case: &Value) -> Reply {
    serde_json::from_value(case["reply"].clone()).expect("a reply")
}

impl Pair {
    fn cases(&self) -> Vec<Case> {
        let id = &self.known.info().id;
        let cases =
            ["plans", "replies"].map(|kind| data::<Vec<Value>>(&format!("{id}/{kind}.json")));
        cases.concat().iter().map(|case| self.case(case)).collect()
    }

    fn case(&self, case: &Value) -> Case {
        let config = || -> InviteConfig {
            serde_json::from_value(case["config"].clone()).expect("a configuration")
        };
        let api = ApiChoice::Described(Description::new(self.description.clone()));
        Case {
            name: format!("{}: {}", self.known.info().id, case["name"]),
            known: config(),
            own: InviteConfig { api, ..config() },
            invitees: serde_json::from_value(case["invitees"].clone()).expect("people"),
            reply: case.get("reply").map(|_| reply_of(case)),
        }
    }

    fn paths_in<'a>(&'a self, body: &'a Json) -> Vec<Vec<Segment<'a>>> {
        let mut paths = vec![vec![], vec![Segment::Name("body"), Segment::Name("nobody")]];
        paths_of(body, &[Segment::Name("body")], &mut paths);
        let settings = self.known.info().settings.iter();
        paths.extend(settings.map(|it| vec![Segment::Name("path"), Segment::Name(&it.name)]));
        paths
    }

    fn assert_same_outcomes(&self, name: &str, request: &PlannedRequest, reply: &Reply) {
        let known = told(&read_reply(self.known, request, reply));
        assert_eq!(told(&read_reply(&self.own, request, reply)), known, "{name}: {reply:?}");
    }

    fn assert_same_content(&self, name: &str, body: &Value) {
        let body = Json::parse(&body.to_string()).expect("JSON");
        let (own, known) = (self.own.read(&body).map(sorted), self.known.read(&body).map(sorted));
        assert_eq!(own, known, "{name}: {body}");
    }
}

/// The same content, whatever the order in which it was found.
fn sorted(mut content: Content) -> Content {
    content.faults.sort_by(|one, other| (&one.path, one.person).cmp(&(&other.path, other.person)));
    let mut settings: Vec<_> = content.settings.into_iter().collect();
    settings.sort_by(|one, other| one.0.cmp(&other.0));
    content.settings = settings.into_iter().collect();
    content
}

/// The reply, and where it is a success, it with other things in its body.
fn changed_replies(reply: &Reply) -> Vec<Reply> {
    let is_success = (200..300).contains(&reply.status);
    let body = serde_json::from_str(&reply.body).ok().filter(|_| is_success);
    let bodies = body.iter().flat_map(changed);
    let changed = bodies.map(|body| Reply { body: body.to_string(), ..reply.clone() });
    changed.chain([reply.clone()]).collect()
}

/// The body, and it with each value replaced by every kind of value, left out, and with a stranger
/// beside it.
fn changed(body: &Value) -> Vec<Value> {
    let mut bodies = vec![body.clone()];
    for pointer in pointers(body, String::new()) {
        for value in
            [json!(null), json!(true), json!(7), json!("x"), json!([]), json!(["x", 7]), json!({})]
        {
            let mut changed = body.clone();
            *changed.pointer_mut(&pointer).expect("a value") = value;
            bodies.push(changed);
        }
        let mut changed = body.clone();
        if let Some(object) = changed.pointer_mut(&pointer).and_then(Value::as_object_mut) {
            object.insert("nickname".to_owned(), json!("x"));
            bodies.push(changed);
        }
    }
    bodies
}

fn pointers(value: &Value, at: String) -> Vec<String> {
    let below: Vec<String> = match value {
        Value::Array(items) => (0..items.len()).map(|index| format!("{at}/{index}")).collect(),
        Value::Object(object) => object.keys().map(|name| format!("{at}/{name}")).collect(),
        _ => Vec::new(),
    };
    let inside = below.into_iter().flat_map(|pointer| {
        let last = pointer.rsplit('/').next().unwrap_or_default().to_owned();
        let child = value.get(&last).or_else(|| value.get(last.parse::<usize>().ok()?));
        pointers(child.expect("a part"), pointer)
    });
    std::iter::once(at).chain(inside).collect()
}

/// The path of each part, and of a part that is not there.
fn paths_of<'a>(value: &'a Json, path: &[Segment<'a>], paths: &mut Vec<Vec<Segment<'a>>>) {
    let below = |segment| [path, &[segment]].concat();
    paths.push(path.to_vec());
    match value {
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                paths_of(item, &below(Segment::Index(index)), paths);
            }
            paths.push(below(Segment::Index(items.len())));
        }
        Json::Object(object) => {
            for (name, value) in object {
                paths_of(value, &below(Segment::Name(name)), paths);
            }
            paths.push(below(Segment::Name("nickname")));
        }
        _ => {}
    }
}
