//! JSON values in the data model of serde, so that a Rust program reads and writes them, and what is
//! read from them, in any format.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Json, MAX_SAFE_INTEGER, Object};
use crate::api::{ApiInfo, AuthKind, Batching, PersonField};
use crate::auth::Credential;
use crate::config::InviteConfig;
use crate::delivery::{Loss, Progress, Step, WaitReason};
use crate::email::EmailOptions;
use crate::invitee::InviteeInput;
use crate::list::ListOptions;
use crate::message::{Param, Params};
use crate::outcome::{Counts, Outcome, Report, Status};
use crate::plan::{Plan, PlannedRequest};
use crate::problem::Problem;
use crate::read_request::ReadRequest;
use crate::relay::{Grant, Refusal, Relayed};
use crate::reply::Reply;
use crate::role::{RoleChoice, RoleRules};
use crate::setting::{SettingKind, SettingSpec};
use crate::table::{KnownRole, TableOptions};

/// A number that JavaScript might not hold exactly is written as its text, so that whoever reads it
/// gets every digit.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(number) if number.unsigned_abs() <= MAX_SAFE_INTEGER => {
                serializer.serialize_i64(*number)
            }
            Self::Integer(number) => serializer.serialize_str(&number.to_string()),
            Self::Number(text) | Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => items.serialize(serializer),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in self {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or_else(|_| Json::Number(number.to_string()), Json::Integer))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        // Not by `f64`'s own: that would be the only one in the module, and it is large.
        Ok(serde_json::Number::from_f64(number)
            .map_or(Json::Null, |it| Json::Number(it.to_string())))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Object::new();
        while let Some((name, value)) = members.next_entry()? {
            object.push(name, value);
        }
        Ok(Json::Object(object))
    }
}

/// Lets serde write types by their `From<&T> for Json`, the only place that knows how they look.
macro_rules! serialize_by_json {
    ($($type:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Json::from(self).serialize(serializer)
            }
        }
    )+};
}

serialize_by_json!(
    ApiInfo,
    AuthKind,
    Batching,
    Counts,
    InviteeInput,
    Outcome,
    Param,
    Params,
    PersonField,
    Plan,
    PlannedRequest,
    Problem,
    Progress,
    ReadRequest,
    Refusal,
    Relayed,
    Reply,
    Report,
    RoleChoice,
    RoleRules,
    SettingKind,
    SettingSpec,
    Status,
    Step,
    WaitReason,
);

/// Lets serde read types by their [`FromJson`](super::FromJson), the only place that knows their
/// shape.
macro_rules! deserialize_from_json {
    ($($type:ty),+ $(,)?) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let json = Json::deserialize(deserializer)?;
                super::FromJson::from_json(json).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

deserialize_from_json!(
    Credential,
    EmailOptions,
    Grant,
    InviteConfig,
    InviteeInput,
    ListOptions,
    Loss,
    KnownRole,
    Object,
    PlannedRequest,
    Reply,
    TableOptions,
);
