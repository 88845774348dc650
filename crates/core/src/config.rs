//! What a host says about where people are invited, as it wrote it and before it is checked.

use crate::email::{EmailOptions, ReservedDomains};
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::list::ListOptions;
use crate::table::{KnownRole, TableOptions};

/// Where people are invited and how; [`Destination::parse`](crate::Destination::parse) checks it.
///
/// Secrets are not in here: a plan is built, shown and logged without them.
#[derive(Clone, Debug, Default)]
pub struct InviteConfig {
    /// The id of the API, such as `vijil`.
    pub api: String,
    /// Replaces the documented server, its path prefix included; a final slash is ignored.
    pub base_url: Option<String>,
    /// The exact URL to call instead, such as a proxy route; may hold `{team_id}`. With it, missing
    /// required settings are no problem: the server behind it fills them in.
    pub endpoint: Option<String>,
    /// The API's settings by name.
    pub settings: Object,
    /// The roles that the host offers; narrows the API's own.
    pub roles: Option<Vec<String>>,
    /// Which addresses are accepted.
    pub email: EmailOptions,
    /// The most people in one request; at least 1.
    pub max_batch: Option<usize>,
    /// How requests are sent.
    pub delivery: DeliveryOptions,
    /// The page's origin, such as `https://app.example`; the web layer fills it in.
    pub page_origin: Option<String>,
}

/// How requests are sent.
#[derive(Clone, Debug, Default)]
pub struct DeliveryOptions {
    /// How many requests are on their way at the same time; at least 1. By default 1 where one
    /// request invites many, else 4.
    pub concurrency: Option<usize>,
    /// Where the spread of waiting times starts from.
    pub seed: u64,
}

impl FromJson for InviteConfig {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        Ok(Self {
            api: members.or_default("api")?,
            base_url: members.optional("baseUrl")?,
            endpoint: members.optional("endpoint")?,
            settings: members.or_default("settings")?,
            roles: members.optional("roles")?,
            email: members.or_default("email")?,
            max_batch: members.optional("maxBatch")?,
            delivery: members.or_default("delivery")?,
            page_origin: members.optional("pageOrigin")?,
        })
    }
}

impl FromJson for DeliveryOptions {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let mut members = Object::from_json(json)?;
        Ok(Self {
            concurrency: members.optional("concurrency")?,
            seed: members.or_default("seed")?,
        })
    }
}

impl FromJson for EmailOptions {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, default) = (Object::from_json(json)?, Self::default());
        Ok(Self {
            allow_smtputf8: members.optional("allowSmtpUtf8")?.unwrap_or(default.allow_smtputf8),
            own_domains: members.or_default("ownDomains")?,
            reserved_domains: members.or_default("reservedDomains")?,
        })
    }
}

impl FromJson for ReservedDomains {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        match json.as_text() {
            Some("hint") => Ok(Self::Hint),
            Some("reject") => Ok(Self::Reject),
            _ => Err(ShapeError::expected("\"hint\" or \"reject\"")),
        }
    }
}

impl FromJson for ListOptions {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, default) = (Object::from_json(json)?, Self::default());
        Ok(Self {
            email: members.or_default("email")?,
            max_bytes: members.optional("maxBytes")?.unwrap_or(default.max_bytes),
            max_entries: members.optional("maxEntries")?.unwrap_or(default.max_entries),
            max_name: members.optional("maxName")?.unwrap_or(default.max_name),
            max_comment_depth: members
                .optional("maxCommentDepth")?
                .unwrap_or(default.max_comment_depth),
        })
    }
}

impl FromJson for TableOptions {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, default) = (Object::from_json(json)?, Self::default());
        Ok(Self {
            email: members.or_default("email")?,
            max_bytes: members.optional("maxBytes")?.unwrap_or(default.max_bytes),
            max_rows: members.optional("maxRows")?.unwrap_or(default.max_rows),
            roles: members.or_default("roles")?,
        })
    }
}

impl FromJson for KnownRole {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        if let Json::Text(name) = json {
            return Ok(Self { name, label: String::new() });
        }
        let mut members = Object::from_json(json)?;
        Ok(Self { name: members.required("name")?, label: members.or_default("label")? })
    }
}
