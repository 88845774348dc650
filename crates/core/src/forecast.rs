//! The forecast: what a plan would send, without its requests.

use std::collections::HashMap;

use crate::api::{self, ApiRef, Batching};
use crate::config::InviteConfig;
use crate::destination::Destination;
use crate::email::{EmailAddress, EmailError};
use crate::invitation::{duplicate, max_batch, problems_of_number};
use crate::invitee::{InviteeInput, flags_of};
use crate::list::hash::Seeded;
use crate::problem::{Problem, ProblemKind};
use crate::unicode::Unicode;

/// How much a [`plan`](crate::plan()) would send, or what prevents it: for whoever shows that after each change of a
/// long list and needs no request yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forecast {
    /// How many requests the plan would have; none while there are problems.
    pub requests: usize,
    /// What keeps them from being built: the plan's own.
    pub problems: Vec<Problem>,
}

/// Says how many requests [`plan`](crate::plan()) would build, without building their bodies.
///
/// ```
/// # #[cfg(feature = "native")]
/// # fn main() {
/// use invite_users_core::{InviteConfig, InviteeInput, forecast, unicode::Native};
///
/// let config = InviteConfig {
///     api: "vijil".into(),
///     endpoint: Some("https://app.example/invite".into()),
///     ..InviteConfig::default()
/// };
/// let people = [InviteeInput::new("ann@acme.com"), InviteeInput::new("bob@acme.com")];
/// assert_eq!(forecast(&config, &people, &Native).requests, 2);
/// # }
/// # #[cfg(not(feature = "native"))]
/// # fn main() {}
/// ```
pub fn forecast(config: &InviteConfig, people: &[InviteeInput], unicode: &dyn Unicode) -> Forecast {
    let mut forecaster = Forecaster::new(config);
    for person in people {
        match EmailAddress::parse(&person.email, &config.email, unicode) {
            Ok(email) => forecaster.add(&email, person),
            Err(error) => drop(forecaster.check(Some(error), person)),
        }
    }
    forecaster.finish()
}

/// Makes a [`forecast`] person by person, for who has read the addresses and must keep nobody waiting.
///
/// ```
/// # #[cfg(feature = "native")] {
/// use invite_users_core::{EmailAddress, EmailOptions, Forecaster, InviteConfig, InviteeInput};
/// use invite_users_core::unicode::Native;
///
/// let config = InviteConfig {
///     api: "vijil".into(),
///     endpoint: Some("https://app.example/invite".into()),
///     ..InviteConfig::default()
/// };
/// let email = EmailAddress::parse("ann@acme.com", &EmailOptions::default(), &Native).unwrap();
/// let mut forecaster = Forecaster::new(&config);
/// forecaster.add(&email, &InviteeInput::default());
/// assert_eq!(forecaster.finish().requests, 1);
/// # }
/// ```
pub struct Forecaster<'a> {
    config: &'a InviteConfig,
    api: Option<ApiRef>,
    /// What is wrong with the people.
    problems: Vec<Problem>,
    /// How many were added.
    added: usize,
    /// The first person with each address, by its key.
    first_of_key: HashMap<String, usize, Seeded>,
    /// How many people each group of requests has; by role, where the API wants them so.
    groups: Vec<(String, usize)>,
}

impl<'a> Forecaster<'a> {
    /// Nobody is invited by this configuration yet.
    pub fn new(config: &'a InviteConfig) -> Self {
        Self {
            config,
            api: api::find(&config.api).ok(),
            problems: Vec::new(),
            added: 0,
            first_of_key: HashMap::with_hasher(Seeded::new()),
            groups: Vec::new(),
        }
    }

    /// Adds a person with an address that was read by the configuration's rules; that of `person` is not
    /// looked at.
    pub fn add(&mut self, email: &EmailAddress, person: &InviteeInput) {
        let before = self.problems.len();
        let Some(index) = self.check(None, person) else { return };
        if self.problems.len() > before {
            return;
        }
        match self.first_of_key.get(email.key()) {
            Some(&first) => self.problems.push(duplicate(index, email, first)),
            None => drop(self.first_of_key.insert(email.key().to_owned(), index)),
        }
        self.count(person);
    }

    /// What a plan for these people comes to.
    pub fn finish(self) -> Forecast {
        let destination = Destination::parse(self.config);
        let mut problems = destination.as_ref().err().cloned().unwrap_or_default();
        problems.extend(problems_of_number(self.added, self.config));
        problems.extend(self.problems);
        match destination {
            Ok(destination) if problems.is_empty() => {
                let most = match destination.api.info().batching {
                    Batching::Each => 1,
                    Batching::PerRole | Batching::Together => max_batch(self.config, &destination),
                };
                let requests = self.groups.iter().map(|(_, people)| people.div_ceil(most)).sum();
                Forecast { requests, problems }
            }
            _ => Forecast { requests: 0, problems },
        }
    }

    /// The index of the next person, about whom everything else is checked; none where there is no API
    /// to check against.
    fn check(&mut self, error: Option<EmailError>, person: &InviteeInput) -> Option<usize> {
        let index = self.added;
        self.added += 1;
        let api = self.api.as_ref()?;
        let error = error.map(|error| Problem::of(index, "email", ProblemKind::Email(error)));
        self.problems.extend(error);
        flags_of(index, person, &**api, self.config.roles.as_deref(), &mut self.problems);
        Some(index)
    }

    fn count(&mut self, person: &InviteeInput) {
        let Some(info) = self.api.as_ref().map(|api| api.info()) else { return };
        let group = match info.batching {
            Batching::Each | Batching::Together => "",
            Batching::PerRole => info.roles.given(&person.roles).next().unwrap_or_default(),
        };
        match self.groups.iter_mut().find(|(name, _)| name == group) {
            Some((_, people)) => *people += 1,
            None => self.groups.push((group.to_owned(), 1)),
        }
    }
}
