//! The server: processes, refuses, stalls and dies at random, and remembers whom it invited.

use std::collections::BTreeMap;

use invite_users_core::delivery::Loss;
use invite_users_core::{PlannedRequest, Reply};
use serde_json::{Value, json};

use super::random::Random;
use super::world::World;

/// What the server did, and what comes of it on the way back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// What arrives.
    pub(crate) result: Result<Reply, Loss>,
    /// What it tells of each of the request's people, in their order.
    pub(crate) told: Vec<Told>,
}

/// What an answer tells of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Invited,
    /// By a 2xx, or as invited already: whatever came before.
    SurelyNot,
    /// This attempt did not invite them.
    NotNow,
    Unknown,
}

#[derive(Debug)]
pub(crate) struct Server {
    /// How often each person was invited.
    pub(crate) times: Vec<u32>,
    /// Who is always refused.
    bad: Vec<bool>,
    /// How many of a hundred requests meet a fault.
    faults: u64,
    /// What it says to everything, where it says nothing else: a delivery ends even so.
    stubborn: Option<u16>,
    /// The lowest generation of the credential that is accepted.
    valid_from: u32,
    /// The header that tells repeats, and what was answered by its value.
    key_header: Option<String>,
    known: BTreeMap<String, String>,
}

impl Server {
    pub(crate) fn new(people: usize, key_header: Option<String>, random: &mut Random) -> Self {
        let bad = random.one_of(&[0, 0, 20, 50]);
        Self {
            times: vec![0; people],
            bad: (0..people).map(|_| random.percent(bad)).collect(),
            faults: random.one_of(&[0, 10, 30, 60, 90]),
            stubborn: random.percent(15).then(|| random.one_of(&[401, 413, 422, 429, 500])),
            valid_from: 0,
            key_header,
            known: BTreeMap::new(),
        }
    }

    /// Takes a request with the credential of that generation.
    pub(crate) fn take(
        &mut self,
        world: &World,
        request: &PlannedRequest,
        credential: u32,
        random: &mut Random,
    ) -> Answer {
        let people = people_of(&request.body);
        assert_eq!(people, request.invitees, "the body invites others than the request says");
        if let Some(status) = self.stubborn {
            let told = if status == 500 { Told::Unknown } else { Told::NotNow };
            return all(&people, told, Ok(reply(status, "{\"detail\":\"never\"}")));
        }
        if random.percent(self.faults / 8) {
            self.valid_from = credential + 1; // the token expired
        }
        if credential < self.valid_from {
            return all(&people, Told::NotNow, Ok(reply(401, "")));
        }
        if random.percent(self.faults) {
            return self.fault(world, request, &people, random);
        }
        self.answer(world, request, &people, random)
    }

    /// Does what the API's document says.
    fn answer(
        &mut self,
        world: &World,
        request: &PlannedRequest,
        people: &[usize],
        random: &mut Random,
    ) -> Answer {
        let refused: Vec<usize> = people.iter().copied().filter(|&it| self.bad[it]).collect();
        let partly = world.tells_failures && random.percent(50);
        if !refused.is_empty() && !partly {
            return all(people, Told::NotNow, Ok(refusal(world, people, &refused, random)));
        }
        let known = people.iter().all(|&it| self.times[it] > 0);
        if known && people.len() == 1 && !self.is_known(request) && random.percent(30) {
            return all(people, Told::SurelyNot, Ok(reply(409, "")));
        }
        let body = self.process(world, request, people);
        let told = |&it: &usize| if self.bad[it] { Told::SurelyNot } else { Told::Invited };
        Answer { result: Ok(reply(200, &body)), told: people.iter().map(told).collect() }
    }

    /// Invites those who are not refused; by a key that it knows, it only says again what it said.
    fn process(&mut self, world: &World, request: &PlannedRequest, people: &[usize]) -> String {
        let key = self.key_of(request);
        if let Some(body) = key.as_ref().and_then(|key| self.known.get(key)) {
            return body.clone();
        }
        let (bad, good): (Vec<usize>, Vec<usize>) = people.iter().partition(|&&it| self.bad[it]);
        for &person in &good {
            self.times[person] += 1;
        }
        let body = (world.success)(&addresses(&good), &addresses(&bad));
        self.known.extend(key.map(|key| (key, body.clone())));
        body
    }

    /// Any of the things that go wrong.
    fn fault(
        &mut self,
        world: &World,
        request: &PlannedRequest,
        people: &[usize],
        random: &mut Random,
    ) -> Answer {
        if random.percent(50) {
            return all(people, Told::NotNow, Ok(refused(world, people, random)));
        }
        let mut body = (world.success)(&addresses(people), &[]);
        if random.percent(50) && people.iter().all(|&it| !self.bad[it]) {
            body = self.process(world, request, people);
        }
        all(people, Told::Unknown, nothing_told(world, &body, random))
    }

    fn is_known(&self, request: &PlannedRequest) -> bool {
        self.key_of(request).is_some_and(|key| self.known.contains_key(&key))
    }

    fn key_of(&self, request: &PlannedRequest) -> Option<String> {
        let header = self.key_header.as_ref()?;
        let found = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(header));
        Some(found.expect("the key that the API wants").1.clone())
    }
}

/// An answer after which nobody knows what the server did.
fn nothing_told(world: &World, body: &str, random: &mut Random) -> Result<Reply, Loss> {
    match random.below(10) {
        0 | 1 => Err(Loss::Connection),
        2 | 3 => Err(Loss::Timeout),
        4 => Err(Loss::Unreadable),
        5 => Err(Loss::Redirect),
        6 => Ok(reply(random.one_of(&[301, 307]), "")),
        7 if world.names_people => Ok(reply(200, &body.replace("acme", "else"))),
        7 | 8 => Ok(reply(200, random.one_of(&["<html>", "{\"emails\":[", "[]]"]))),
        _ => Ok(reply(random.one_of(&[408, 500, 502, 504]), "<html>")),
    }
}

/// A refusal for a reason that is not in the request.
fn refused(world: &World, people: &[usize], random: &mut Random) -> Reply {
    match random.below(14) {
        0..=4 => wait(random),
        5 => reply(random.one_of(&[404, 418]), ""),
        6 | 7 => reply(403, ""),
        8 => reply(413, ""),
        9 => shared(world),
        10 | 11 => not_sent(people, random),
        _ => reply(400, "{\"title\":\"No\"}"),
    }
}

/// A refusal of the request because of some of its people, who may be named in several ways.
fn refusal(world: &World, people: &[usize], bad: &[usize], random: &mut Random) -> Reply {
    let error = |&person: &usize| {
        let index = people.iter().position(|&it| it == person).unwrap_or_default();
        Some(json!({ "loc": world.place?(index), "msg": "no mailbox", "type": "value_error" }))
    };
    let errors: Option<Vec<Value>> = bad.iter().map(error).collect();
    match (random.below(3), errors) {
        (0, Some(errors)) => reply(422, &json!({ "detail": errors }).to_string()),
        (0 | 1, _) => {
            let detail = format!("The address '{}' is not valid.", addresses(bad).join("', '"));
            reply(400, &json!({ "title": "Bad Request", "detail": detail }).to_string())
        }
        _ => reply(422, "{\"detail\":\"somebody is wrong\"}"),
    }
}

fn shared(world: &World) -> Reply {
    let path = world.shared.unwrap_or(&["body"]);
    let error = json!({ "loc": path, "msg": "not this one", "type": "value_error" });
    reply(422, &json!({ "detail": [error] }).to_string())
}

/// The server in between refuses (RFC 9457), and says that nothing left it.
fn not_sent(people: &[usize], random: &mut Random) -> Reply {
    let whom = if random.percent(50) { addresses(&people[..1]).join("") } else { "nobody".into() };
    let body = json!({ "title": "Refused", "detail": format!("{whom} may go"), "sent": false });
    reply(random.one_of(&[400, 403, 422, 502]), &body.to_string())
}

fn wait(random: &mut Random) -> Reply {
    let after =
        random.one_of(&["0", "3", "20", "599", "601", "soon", "Thu, 01 Jan 1970 01:00:00 GMT"]);
    let headers = vec![("Retry-After".to_owned(), after.to_owned())];
    let status = random.one_of(&[425, 429, 429, 503]);
    let headers = if status != 503 && random.percent(30) { Vec::new() } else { headers };
    Reply { status, headers, body: String::new() }
}

fn all(people: &[usize], told: Told, result: Result<Reply, Loss>) -> Answer {
    Answer { result, told: vec![told; people.len()] }
}

fn reply(status: u16, body: &str) -> Reply {
    Reply { status, headers: Vec::new(), body: body.to_owned() }
}

fn addresses(people: &[usize]) -> Vec<String> {
    people.iter().map(|person| format!("p{person}@acme.com")).collect()
}

/// Whom a body invites, in whatever shape.
fn people_of(body: &str) -> Vec<usize> {
    let before = body.split("@acme.com").filter_map(|text| text.rsplit_once("\"p"));
    before.filter_map(|(_, number)| number.parse().ok()).collect()
}
