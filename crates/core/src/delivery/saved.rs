//! A delivery as text, so that a reload loses nothing: what is known is known again, what had left is
//! unconfirmed, what had not is not sent, and nothing goes on by itself.

use super::key::is_key;
use super::retry::Unsettled;
use super::{Delivery, Ledger};
use crate::config::InviteConfig;
use crate::invitee::InviteeInput;
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::message::{Coded, Params, display_sentence};
use crate::outcome::{Outcome, Reason, Status};
use crate::unicode::Unicode;

mod departure;
mod host;
mod outcome;

use departure::Departure;
use outcome::SavedOutcome;

/// The form of the text; another number is another form.
const VERSION: u32 = 1;
/// The highest number that a saved request has: what comes after has room to count.
const MAX_REQUESTS: u32 = u32::MAX / 2;

/// Why a text can't be resumed as a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResumeError {
    /// Its parts contradict one another.
    Inconsistent,
    /// It is no saved delivery.
    Malformed {
        /// What has an unexpected shape, such as `invitees[3].roles`.
        at: String,
    },
    /// Another version of this library wrote it.
    Version {
        /// The number of its form.
        version: u32,
    },
}

impl Delivery {
    /// The delivery as JSON, as it would be if it were interrupted now. It holds the configuration, the
    /// people and what became of them, and no secret.
    ///
    /// ```
    /// # #[cfg(feature = "native")]
    /// # {
    /// use invite_users_core::{Delivery, InviteConfig, InviteeInput, Status, unicode::Native};
    ///
    /// let config = InviteConfig { api: "galileo".into(), ..InviteConfig::default() };
    /// let delivery = Delivery::new(&config, &[InviteeInput::new("ann@acme.com")], &Native);
    /// let mut resumed = Delivery::resume(&delivery.to_json(), &Native).expect("what was written");
    /// assert_eq!(resumed.report().outcomes[0].status, Status::NotSent);
    /// assert_eq!(resumed.retry(&[0]), 1);
    /// # }
    /// ```
    pub fn to_json(&self) -> String {
        let ledger = self.as_if_ended(&Reason::InterruptedInFlight, &Reason::Interrupted);
        let unsettled = self.unsettled_then(&ledger);
        let unsettled: Vec<Json> = unsettled.into_iter().map(Json::from).collect();
        let invitees: Vec<Json> = self.people.iter().map(host::invitee).collect();
        let outcomes: Vec<Json> = ledger.outcomes().map(outcome::write).collect();
        let retry_at = self.pace.retry_at().and_then(|at| i64::try_from(at).ok());
        Json::from(
            Object::new()
                .with("version", VERSION)
                .with("config", host::config(&self.config))
                .with("invitees", invitees)
                .with("outcomes", outcomes)
                .with("unsettled", unsettled)
                .with("nextId", self.next_id.min(MAX_REQUESTS))
                .with("requests", self.requests.min(MAX_REQUESTS))
                .with("retryAt", retry_at),
        )
        .to_string()
    }

    /// The delivery that was written; [`next`](Self::next) has nothing to do until
    /// [`retry`](Self::retry) chooses who goes again.
    ///
    /// # Errors
    /// A [`ResumeError`] for every text that [`to_json`](Self::to_json) did not write.
    pub fn resume(json: &str, unicode: &dyn Unicode) -> Result<Self, ResumeError> {
        Self::resume_after(json, "", unicode)
    }

    /// The same, where requests have left since it was written: `departures` has one line for each, as
    /// [`departure`](Self::departure) gave it. Whoever was in one of them is unconfirmed.
    ///
    /// To write ten thousand people before each of ten thousand requests would take longer than to
    /// send them; so write the whole now and then, and in between a line for each request.
    ///
    /// # Errors
    /// A [`ResumeError`] for every text that this library did not write.
    pub fn resume_after(
        json: &str,
        departures: &str,
        unicode: &dyn Unicode,
    ) -> Result<Self, ResumeError> {
        let saved = Saved::parse(json)?;
        let departures = Departure::parse_all(departures, saved.invitees.len())?;
        let mut delivery = Self::new(&saved.config, &saved.invitees, unicode);
        delivery.waiting.clear();
        delivery.halted = Some(Reason::Interrupted);
        delivery.ledger = Ledger::new(saved.invitees.len());
        saved.outcomes.into_iter().for_each(|outcome| delivery.ledger.settle(outcome));
        delivery.unsettled = saved.unsettled;
        delivery.pace.set_retry_at(saved.retry_at);
        (delivery.next_id, delivery.requests) = (saved.next_id, saved.requests);
        for departure in departures {
            delivery.take_up(departure);
        }
        Ok(delivery)
    }

    /// Somebody else went on with it from what was written: whoever is not known to be invited may be.
    pub fn doubt(&mut self) {
        for person in 0..self.people.len() {
            self.doubt_person(person);
        }
    }

    /// Nobody knows any more what became of this person, unless they were invited.
    fn doubt_person(&mut self, person: usize) {
        if !self.ledger.is(person, |status| status == Status::Invited) {
            let reason = Reason::InterruptedInFlight;
            self.ledger.settle(Outcome::because(person, Status::Unconfirmed, reason));
        }
    }

    /// What it was planned with.
    pub fn config(&self) -> &InviteConfig {
        &self.config
    }

    /// Its people, by whose place in here outcomes name them.
    pub fn invitees(&self) -> &[InviteeInput] {
        &self.people
    }

    /// Whether a configuration leads to the place that this delivery was planned for: the same API,
    /// server and settings.
    pub fn is_for(&self, config: &InviteConfig) -> bool {
        host::place(&self.config) == host::place(config)
    }

    /// The requests of which nobody would know what became, were it to end like this.
    fn unsettled_then(&self, ledger: &Ledger) -> Vec<Unsettled> {
        let unknown = |&person: &usize| ledger.is(person, |it| it == Status::Unconfirmed);
        let mut unsettled = self.unsettled.clone();
        for job in self.in_flight.iter().chain(&self.waiting) {
            if let (Some(key), true) = (&job.key, job.request.invitees.iter().all(unknown)) {
                let invitees = job.request.invitees.clone();
                unsettled.push(Unsettled { key: key.clone(), invitees });
            }
        }
        unsettled
    }
}

/// What the text says, checked.
struct Saved {
    config: InviteConfig,
    invitees: Vec<InviteeInput>,
    outcomes: Vec<Outcome>,
    unsettled: Vec<Unsettled>,
    next_id: u32,
    requests: u32,
    retry_at: Option<u64>,
}

impl Saved {
    fn parse(text: &str) -> Result<Self, ResumeError> {
        let json = Json::parse(text).ok_or_else(|| ShapeError::expected("JSON"))?;
        let mut members = Object::from_json(json)?;
        let version = members.required("version")?;
        if version != VERSION {
            return Err(ResumeError::Version { version });
        }
        let outcomes: Vec<SavedOutcome> = members.required("outcomes")?;
        let outcomes = (0..).zip(outcomes).map(|(invitee, saved)| saved.of(invitee)).collect();
        let saved = Self {
            config: members.required("config")?,
            invitees: members.required("invitees")?,
            outcomes,
            unsettled: members.required("unsettled")?,
            next_id: members.required("nextId")?,
            requests: members.required("requests")?,
            retry_at: members.required("retryAt")?,
        };
        if saved.is_consistent() { Ok(saved) } else { Err(ResumeError::Inconsistent) }
    }

    fn is_consistent(&self) -> bool {
        let unconfirmed = |&person: &usize| {
            self.outcomes.get(person).is_some_and(|it| it.status == Status::Unconfirmed)
        };
        let sound = |request: &Unsettled| {
            !request.invitees.is_empty()
                && request.invitees.iter().all(unconfirmed)
                && request.invitees.is_sorted_by(|one, next| one < next)
                && is_key(&request.key)
        };
        let mut seen = vec![false; self.outcomes.len()];
        let first_time = |&person: &usize| {
            seen.get_mut(person).is_some_and(|seen| !std::mem::replace(seen, true))
        };
        self.outcomes.len() == self.invitees.len()
            && self.unsettled.iter().all(sound)
            && self.unsettled.iter().flat_map(|request| &request.invitees).all(first_time)
            && self.next_id.max(self.requests) <= MAX_REQUESTS
    }
}

impl From<Unsettled> for Json {
    fn from(request: Unsettled) -> Self {
        let invitees = Json::list(request.invitees);
        Object::new().with("key", request.key).with("invitees", invitees).into()
    }
}

impl FromJson for Unsettled {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        Ok(Self { key: members.required("key")?, invitees: members.required("invitees")? })
    }
}

impl From<ShapeError> for ResumeError {
    fn from(error: ShapeError) -> Self {
        let at = if error.path.is_empty() { "it".to_owned() } else { error.path };
        Self::Malformed { at }
    }
}

impl Coded for ResumeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Inconsistent => "resume_inconsistent",
            Self::Malformed { .. } => "resume_malformed",
            Self::Version { .. } => "resume_version",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::Inconsistent => "the saved delivery contradicts itself; start a new one",
            Self::Malformed { .. } => "this is not a saved delivery: {at} is not as it was written",
            Self::Version { .. } => {
                "the saved delivery has version {version}, which can't be read here; start a new \
                 one"
            }
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Inconsistent => Params::new(),
            Self::Malformed { at } => [("at", at.as_str().into())].into(),
            Self::Version { version } => [("version", (*version).into())].into(),
        }
    }
}

display_sentence!(ResumeError);

impl std::error::Error for ResumeError {}
