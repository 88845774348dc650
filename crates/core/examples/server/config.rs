//! The file: where to listen, which pages may ask, and the routes; `server.json` is one.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use invite_users_core::{Destination, InviteConfig, Problem, ProblemKind, api};
use serde::Deserialize;

use crate::network::Network;
use crate::policy::Users;
use crate::{Failure, Route};

/// What is served.
pub(crate) struct Config {
    pub(crate) listen: String,
    pub(crate) routes: Vec<(String, Route)>,
}

/// As it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: String,
    origins: Vec<String>,
    /// By their paths.
    routes: HashMap<String, Written>,
}

/// A route as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    /// Where invitations go: `api`, `baseUrl`, `settings`, `email`, as in the package's `InviteConfig`.
    config: InviteConfig,
    /// The file with the API's key, which stands nowhere else.
    key_file: PathBuf,
    /// How long the API may take to answer, in milliseconds.
    #[serde(default = "patience")]
    timeout: u64,
    users: Users,
}

/// A page waits for 30 seconds: that nothing comes is to be heard.
fn patience() -> u64 {
    25_000
}

impl Config {
    /// Reads the file and refuses what could never work.
    pub(crate) fn read(file: &OsStr) -> Result<Self, Failure> {
        let File { listen, origins, routes } = serde_json::from_slice(&fs::read(file)?)?;
        let route =
            |(path, written): (String, Written)| Ok((path, Route::new(written, origins.clone())?));
        let routes = routes.into_iter().map(route).collect::<Result<_, Failure>>()?;
        Ok(Self { listen, routes })
    }
}

impl Route {
    fn new(written: Written, origins: Vec<String>) -> Result<Self, Failure> {
        let Written { config, key_file, timeout, users } = written;
        if let Some(mistake) = mistake(&config) {
            return Err(mistake.to_string().into());
        }
        let api = api::find(&config.api).map_err(|problem| problem.to_string())?;
        let network = Network::new(Duration::from_millis(timeout))?;
        Ok(Self { config, api, key_file, users, origins, network })
    }
}

/// What is wrong for everybody; a setting that is missing may be in a grant.
fn mistake(config: &InviteConfig) -> Option<Problem> {
    let problems = Destination::parse(config).err().unwrap_or_default();
    let missing = |kind: &ProblemKind| matches!(kind, ProblemKind::SettingRequired { .. });
    problems.into_iter().find(|problem| !missing(&problem.kind))
}
