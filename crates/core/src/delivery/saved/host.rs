//! What the host gave, written so that the same is read again.

use crate::config::{DeliveryOptions, InviteConfig};
use crate::email::{EmailOptions, ReservedDomains};
use crate::invitee::InviteeInput;
use crate::json::{Json, Object};
use crate::url::without_credentials;

/// The configuration; a password in a URL is a problem of it, and is not written down.
pub(super) fn config(config: &InviteConfig) -> Object {
    let url = |url: &Option<String>| url.as_deref().map(without_credentials);
    Object::new()
        .with("api", &config.api)
        .with("baseUrl", url(&config.base_url))
        .with("endpoint", url(&config.endpoint))
        .with("settings", settings(&config.settings))
        .with("roles", config.roles.as_deref())
        .with("rolesEndpoint", url(&config.roles_endpoint))
        .with("email", email(&config.email))
        .with("maxBatch", config.max_batch.map(count))
        .with("delivery", delivery(&config.delivery))
        .with("pageOrigin", url(&config.page_origin))
}

/// A number that JavaScript might not hold exactly is written as text, which settings may be, too.
fn settings(settings: &Object) -> Object {
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

fn email(options: &EmailOptions) -> Object {
    let reserved = match options.reserved_domains {
        ReservedDomains::Hint => "hint",
        ReservedDomains::Reject => "reject",
    };
    Object::new()
        .with("allowSmtpUtf8", options.allow_smtputf8)
        .with("ownDomains", options.own_domains.as_slice())
        .with("reservedDomains", reserved)
}

fn delivery(options: &DeliveryOptions) -> Object {
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
