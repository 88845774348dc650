//! The file: where to listen, which pages may ask, and the routes with their users.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::{env, fs};

use invite_users_core::api::{self, AuthKind};
use invite_users_core::{Credential, Destination, Grant, InviteConfig};
use serde::Deserialize;

use crate::network::Network;
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
    /// By the path of the route.
    routes: HashMap<String, InviteConfig>,
    /// By the path of the route and the name of the user.
    users: HashMap<String, HashMap<String, Grant>>,
}

impl Config {
    /// Reads the file; the key is in the environment alone.
    pub(crate) fn read(file: &OsStr) -> Result<Self, Failure> {
        let File { listen, origins, routes, mut users } = serde_json::from_slice(&fs::read(file)?)?;
        let key = env::var("INVITE_TOKEN").map_err(|_| "INVITE_TOKEN has to be the API's key")?;
        let route = |(path, config): (String, InviteConfig)| {
            let users = users.remove(&path).unwrap_or_default();
            Ok((path, Route::new(config, users, &origins, &key)?))
        };
        let routes = routes.into_iter().map(route).collect::<Result<_, Failure>>()?;
        Ok(Self { listen, routes })
    }
}

impl Route {
    fn new(
        config: InviteConfig,
        users: HashMap<String, Grant>,
        origins: &[String],
        key: &str,
    ) -> Result<Self, Failure> {
        Destination::parse(&config).map_err(|problems| problems[0].to_string())?;
        let api = api::find(&config.api).map_err(|problem| problem.to_string())?;
        let credential = credential(api.info().auth.first(), key).header()?;
        Ok(Self {
            method: api.info().method.to_string(),
            config,
            users: users.into_iter().collect(),
            origins: origins.to_vec(),
            secret: key.to_owned(),
            network: Network::new(Some(credential))?,
        })
    }
}

/// The API's usual way.
fn credential(kind: Option<&AuthKind>, key: &str) -> Credential {
    match kind {
        Some(AuthKind::Header { name }) => {
            Credential::Header { name: name.to_string(), value: key.to_owned() }
        }
        _ => Credential::Bearer { token: key.to_owned() },
    }
}
