//! A request that left after its delivery was written: a line that costs as little as the request.

use super::{MAX_REQUESTS, ResumeError};
use crate::delivery::Delivery;
use crate::delivery::key::is_key;
use crate::delivery::retry::Unsettled;
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::outcome::Status;

/// What there is to know of a request that left.
pub(super) struct Departure {
    id: u32,
    key: Option<String>,
    invitees: Vec<usize>,
}

impl Delivery {
    /// One line of JSON on a request that is on its way, to be written before it is really sent: for
    /// [`resume_after`](Self::resume_after), where the delivery itself was written earlier. `None`
    /// where no such request has left.
    ///
    /// ```
    /// # #[cfg(feature = "native")]
    /// # {
    /// use invite_users_core::delivery::Step;
    /// use invite_users_core::{Delivery, InviteConfig, InviteeInput, Status, unicode::Native};
    ///
    /// let config = InviteConfig { api: "galileo".into(), ..InviteConfig::default() };
    /// let mut delivery = Delivery::new(&config, &[InviteeInput::new("ann@acme.com")], &Native);
    /// let written = delivery.to_json();
    /// let Step::Send { request, attempt, .. } = delivery.next(0) else { panic!("one request") };
    /// assert!(delivery.leave(request.id, attempt));
    /// let line = delivery.departure(request.id).expect("it is on its way");
    /// let resumed = Delivery::resume_after(&written, &line, &Native).expect("what was written");
    /// assert_eq!(resumed.report().outcomes[0].status, Status::Unconfirmed);
    /// # }
    /// ```
    pub fn departure(&self, id: u32) -> Option<String> {
        let job = self.in_flight.iter().find(|job| job.left && job.request.id == id)?;
        let invitees = Json::list(job.request.invitees.iter().copied());
        let line = Object::new()
            .with("id", id.min(MAX_REQUESTS))
            .with("key", job.key.as_deref())
            .with("invitees", invitees);
        Some(Json::from(line).to_string())
    }

    /// Nobody knows what became of its people; what the server said of them before is out of date.
    pub(super) fn take_up(&mut self, departure: Departure) {
        let Departure { id, key, invitees } = departure;
        for &person in &invitees {
            self.doubt_person(person);
        }
        self.next_id = self.next_id.max(id.saturating_add(1).min(MAX_REQUESTS));
        self.requests = self.requests.saturating_add(1).min(MAX_REQUESTS);
        let unknown = |person: &usize| self.ledger.is(*person, |it| it == Status::Unconfirmed);
        let is_whole = invitees.iter().all(unknown);
        let in_it = |person: &usize| invitees.binary_search(person).is_ok();
        self.unsettled.retain(|known| !known.invitees.iter().any(&in_it));
        if let (Some(key), true) = (key, is_whole) {
            self.unsettled.push(Unsettled { key, invitees });
        }
    }
}

impl Departure {
    /// All of them, of a delivery to that many people.
    pub(super) fn parse_all(lines: &str, people: usize) -> Result<Vec<Self>, ResumeError> {
        let parse = |line: &str| {
            let json = Json::parse(line).ok_or_else(|| ShapeError::expected("JSON"))?;
            let departure = Self::from_json(json)?;
            if departure.fits(people) { Ok(departure) } else { Err(ResumeError::Inconsistent) }
        };
        lines.lines().map(parse).collect()
    }

    fn fits(&self, people: usize) -> bool {
        !self.invitees.is_empty()
            && self.invitees.is_sorted_by(|one, next| one < next)
            && self.invitees.iter().all(|&person| person < people)
            && self.key.as_deref().is_none_or(is_key)
    }
}

impl FromJson for Departure {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        Ok(Self {
            id: members.required("id")?,
            key: members.required("key")?,
            invitees: members.required("invitees")?,
        })
    }
}
