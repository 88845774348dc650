//! The claims: what must be true of a delivery, by what was really sent and told.

use invite_users_core::{Counts, Delivery, PlannedRequest, Reason, Status};

use super::server::{Server, Told};

/// What was done and told about one person.
#[derive(Clone, Debug)]
struct Person {
    /// Somebody asked for them that often; the first time by the delivery itself.
    asks: u32,
    /// A reply that arrived says that they are invited.
    confirmed: bool,
    /// A request may have invited them, and nothing that arrived says whether.
    doubtful: bool,
    /// How many requests since they were asked for ended like that, and the key of the last one.
    lost: u32,
    key: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Claims {
    people: Vec<Person>,
    safe_to_repeat: bool,
    key_header: Option<String>,
    /// How many requests left.
    pub(crate) requests: u32,
}

impl Claims {
    pub(crate) fn new(people: usize, safe_to_repeat: bool, key_header: Option<String>) -> Self {
        let person = Person { asks: 1, confirmed: false, doubtful: false, lost: 0, key: None };
        Self { people: vec![person; people], safe_to_repeat, key_header, requests: 0 }
    }

    /// A request leaves: nobody in it is confirmed, and nobody is unconfirmed who was not asked for,
    /// unless repeating does no harm.
    pub(crate) fn leaves(&mut self, request: &PlannedRequest) {
        let key = self.key_of(request);
        self.requests += 1;
        for &index in &request.invitees {
            let person = &self.people[index];
            assert!(!person.confirmed, "{index} is confirmed and is sent again");
            let harmless = self.safe_to_repeat || (key.is_some() && key == person.key);
            assert!(person.lost == 0 || harmless, "{index} is unconfirmed and is sent unasked");
            assert!(person.lost <= 2, "{index} is sent more than twice more");
        }
    }

    /// An answer arrived in time, or (`None`) none ever will.
    pub(crate) fn arrives(&mut self, request: &PlannedRequest, told: Option<&[Told]>) {
        let key = self.key_of(request);
        for (position, &index) in request.invitees.iter().enumerate() {
            let person = &mut self.people[index];
            match told.map_or(Told::Unknown, |told| told[position]) {
                Told::Invited => (person.confirmed, person.doubtful) = (true, false),
                Told::SurelyNot => person.doubtful = false,
                Told::NotNow => {}
                Told::Unknown => {
                    (person.doubtful, person.key) = (true, key.clone());
                    person.lost += 1;
                }
            }
        }
    }

    /// These people are asked for again.
    pub(crate) fn asks(&mut self, people: &[usize]) {
        for &index in people {
            self.people[index].asks += 1;
            self.people[index].lost = 0;
        }
    }

    /// What was told after the last writing is lost with the page: those people are in doubt again.
    pub(crate) fn forget(&mut self, resumed: &Delivery) {
        for outcome in resumed.outcomes() {
            let person = &mut self.people[outcome.invitee];
            let forgotten = outcome.status == Status::Unconfirmed && !person.doubtful;
            assert!(!person.confirmed || forgotten || outcome.status == Status::Invited);
            if forgotten {
                (person.doubtful, person.confirmed) = (true, false);
            }
        }
    }

    /// Everybody has one outcome, which agrees with what was told and with what the server did.
    pub(crate) fn agree(&self, delivery: &Delivery, server: &Server) {
        let report = delivery.report();
        assert_eq!(report.outcomes.len(), self.people.len(), "not one outcome for each person");
        assert_eq!(report.requests, self.requests, "requests");
        assert_eq!(delivery.progress().counts, Counts::of(delivery.outcomes()), "counts");
        for (index, (person, outcome)) in self.people.iter().zip(&report.outcomes).enumerate() {
            let times = server.times[index];
            let told = format!("{index}: {outcome:?}, {person:?}, invited {times} times");
            assert_eq!(outcome.invitee, index, "{told}");
            let status = match outcome.status {
                Status::Invited => person.confirmed && times > 0,
                Status::Unconfirmed => person.doubtful && !person.confirmed,
                Status::Failed | Status::NotSent => !person.confirmed && !person.doubtful,
            };
            assert!(status, "the report does not say what was told: {told}");
            let refused = matches!(outcome.status, Status::Failed | Status::NotSent);
            let already = outcome.reason == Some(Reason::AlreadyInvited);
            assert!(times == 0 || !refused || already, "the server knows better: {told}");
            assert!(times <= person.asks || self.safe_to_repeat, "invited too often: {told}");
        }
    }

    fn key_of(&self, request: &PlannedRequest) -> Option<String> {
        let header = self.key_header.as_ref()?;
        let found = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(header));
        found.map(|(_, value)| value.clone())
    }
}
