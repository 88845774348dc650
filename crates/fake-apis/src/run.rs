//! The state of a run: members, tokens, what was asked, and the faults that wait.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use crate::{api::Api, faults::Fault, ledger::Record};

/// The people who belong to every team from the start.
const FIRST_MEMBERS: [&str; 2] = ["grace@example.com", "linus@example.com"];

/// The person in whose name invitations are made, as a UUID.
pub(crate) const INVITER: &str = "00000000-0000-4000-8000-000000000000";

/// The state of a run, shared by all connections.
#[derive(Clone, Default)]
pub(crate) struct Shared(Arc<Mutex<Run>>);

impl Shared {
    /// The state, locked; never held while waiting.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Run> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The state of a run.
pub(crate) struct Run {
    /// Every request to an API, in order of its answer.
    pub(crate) records: Vec<Record>,
    pub(crate) faults: Vec<Fault>,
    members: BTreeSet<(Api, String)>,
    tokens: BTreeSet<(Api, String)>,
    numbers: u64,
}

impl Default for Run {
    fn default() -> Self {
        let first = |api| FIRST_MEMBERS.map(|email| (api, email.to_owned()));
        Self {
            records: Vec::new(),
            faults: Vec::new(),
            members: Api::ALL.into_iter().flat_map(first).collect(),
            tokens: BTreeSet::new(),
            numbers: 0,
        }
    }
}

impl Run {
    /// Whether the address is in the API's team, whatever its case.
    pub(crate) fn is_member(&self, api: Api, email: &str) -> bool {
        self.members.contains(&(api, email.to_lowercase()))
    }

    /// Makes the address a member of the API's team.
    pub(crate) fn join(&mut self, api: Api, email: &str) {
        self.members.insert((api, email.to_lowercase()));
    }

    /// Whether the token was given out by the API in this run.
    pub(crate) fn has_issued(&self, api: Api, token: &str) -> bool {
        self.tokens.contains(&(api, token.to_owned()))
    }

    /// Gives out a new token.
    pub(crate) fn issue_token(&mut self, api: Api) -> String {
        let token = format!("token-{}", self.next_number());
        self.tokens.insert((api, token.clone()));
        token
    }

    /// The next number of this run, from 1.
    pub(crate) fn next_number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    /// The next UUID of this run: version 4 in form, a counter in truth.
    pub(crate) fn next_uuid(&mut self) -> String {
        format!("00000000-0000-4000-8000-{:012x}", self.next_number())
    }
}

/// The time since the beginning of 1970.
pub(crate) fn since_1970() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
