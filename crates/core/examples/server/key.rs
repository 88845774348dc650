//! The API's key: it stands in a file of its own, such as a mounted secret, and is read anew for each request,
//! so that a new key needs no restart.

use std::path::Path;

use invite_users_core::api::{ApiInfo, AuthKind};
use invite_users_core::json::Json;
use invite_users_core::{Coded, Credential};
use tokio::fs;

use crate::answer::Refused;
use crate::log;

/// What is shorter stands in many a text by accident.
const SHORTEST: usize = 6;

/// The key, for one request.
pub(crate) struct Key(String);

impl Key {
    /// Reads it; white space at its end is an editor's.
    pub(crate) async fn read(file: &Path) -> Result<Self, Refused> {
        match fs::read_to_string(file).await {
            Ok(text) => Ok(Self(text.trim_end().to_owned())),
            Err(error) => {
                log(format_args!("{}: {error}", file.display()));
                Err(not_signed_in("auth_failed"))
            }
        }
    }

    /// The name and value of the header that shows it, in the API's usual way.
    pub(crate) fn header(&self, api: &ApiInfo) -> Result<(String, String), Refused> {
        self.credential(api).header().map_err(|error| {
            log(error);
            not_signed_in(error.code())
        })
    }

    /// Whether the text holds it, as it is or as JSON writes it.
    pub(crate) fn is_quoted_in(&self, text: &str) -> bool {
        let quoted = Json::from(&self.0).to_string();
        let in_json = &quoted[1..quoted.len() - 1];
        self.0.len() >= SHORTEST && (text.contains(&self.0) || text.contains(in_json))
    }

    fn credential(&self, api: &ApiInfo) -> Credential {
        match api.auth.first() {
            Some(AuthKind::Header { name }) => {
                Credential::Header { name: name.to_string(), value: self.0.clone() }
            }
            _ => Credential::Bearer { token: self.0.clone() },
        }
    }
}

fn not_signed_in(code: &str) -> Refused {
    let detail = "this server could not sign in to send invitations: try again later";
    Refused::new(500, code, detail)
}
