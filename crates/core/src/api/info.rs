//! How JavaScript is told what an API takes.

use super::{ApiInfo, AuthKind, Batching, PersonField};
use crate::json::{Json, Object};

impl From<&ApiInfo> for Json {
    fn from(info: &ApiInfo) -> Self {
        Object::new()
            .with("id", &info.id)
            .with("name", &info.name)
            .with("documentation", &info.documentation)
            .with_null("baseUrl", info.base_url.as_ref())
            .with("method", &info.method)
            .with("path", &info.path)
            .with("auth", Json::list(&*info.auth))
            .with("batching", &info.batching)
            .with_null("maxBatch", info.max_batch)
            .with("atomic", info.atomic)
            .with("safeToRepeat", info.safe_to_repeat)
            .with_null("idempotencyHeader", info.idempotency_header.as_ref())
            .with("roles", &info.roles)
            .with("settings", Json::list(&*info.settings))
            .with("personFields", Json::list(&*info.person_fields))
            .into()
    }
}

impl From<&AuthKind> for Json {
    fn from(kind: &AuthKind) -> Self {
        match kind {
            AuthKind::Basic => Object::new().with("type", "basic"),
            AuthKind::Bearer => Object::new().with("type", "bearer"),
            AuthKind::Header { name } => Object::new().with("type", "header").with("name", name),
        }
        .into()
    }
}

impl From<&Batching> for Json {
    fn from(batching: &Batching) -> Self {
        match batching {
            Batching::Each => "each",
            Batching::PerRole => "per_role",
            Batching::Together => "together",
        }
        .into()
    }
}

impl From<&PersonField> for Json {
    fn from(field: &PersonField) -> Self {
        Object::new()
            .with("name", &field.name)
            .with("label", &field.label)
            .with("privileged", field.privileged)
            .into()
    }
}
