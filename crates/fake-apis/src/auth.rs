//! Who may call: the credentials that a document declares, and the few secrets that open here.
//!
//! No document says what a missing, wrong or insufficient credential gets: 401 and 403 are assumed.

use axum::http::{HeaderName, StatusCode, header};

use crate::{call::Call, reply::Reply, run::Run};

/// The API key, and the bearer token, that opens every API.
const ACCEPTED: &str = "demo-key";
/// A token that was good once: 401.
const EXPIRED: &str = "expired-key";
/// A token that is good, for other things: 403.
const FORBIDDEN: &str = "forbidden-key";
/// The account that Basic and the password flow know.
pub(crate) const ACCOUNT: (&str, &str) = ("demo", "demo-password");
/// `demo:demo-password` in base64, as Basic sends it (RFC 7617).
const BASIC: &str = "ZGVtbzpkZW1vLXBhc3N3b3Jk";

/// The header of Galileo's API key.
pub(crate) const GALILEO_API_KEY: HeaderName = HeaderName::from_static("galileo-api-key");

/// A way to show a credential.
#[derive(Clone, Copy)]
pub(crate) enum Scheme {
    /// `Authorization: Bearer …`
    Bearer,
    /// `Authorization: Basic …`
    Basic,
    /// `Galileo-API-Key: …`
    GalileoApiKey,
}

#[derive(PartialEq)]
enum Access {
    Granted,
    Unauthorized,
    Forbidden,
}

/// Lets a call pass that shows one good credential in any of the schemes.
pub(crate) fn admit(call: &Call, schemes: &[Scheme], run: &Run) -> Result<(), Reply> {
    let shown: Vec<Access> = schemes.iter().filter_map(|&way| access(call, way, run)).collect();
    if shown.contains(&Access::Granted) {
        Ok(())
    } else if shown.contains(&Access::Forbidden) {
        Err(call.api.refusal(StatusCode::FORBIDDEN, "Not allowed to invite users"))
    } else {
        Err(unauthorized(call))
    }
}

/// Lets every call pass, save one whose bearer token is known to be expired or forbidden.
pub(crate) fn admit_anyone(call: &Call, run: &Run) -> Result<(), Reply> {
    match secret(call, Scheme::Bearer) {
        Some(EXPIRED | FORBIDDEN) => admit(call, &[Scheme::Bearer], run),
        _ => Ok(()),
    }
}

fn access(call: &Call, scheme: Scheme, run: &Run) -> Option<Access> {
    let secret = secret(call, scheme)?;
    Some(match scheme {
        Scheme::Basic if secret == BASIC => Access::Granted,
        Scheme::Basic => Access::Unauthorized,
        Scheme::Bearer if run.has_issued(call.api, secret) => Access::Granted,
        Scheme::Bearer | Scheme::GalileoApiKey => match secret {
            ACCEPTED => Access::Granted,
            FORBIDDEN => Access::Forbidden,
            _ => Access::Unauthorized,
        },
    })
}

fn secret(call: &Call, scheme: Scheme) -> Option<&str> {
    match scheme {
        Scheme::Bearer => authorization(call, "bearer"),
        Scheme::Basic => authorization(call, "basic"),
        Scheme::GalileoApiKey => call.header(&GALILEO_API_KEY),
    }
}

/// The name of a scheme is case-insensitive (RFC 9110, 11.1).
fn authorization<'a>(call: &'a Call, scheme: &str) -> Option<&'a str> {
    let (name, secret) = call.header(&header::AUTHORIZATION)?.split_once(' ')?;
    name.eq_ignore_ascii_case(scheme).then_some(secret.trim())
}

/// A challenge must come with 401 (RFC 9110, 15.5.2); `Bearer` because a browser would ask the
/// person for a password when it reads `Basic`.
fn unauthorized(call: &Call) -> Reply {
    call.api
        .refusal(StatusCode::UNAUTHORIZED, "Not authenticated")
        .with(header::WWW_AUTHENTICATE, "Bearer")
}
