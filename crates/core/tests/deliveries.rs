//! Deliveries from `tests/data/deliveries.json`: what comes back for each request that leaves, and what
//! becomes of everybody.

#![cfg(feature = "native")]

use std::fs;
use std::path::PathBuf;

use invite_users_core::delivery::{Loss, Step};
use invite_users_core::unicode::Native;
use invite_users_core::{Coded, CredentialError, Delivery, InviteConfig, InviteeInput, Reply};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    name: String,
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
    /// One for each request that leaves, and what the host does in between.
    answers: Vec<Answer>,
    /// The invitees of each request, in the order of leaving.
    sent: Vec<Vec<usize>>,
    /// The generation of the credential that each request took.
    credentials: Option<Vec<u32>>,
    /// Each "status" or "status code".
    outcomes: Vec<String>,
    /// How long it waited in all, in milliseconds.
    waited: Option<u64>,
    retry_at: Option<u64>,
    /// The codes of what kept everything from being sent, where that is looked at.
    problems: Option<Vec<String>>,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Answer {
    Reply(Reply),
    Event(String),
    /// The host chooses these people to go again.
    Retry {
        retry: Vec<usize>,
    },
    /// The clock is set forward or back by so many milliseconds.
    Clock {
        clock: i64,
    },
}

#[test]
fn scripted() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/deliveries.json");
    let text = fs::read_to_string(path).expect("the data is there");
    for case in serde_json::from_str::<Vec<Case>>(&text).expect("the data is well formed") {
        Play::new(&case).play();
    }
}

struct Play<'a> {
    case: &'a Case,
    answers: std::slice::Iter<'a, Answer>,
    delivery: Delivery,
    now: u64,
    waited: u64,
    sent: Vec<Vec<usize>>,
    credentials: Vec<u32>,
}

impl<'a> Play<'a> {
    fn new(case: &'a Case) -> Self {
        let delivery = Delivery::new(&case.config, &case.invitees, &Native);
        let (now, waited, sent, credentials) = (0, 0, Vec::new(), Vec::new());
        Self { case, answers: case.answers.iter(), delivery, now, waited, sent, credentials }
    }

    fn play(mut self) {
        let name = &self.case.name;
        loop {
            while self.acts_in_between() {}
            match self.delivery.next(self.now) {
                Step::Send { request, attempt, credential } => {
                    self.answer(request.id, attempt);
                    self.sent.push(request.invitees);
                    self.credentials.push(credential);
                }
                Step::Wait { ms, .. } => {
                    self.now += ms;
                    self.waited += ms;
                }
                Step::Await => panic!("{name}: everything was answered"),
                Step::Done => return self.check(),
            }
        }
    }

    fn check(mut self) {
        let name = &self.case.name;
        let report = self.delivery.report();
        let outcomes = json!(report.outcomes);
        let told: Vec<String> = outcomes.as_array().expect("a list").iter().map(told).collect();
        assert_eq!(self.sent, self.case.sent, "{name}");
        assert_eq!(told, self.case.outcomes, "{name}");
        assert!(self.answers.next().is_none(), "{name}: one request less");
        assert!(self.case.waited.is_none_or(|it| it == self.waited), "{name}: {} ms", self.waited);
        assert_eq!(report.retry_at, self.case.retry_at, "{name}");
        let problems: Vec<&str> = report.problems.iter().map(Coded::code).collect();
        assert!(
            self.case.problems.as_ref().is_none_or(|it| *it == problems),
            "{name}: {problems:?}"
        );
        let expected = self.case.credentials.as_ref().unwrap_or(&self.credentials);
        assert_eq!(&self.credentials, expected, "{name}");
    }

    /// Whether it was the host's turn, and not the server's.
    fn acts_in_between(&mut self) -> bool {
        match self.answers.as_slice().first() {
            Some(Answer::Retry { retry }) => drop(self.delivery.retry(retry)),
            Some(Answer::Clock { clock }) => self.now = self.now.saturating_add_signed(*clock),
            _ => return false,
        }
        self.answers.next().is_some()
    }

    fn answer(&mut self, id: u32, attempt: u32) {
        let name = &self.case.name;
        let answer = self.answers.next().unwrap_or_else(|| panic!("{name}: one request more"));
        let stays = ["auth", "auth malformed", "cancel before leaving", "reload before leaving"];
        let leaves = !matches!(answer, Answer::Event(event) if stays.contains(&event.as_str()));
        assert!(!leaves || self.delivery.leave(id, attempt), "{name}");
        let (delivery, now) = (&mut self.delivery, self.now);
        match answer {
            Answer::Reply(reply) => delivery.reply(id, attempt, now, reply),
            Answer::Event(event) => match event.as_str() {
                "auth" => delivery.auth_failed(id, attempt),
                "auth malformed" => {
                    delivery.auth_malformed(id, attempt, CredentialError::Malformed);
                }
                "cancel" | "cancel before leaving" => delivery.cancel(),
                "connection" => delivery.lost(id, attempt, now, Loss::Connection, ""),
                "redirect" => delivery.lost(id, attempt, now, Loss::Redirect, ""),
                "reload" | "reload before leaving" => {
                    let written = delivery.to_json();
                    *delivery = Delivery::resume(&written, &Native).expect("what was written");
                }
                "timeout" => delivery.lost(id, attempt, now, Loss::Timeout, ""),
                "unreadable" => delivery.lost(id, attempt, now, Loss::Unreadable, "<html>"),
                event => panic!("{name}: no event {event}"),
            },
            Answer::Retry { .. } | Answer::Clock { .. } => panic!("{name}: it has no answer"),
        }
    }
}

fn told(outcome: &Value) -> String {
    let status = outcome["status"].as_str().unwrap_or_default();
    outcome["code"].as_str().map_or_else(|| status.to_owned(), |code| format!("{status} {code}"))
}
