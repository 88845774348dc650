//! A schedule: one delivery, driven by a host that does everything at the wrong moment.

use std::ops::Range;

use invite_users_core::delivery::{Loss, Step};
use invite_users_core::unicode::Native;
use invite_users_core::{Delivery, Outcome, PlannedRequest, Reply, Status, api};

use super::claims::Claims;
use super::random::Random;
use super::server::{Answer, Server};
use super::world::{self, World};

/// More steps than any delivery here takes, however it goes.
const MAX_STEPS: u32 = 5_000;
/// Six times told to wait, twice more because nothing harmful comes of it, and twice with a newer
/// credential.
const MAX_ATTEMPTS: u32 = 10;
const MINUTE: u64 = 60_000;

/// What happened in schedules.
#[derive(Debug, Default)]
pub(crate) struct Seen([(&'static str, u32); 9]);

/// The events that must happen somewhere.
const EVENTS: [&str; 9] =
    ["auth_failed", "cancel", "duplicate", "jump", "refresh", "reload", "retry", "stale", "wait"];

impl Seen {
    fn note(&mut self, event: &'static str) {
        let place = EVENTS.iter().position(|&it| it == event).expect("one of the events");
        self.0[place] = (event, self.0[place].1 + 1);
    }

    pub(crate) fn add(&mut self, more: &Self) {
        for (sum, more) in self.0.iter_mut().zip(&more.0).filter(|(_, more)| more.1 > 0) {
            *sum = (more.0, sum.1 + more.1);
        }
    }

    pub(crate) fn is_everything(&self) -> bool {
        self.0.iter().all(|(_, count)| *count > 0)
    }
}

/// A request that was handed out.
struct Flight {
    request: PlannedRequest,
    attempt: u32,
    credential: u32,
    /// What is on its way back, once it has left.
    answer: Option<Answer>,
}

pub(crate) struct Schedule {
    random: Random,
    world: World,
    server: Server,
    claims: Claims,
    delivery: Delivery,
    people: usize,
    lanes: usize,
    flights: Vec<Flight>,
    /// Requests whose answer was given already.
    over: Vec<(u32, u32)>,
    /// The delivery as it was written last.
    written: String,
    now: u64,
    /// Since when (of what passed) and how long nothing may leave.
    passed: u64,
    pause: Range<u64>,
    /// How often the credential could have become a new one.
    renewals: u32,
    /// How many more times people are asked for again, or the page is loaded again.
    rounds: u32,
    /// How many more times the person cancels or can't sign in: not often, since that ends everything.
    stops: u32,
    seen: Seen,
}

impl Schedule {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random(seed);
        let mut worlds = world::all();
        let world = worlds.swap_remove(random.index(worlds.len()));
        let config = world.config(seed, &mut random);
        let count = 1 + random.index(9);
        let people = world.people(count);
        let info = api::find(&config.api).expect("an API");
        let info = info.info();
        let key_header = info.idempotency_header.as_ref().map(ToString::to_string);
        let default = if info.batching == api::Batching::Each { 4 } else { 1 };
        let delivery = Delivery::new(&config, &people, &Native);
        Self {
            server: Server::new(count, key_header.clone(), &mut random),
            claims: Claims::new(count, info.safe_to_repeat, key_header),
            written: delivery.to_json(),
            delivery,
            people: count,
            lanes: config.delivery.concurrency.unwrap_or(default),
            flights: Vec::new(),
            over: Vec::new(),
            now: random.one_of(&[0, 1_000_000, 1_800_000_000_000]),
            passed: 0,
            pause: 0..0,
            renewals: 0,
            rounds: random.one_of(&[0, 1, 2, 4]),
            stops: random.one_of(&[0, 0, 1, 2]),
            seen: Seen::default(),
            random,
            world,
        }
    }

    /// Plays until nothing happens any more.
    pub(crate) fn play(mut self) -> Seen {
        for _ in 0..MAX_STEPS {
            self.disturb();
            match self.delivery.next(self.now) {
                Step::Send { request, attempt, credential } => {
                    self.hand_out(request, attempt, credential);
                }
                Step::Wait { ms, .. } if self.flights.is_empty() || self.random.percent(50) => {
                    assert!(ms > 0, "a wait for nothing");
                    self.seen.note("wait");
                    self.pass(ms.min(MINUTE));
                }
                Step::Wait { .. } | Step::Await => self.go_on(),
                Step::Done => {
                    assert!(self.flights.is_empty(), "done, with requests on their way");
                    self.claims.agree(&self.delivery, &self.server);
                    if self.rounds == 0 {
                        return self.seen;
                    }
                    self.begin_again();
                }
            }
        }
        panic!("no end");
    }

    fn hand_out(&mut self, request: PlannedRequest, attempt: u32, credential: u32) {
        assert!(
            !self.pause.contains(&self.passed),
            "a request while the server is to be left alone"
        );
        assert!(attempt <= MAX_ATTEMPTS, "one request {attempt} times");
        assert!(credential <= self.renewals, "a new credential for no reason");
        self.flights.push(Flight { request, attempt, credential, answer: None });
        assert!(self.flights.len() <= self.lanes, "more than {} in flight", self.lanes);
    }

    /// One of the requests leaves, or is answered.
    fn go_on(&mut self) {
        let position = self.random.index(self.flights.len());
        let flight = &mut self.flights[position];
        let (id, attempt) = (flight.request.id, flight.attempt);
        if flight.answer.is_some() {
            let flight = self.flights.remove(position);
            return self.arrive(&flight);
        }
        if self.stops > 0 && self.random.percent(2) {
            self.seen.note("auth_failed");
            self.stops -= 1;
            self.flights.remove(position);
            return self.delivery.auth_failed(id, attempt);
        }
        self.claims.leaves(&flight.request);
        assert!(self.delivery.leave(id, attempt), "it may leave");
        assert!(!self.delivery.leave(id, attempt), "it left already");
        self.written = self.delivery.to_json();
        let (request, credential) = (&flight.request, flight.credential);
        let answer = self.server.take(&self.world, request, credential, &mut self.random);
        flight.answer = Some(answer);
    }

    fn arrive(&mut self, flight: &Flight) {
        let Some(Answer { result, told }) = &flight.answer else { return };
        self.claims.arrives(&flight.request, Some(told));
        if let Ok(reply) = result {
            self.note_reply(reply);
        }
        let (id, attempt) = (flight.request.id, flight.attempt);
        self.tell(id, attempt, result);
        self.over.push((id, attempt));
        if self.random.percent(10) {
            self.seen.note("duplicate");
            self.tell(id, attempt, result);
        }
    }

    fn note_reply(&mut self, reply: &Reply) {
        if reply.status == 401 {
            self.seen.note("refresh");
            self.renewals += 1;
        }
        let told = reply.header("retry-after").and_then(|after| after.parse::<u64>().ok());
        if let (425 | 429 | 503, Some(seconds @ ..=600)) = (reply.status, told) {
            let end = self.passed + seconds.max(1) * 1000;
            self.pause = self.passed..self.pause.end.max(end);
        }
    }

    fn tell(&mut self, id: u32, attempt: u32, result: &Result<Reply, Loss>) {
        match result {
            Ok(reply) => self.delivery.reply(id, attempt, self.now, reply),
            Err(loss) => self.delivery.lost(id, attempt, self.now, *loss, ""),
        }
    }

    /// What may happen at any time.
    fn disturb(&mut self) {
        match self.random.below(120) {
            0 if self.stops > 0 => self.cancel(),
            1 if self.rounds > 0 => self.reload(),
            2 if self.rounds > 0 => self.retry(),
            3..=8 => self.stale(),
            9..=12 => self.jump(),
            13 => assert_eq!(self.delivery.report().outcomes.len(), self.people),
            _ => {}
        }
    }

    fn cancel(&mut self) {
        self.seen.note("cancel");
        self.stops -= 1;
        for flight in std::mem::take(&mut self.flights) {
            if flight.answer.is_some() {
                self.claims.arrives(&flight.request, None);
            }
            self.over.push((flight.request.id, flight.attempt));
        }
        self.delivery.cancel();
        self.claims.agree(&self.delivery, &self.server);
    }

    /// The page is loaded again, with what was written last or just now.
    fn reload(&mut self) {
        self.seen.note("reload");
        self.rounds -= 1;
        let mut known = Vec::new();
        if self.random.percent(50) {
            self.written = self.delivery.to_json();
            known.extend(self.delivery.outcomes().cloned());
        }
        for flight in std::mem::take(&mut self.flights) {
            if flight.answer.is_some() {
                self.claims.arrives(&flight.request, None);
            }
        }
        self.over.clear();
        for _ in 0..=self.random.below(2) {
            self.delivery = Delivery::resume(&self.written, &Native).expect("what was written");
            assert_eq!(self.delivery.to_json(), self.written, "another text than was read");
        }
        let resumed: Vec<Outcome> = self.delivery.outcomes().cloned().collect();
        assert!(known.iter().all(|outcome| resumed.contains(outcome)), "{known:?}, {resumed:?}");
        assert_eq!(self.delivery.next(self.now), Step::Done, "it goes on by itself");
        self.claims.forget(&self.delivery);
        self.claims.agree(&self.delivery, &self.server);
        (self.pause, self.renewals) = (0..0, 0);
    }

    fn retry(&mut self) {
        self.seen.note("retry");
        self.rounds -= 1;
        let chosen: Vec<usize> =
            (0..self.random.index(15)).map(|_| self.random.index(self.people + 2)).collect();
        let open = |&person: &usize| chosen.contains(&person);
        let asked: Vec<usize> =
            (0..self.people).filter(open).filter(|it| self.ended(*it)).collect();
        self.claims.asks(&asked);
        assert_eq!(self.delivery.retry(&chosen), asked.len(), "others were chosen");
        self.renewals += 1;
        self.pause = 0..0;
    }

    /// Whether it is over for the person, who is not invited.
    fn ended(&self, person: usize) -> bool {
        self.delivery.outcomes().any(|it| it.invitee == person && it.status != Status::Invited)
    }

    fn begin_again(&mut self) {
        if self.random.percent(30) { self.reload() } else { self.retry() }
    }

    /// An event of a request that is over, or that never was.
    fn stale(&mut self) {
        self.seen.note("stale");
        let (id, attempt) = match self.random.below(3) {
            0 => (99_999, 1),
            1 if !self.flights.is_empty() => (self.flights[0].request.id, 9999),
            _ if self.over.is_empty() => return,
            _ => self.over[self.random.index(self.over.len())],
        };
        match self.random.below(4) {
            0 => assert!(!self.delivery.leave(id, attempt), "it is over"),
            1 => self.delivery.auth_failed(id, attempt),
            2 => self.tell(id, attempt, &Err(Loss::Redirect)),
            _ => self.tell(id, attempt, &Ok(Reply { status: 200, ..Reply::default() })),
        }
    }

    fn jump(&mut self) {
        self.seen.note("jump");
        let by = self.random.one_of(&[1, 999, 5000, MINUTE, 20 * MINUTE]);
        if self.random.percent(50) { self.pass(by) } else { self.now = self.now.saturating_sub(by) }
    }

    fn pass(&mut self, ms: u64) {
        self.now += ms;
        self.passed += ms;
    }
}
