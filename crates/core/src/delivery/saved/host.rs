//! What the host gave, written so that the same is read again.

use crate::api::ApiChoice;
use crate::config::{DeliveryOptions, InviteConfig};
use crate::email::{EmailOptions, ReservedDomains};
use crate::invitee::InviteeInput;
use crate::json::{Json, Object};
use crate::url::without_credentials;

/// Where people are invited, as it is written.
pub(super) fn place(config: &InviteConfig) -> [Json; 4] {
    let url = |url: &Option<String>| url.as_deref().map(without_credentials).into();
    let InviteConfig { api, base_url, endpoint, settings, .. } = config;
    [choice(api), url(base_url), url(endpoint), exact(settings).into()]
}

/// The configuration; a password in a URL is a problem of it, and is not written down.
pub(super) fn config(config: &InviteConfig) -> Object {
    // Without `..`, so that a member which is new is not forgotten here.
    let InviteConfig {
        api,
        base_url,
        endpoint,
        settings,
        roles,
        roles_endpoint,
        email,
        max_batch,
        max_invitees,
        delivery,
        page_origin,
    } = config;
    let url = |url: &Option<String>| url.as_deref().map(without_credentials);
    Object::new()
        .with("api", choice(api))
        .with("baseUrl", url(base_url))
        .with("endpoint", url(endpoint))
        .with("settings", exact(settings))
        .with("roles", roles.as_deref())
        .with("rolesEndpoint", url(roles_endpoint))
        .with("email", email_options(email))
        .with("maxBatch", max_batch.map(count))
        .with("maxInvitees", max_invitees.map(count))
        .with("delivery", delivery_options(delivery))
        .with("pageOrigin", url(page_origin))
}

/// The API; a password in its URL is not written down, either.
fn choice(api: &ApiChoice) -> Json {
    match Json::from(api) {
        Json::Object(description) => Json::Object(description.into_iter().map(harmless).collect()),
        id => id,
    }
}

fn harmless((name, value): (String, Json)) -> (String, Json) {
    match (&*name, value) {
        ("baseUrl", Json::Text(url)) => (name, without_credentials(&url).into()),
        (_, value) => (name, value),
    }
}

/// A number that JavaScript might not hold exactly is written as text, which settings may be, too.
fn exact(settings: &Object) -> Object {
    let exact = |(name, value): &(String, Json)| match value {
        Json::Integer(number) if number.unsigned_abs() >= 1 << 53 => {
            (name.clone(), number.to_string().into())
        }
        value => (name.clone(), value.clone()),
    };
    settings.iter().map(exact).collect()
}

/// A person; what is known by name is written last, where it counts.
pub(super) fn invitee(person: &InviteeInput) -> Json {
    let mut members = person.fields.clone();
    members.push("email".to_owned(), person.email.as_str().into());
    members.push("name".to_owned(), person.name.as_deref().into());
    members.push("roles".to_owned(), person.roles.as_slice().into());
    members.into()
}

fn email_options(options: &EmailOptions) -> Object {
    let reserved = match options.reserved_domains {
        ReservedDomains::Hint => "hint",
        ReservedDomains::Reject => "reject",
    };
    Object::new()
        .with("allowSmtpUtf8", options.allow_smtputf8)
        .with("ownDomains", options.own_domains.as_slice())
        .with("reservedDomains", reserved)
}

fn delivery_options(options: &DeliveryOptions) -> Object {
    Object::new()
        .with("concurrency", options.concurrency.map(count))
        // Any number spreads as well as any other.
        .with("seed", i64::try_from(options.seed).unwrap_or_default())
        .with("id", options.id.as_str())
        .with("refreshable", options.refreshable)
}

/// A limit that every platform can hold.
fn count(number: usize) -> i64 {
    u32::try_from(number).unwrap_or(u32::MAX).into()
}
