//! What a request asks for that a server does not pass on.

use crate::message::{Coded, Params, display_sentence};

/// What is wrong with a request that is right in itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RelayFault {
    /// A field of a person is true, and the inviter was not granted that.
    FieldNotGranted {
        /// The field's name.
        field: String,
    },
    /// A setting that the server does not have, or has another value for.
    SettingNotGranted {
        /// The setting's name.
        setting: String,
    },
    /// The API needs more than one request for these people, and a server sends one for one.
    SeveralRequests,
}

impl Coded for RelayFault {
    fn code(&self) -> &'static str {
        match self {
            Self::FieldNotGranted { .. } => "field_not_granted",
            Self::SettingNotGranted { .. } => "setting_not_granted",
            Self::SeveralRequests => "several_requests",
        }
    }

    fn template(&self) -> &'static str {
        match self {
            Self::FieldNotGranted { .. } => "you are not allowed to set {field}",
            Self::SettingNotGranted { .. } => "the server decides on {setting}: leave it out",
            Self::SeveralRequests => "one request can't carry all of this: send several",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::FieldNotGranted { field } => [("field", field.as_str().into())].into(),
            Self::SettingNotGranted { setting } => [("setting", setting.as_str().into())].into(),
            Self::SeveralRequests => Params::new(),
        }
    }
}

display_sentence!(RelayFault);
