//! An invitation: people and a destination, both checked, so that requests can be built.

use std::collections::HashMap;

use crate::api::{self, Batching};
use crate::config::InviteConfig;
use crate::destination::Destination;
use crate::email::EmailAddress;
use crate::invitee::{Invitee, InviteeInput, Rules};
use crate::json::Json;
use crate::plan::PlannedRequest;
use crate::problem::{Problem, ProblemKind};
use crate::unicode::Unicode;

/// People, where they are invited, and how many of them go into one request.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Where.
    pub destination: Destination,
    /// Who; an index into this list names a person everywhere.
    pub invitees: Vec<Invitee>,
    max_batch: usize,
}

impl Invitation {
    /// Checks a configuration and people against it.
    ///
    /// # Errors
    /// Every [`Problem`] of both, those of the configuration first.
    pub fn parse(
        config: &InviteConfig,
        people: &[InviteeInput],
        unicode: &dyn Unicode,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let destination = Destination::parse(config).map_err(|found| problems.extend(found)).ok();
        let invitees = check_people(config, people, unicode, &mut problems);
        match destination {
            Some(destination) if problems.is_empty() => {
                let max_batch = max_batch(config, &destination);
                Ok(Self { destination, invitees, max_batch })
            }
            _ => Err(problems),
        }
    }

    /// The requests that invite everybody, in order.
    pub fn requests(&self) -> Vec<PlannedRequest> {
        (0..).zip(&self.all_batches()).map(|(id, batch)| self.request(id, batch)).collect()
    }

    fn all_batches(&self) -> Vec<Vec<usize>> {
        let everybody: Vec<usize> = (0..self.invitees.len()).collect();
        self.batches(&everybody)
    }

    /// Those people (indices), grouped as the API wants them; the order is kept.
    pub(crate) fn batches(&self, people: &[usize]) -> Vec<Vec<usize>> {
        let groups = match self.destination.api.info().batching {
            Batching::Each => people.iter().map(|&person| vec![person]).collect(),
            Batching::PerRole => self.by_role(people),
            Batching::Together if people.is_empty() => Vec::new(),
            Batching::Together => vec![people.to_vec()],
        };
        groups.iter().flat_map(|group| group.chunks(self.max_batch)).map(<[_]>::to_vec).collect()
    }

    /// The request that invites those people (indices).
    pub(crate) fn request(&self, id: u32, people: &[usize]) -> PlannedRequest {
        let Destination { api, url, settings } = &self.destination;
        let invitees: Vec<&Invitee> = people.iter().map(|&person| &self.invitees[person]).collect();
        PlannedRequest {
            id,
            method: api.info().method.to_string(),
            url: url.clone(),
            headers: [("accept", "application/json"), ("content-type", "application/json")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
            body: Json::from(api.body(settings, &invitees)).to_string(),
            invitees: people.to_vec(),
        }
    }

    /// The roles that the person gets, the API's default among them.
    pub(crate) fn roles_of(&self, person: usize) -> impl Iterator<Item = &str> {
        let roles = self.invitees.get(person).map(|it| it.roles.as_slice()).unwrap_or_default();
        self.destination.api.info().roles.given(roles)
    }

    /// Groups by role; no role counts as the default one, in the order of first appearance.
    fn by_role(&self, people: &[usize]) -> Vec<Vec<usize>> {
        let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
        for &person in people {
            let role = self.roles_of(person).next().unwrap_or_default();
            match groups.iter_mut().find(|(name, _)| *name == role) {
                Some((_, group)) => group.push(person),
                None => groups.push((role, vec![person])),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }
}

/// Checks people against the API and the configuration; each finding goes to `problems`.
pub(crate) fn check_people(
    config: &InviteConfig,
    people: &[InviteeInput],
    unicode: &dyn Unicode,
    problems: &mut Vec<Problem>,
) -> Vec<Invitee> {
    problems.extend(problems_of_number(people.len(), config));
    let Ok(api) = api::find(&config.api) else { return Vec::new() };
    let rules =
        Rules { api: &*api, offered: config.roles.as_deref(), email: &config.email, unicode };
    let mut invitees = Vec::with_capacity(people.len());
    let mut first_of_key: HashMap<String, usize> = HashMap::new();
    for (index, input) in people.iter().enumerate() {
        let Some(invitee) = Invitee::parse(index, input, &rules, problems) else { continue };
        match first_of_key.get(invitee.email.key()) {
            Some(&first) => problems.push(duplicate(index, &invitee.email, first)),
            None => drop(first_of_key.insert(invitee.email.key().to_owned(), index)),
        }
        invitees.push(invitee);
    }
    invitees
}

/// What is wrong with so many people, whoever they are.
pub(crate) fn problems_of_number(count: usize, config: &InviteConfig) -> Option<Problem> {
    let kind = match config.max_invitees {
        _ if count == 0 => ProblemKind::NoInvitees,
        Some(max) if count > max => ProblemKind::TooManyInvitees { count, max },
        _ => return None,
    };
    Some(Problem { kind, field: None, invitee: None })
}

/// How many people go into one request, at most.
pub(crate) fn max_batch(config: &InviteConfig, destination: &Destination) -> usize {
    let limits = [config.max_batch, destination.api.info().max_batch];
    limits.into_iter().flatten().min().unwrap_or(usize::MAX).max(1)
}

/// Somebody has the address of the `first` person.
pub(crate) fn duplicate(index: usize, email: &EmailAddress, first: usize) -> Problem {
    let email = email.as_str().to_owned();
    Problem::of(index, "email", ProblemKind::DuplicateEmail { email, first })
}
