//! What a host says about where people are invited, as it wrote it and before it is checked.

use crate::api::ApiChoice;
use crate::email::{EmailOptions, ReservedDomains, normalised};
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::list::ListOptions;
use crate::table::{KnownRole, TableOptions};

/// Where people are invited and how; [`Destination::parse`](crate::Destination::parse) checks it.
///
/// Secrets are not in here: a plan is built, shown and logged without them.
#[derive(Clone, Debug, Default)]
pub struct InviteConfig {
    /// The API: the id of a known one, such as `vijil`, or a description.
    pub api: ApiChoice,
    /// Replaces the documented server, its path prefix included; a final slash is ignored.
    pub base_url: Option<String>,
    /// The exact URL to call instead, such as a proxy route; may hold `{team_id}`. With it, missing
    /// required settings are no problem: the server behind it fills them in.
    pub endpoint: Option<String>,
    /// The API's settings by name.
    pub settings: Object,
    /// The roles that the host offers; narrows the API's own.
    pub roles: Option<Vec<String>>,
    /// The exact URL of the server's list of roles, where the API's document names none.
    pub roles_endpoint: Option<String>,
    /// Which addresses are accepted.
    pub email: EmailOptions,
    /// The most people in one request; at least 1.
    pub max_batch: Option<usize>,
    /// The most people that are invited in one go; more than these are a problem of the plan.
    pub max_invitees: Option<usize>,
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
    /// A text that no other delivery has, such as a UUID: with it, requests to an API that takes an
    /// idempotency key get one, and may be repeated. Visible ASCII.
    pub id: String,
    /// Whether the host can be asked for another credential where a server does not accept one; a
    /// fixed secret can't, so that the first 401 stops the delivery.
    pub refreshable: bool,
}

impl FromJson for InviteConfig {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, mut config) = (Object::from_json(json)?, Self::default());
        members.fill("api", &mut config.api)?;
        members.fill("baseUrl", &mut config.base_url)?;
        members.fill("endpoint", &mut config.endpoint)?;
        members.fill("settings", &mut config.settings)?;
        members.fill("roles", &mut config.roles)?;
        members.fill("rolesEndpoint", &mut config.roles_endpoint)?;
        members.fill("email", &mut config.email)?;
        members.fill("maxBatch", &mut config.max_batch)?;
        members.fill("maxInvitees", &mut config.max_invitees)?;
        members.fill("delivery", &mut config.delivery)?;
        members.fill("pageOrigin", &mut config.page_origin)?;
        Ok(config)
    }
}

impl FromJson for DeliveryOptions {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, mut options) = (Object::from_json(json)?, Self::default());
        members.fill("concurrency", &mut options.concurrency)?;
        members.fill("seed", &mut options.seed)?;
        members.fill("id", &mut options.id)?;
        members.fill("refreshable", &mut options.refreshable)?;
        Ok(options)
    }
}

impl FromJson for EmailOptions {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, mut options) = (Object::from_json(json)?, Self::default());
        members.fill("allowSmtpUtf8", &mut options.allow_smtputf8)?;
        members.fill("ownDomains", &mut options.own_domains)?;
        options.own_domains = normalised(&options.own_domains);
        members.fill("reservedDomains", &mut options.reserved_domains)?;
        Ok(options)
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
        let (mut members, mut options) = (Object::from_json(json)?, Self::default());
        members.fill("email", &mut options.email)?;
        members.fill("maxBytes", &mut options.max_bytes)?;
        members.fill("maxEntries", &mut options.max_entries)?;
        members.fill("maxName", &mut options.max_name)?;
        members.fill("maxCommentDepth", &mut options.max_comment_depth)?;
        Ok(options)
    }
}

impl FromJson for TableOptions {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, mut options) = (Object::from_json(json)?, Self::default());
        members.fill("email", &mut options.email)?;
        members.fill("maxBytes", &mut options.max_bytes)?;
        members.fill("maxRows", &mut options.max_rows)?;
        members.fill("roles", &mut options.roles)?;
        Ok(options)
    }
}

impl FromJson for KnownRole {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        if let Json::Text(name) = json {
            return Ok(Self { name, label: String::new() });
        }
        let (mut members, mut label) = (Object::from_json(json)?, String::new());
        members.fill("label", &mut label)?;
        Ok(Self { name: members.required("name")?, label })
    }
}
