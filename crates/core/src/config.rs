//! What a host says about where people are invited, as it wrote it and before it is checked.

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::email::EmailOptions;

/// Where people are invited and how; [`Destination::parse`](crate::Destination::parse) checks it.
///
/// Secrets are not in here: a plan is built, shown and logged without them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InviteConfig {
    /// The id of the API, such as `vijil`.
    pub api: String,
    /// Replaces the documented server, its path prefix included; a final slash is ignored.
    pub base_url: Option<String>,
    /// The exact URL to call instead, such as a proxy route; may hold `{team_id}`. With it, missing
    /// required settings are no problem: the server behind it fills them in.
    pub endpoint: Option<String>,
    /// The API's settings by name.
    #[serde(deserialize_with = "or_default")]
    pub settings: Map<String, Value>,
    /// The roles that the host offers; narrows the API's own.
    pub roles: Option<Vec<String>>,
    /// Which addresses are accepted.
    #[serde(deserialize_with = "or_default")]
    pub email: EmailOptions,
    /// The most people in one request; at least 1.
    pub max_batch: Option<usize>,
    /// How requests are sent.
    #[serde(deserialize_with = "or_default")]
    pub delivery: DeliveryOptions,
    /// The page's origin, such as `https://app.example`; the web layer fills it in.
    pub page_origin: Option<String>,
}

/// How requests are sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DeliveryOptions {
    /// How many requests are on their way at the same time; at least 1. By default 1 where one
    /// request invites many, else 4.
    pub concurrency: Option<usize>,
    /// Where the spread of waiting times starts from.
    pub seed: u64,
}

/// `null` and JavaScript's `undefined` mean absent.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
