//! The credential, from the environment: an argument would stand in the shell's history and in the
//! list of processes.

use std::env::{self, VarError};

use invite_users_core::api::{ApiInfo, AuthKind};
use invite_users_core::{Credential, CredentialError};

/// The name and value of the header that shows who sends; none where the environment has no token.
pub(crate) fn from_environment(
    info: &ApiInfo,
) -> Result<Option<(String, String)>, CredentialError> {
    let Ok(token) = env::var("INVITE_TOKEN") else { return Ok(None) };
    credential(token, info).header().map(Some)
}

/// The API's usual way, unless the environment names another one.
fn credential(token: String, info: &ApiInfo) -> Credential {
    match (env::var("INVITE_USERNAME"), env::var("INVITE_HEADER"), info.auth.first()) {
        (Ok(username), _, _) => Credential::Basic { username, password: token },
        (Err(VarError::NotPresent), Ok(name), _) => Credential::Header { name, value: token },
        (_, _, Some(AuthKind::Header { name })) => {
            Credential::Header { name: name.to_string(), value: token }
        }
        _ => Credential::Bearer { token },
    }
}
