//! Credentials: how a request says who sends it. They live from the moment a request leaves until
//! it is sent, and print as dots.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::json::{FromJson, Json, Object, ShapeError};
use crate::message::{Coded, Params, display_sentence};

/// A secret, and how it travels.
#[derive(Clone, PartialEq, Eq)]
pub enum Credential {
    /// `Authorization: Basic …` (RFC 7617).
    Basic {
        /// Must not hold a colon.
        username: String,
        /// Any text.
        password: String,
    },
    /// `Authorization: Bearer …` (RFC 6750).
    Bearer {
        /// The token or API key.
        token: String,
    },
    /// A header of the API's own, such as `Galileo-API-Key`.
    Header {
        /// The header's name.
        name: String,
        /// The key.
        value: String,
    },
}

/// Why a credential can't be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CredentialError {
    /// It is empty, or has a character that no HTTP header may hold.
    Malformed,
}

impl Credential {
    /// The header's lower-case name and its value.
    ///
    /// # Errors
    /// Line breaks, other control characters, an empty secret, or a user name with a colon.
    pub fn header(&self) -> Result<(String, String), CredentialError> {
        let (name, secret, value) = match self {
            Self::Basic { username, .. } if username.contains(':') => {
                return Err(CredentialError::Malformed);
            }
            Self::Basic { username, password } => {
                let pair = [username, ":", password].concat();
                ("authorization", username, ["Basic ", &STANDARD.encode(pair)].concat())
            }
            Self::Bearer { token } => ("authorization", token, ["Bearer ", token].concat()),
            Self::Header { name, value } => (name.as_str(), value, value.clone()),
        };
        if !is_token(name)
            || secret.is_empty()
            || !value.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        {
            return Err(CredentialError::Malformed);
        }
        Ok((name.to_ascii_lowercase(), value))
    }
}

impl FromJson for Credential {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        match members.take("type").as_text() {
            Some("basic") => Ok(Self::Basic {
                username: members.required("username")?,
                password: members.required("password")?,
            }),
            Some("bearer") => Ok(Self::Bearer { token: members.required("token")? }),
            Some("header") => Ok(Self::Header {
                name: members.required("name")?,
                value: members.required("value")?,
            }),
            _ => Err(ShapeError::expected("\"basic\", \"bearer\" or \"header\"").inside("type")),
        }
    }
}

/// Whether the text is a header name (RFC 9110, section 5.6.2).
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential(…)")
    }
}

impl Coded for CredentialError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "auth_malformed",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::Malformed => {
                "the key is empty or has a character that can't be sent, such as a line break"
            }
        }
    }

    fn params(&self) -> Params {
        Params::new()
    }
}

display_sentence!(CredentialError);

impl std::error::Error for CredentialError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers() {
        let bearer = |token: &str| Credential::Bearer { token: token.into() }.header();
        assert_eq!(bearer("abc"), Ok(("authorization".into(), "Bearer abc".into())));
        assert_eq!(bearer("a\r\nx: y"), Err(CredentialError::Malformed));
        assert_eq!(bearer(""), Err(CredentialError::Malformed));
        let basic =
            Credential::Basic { username: "Aladdin".into(), password: "open sesame".into() };
        let expected = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="; // RFC 7617, section 2
        assert_eq!(basic.header(), Ok(("authorization".into(), expected.into())));
        let key = Credential::Header { name: "Galileo-API-Key".into(), value: "k".into() };
        assert_eq!(key.header(), Ok(("galileo-api-key".into(), "k".into())));
        assert_eq!(format!("{key:?}"), "Credential(…)");
    }
}
