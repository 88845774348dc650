//! The body template: the one description from which a body is written, read back, and a path in it
//! is led to a person or a setting.

use super::super::{ApiInfo, Batching};
use crate::invitee::Invitee;
use crate::json::{Json, Object};
use crate::setting::{SettingValue, Settings};

mod parse;
mod place;
mod read;

pub(super) use parse::parse;

/// JSON with places in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Template {
    /// A value that is always the same.
    Constant(Json),
    /// A list of a fixed length.
    List(Vec<Template>),
    /// An object; a member whose place is empty is left out.
    Object(Vec<(String, Template)>),
    /// A list with an item for each person.
    People(Box<Template>),
    /// A place.
    Slot(Slot),
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// `$email`.
    Email,
    /// `$field.<name>`: `true`, or left out.
    Field(String),
    /// `$name`.
    Name,
    /// `$role`: the person's only one, or the request's.
    Role,
    /// `$roles`: a list.
    Roles,
    /// `$setting.<name>`.
    Setting(String),
}

/// What fills a template.
pub(super) struct Filling<'a> {
    pub(super) settings: &'a Settings,
    pub(super) people: &'a [&'a Invitee],
    /// The default role.
    pub(super) default: Option<&'a str>,
    /// Whether it is sent, too.
    pub(super) send_default: bool,
}

impl Template {
    /// The body; outside of `$people` a place means the first person, who is the only one, or the
    /// role that all share.
    pub(super) fn fill(&self, filling: &Filling) -> Object {
        match self.value(filling, filling.people.first().copied()) {
            Some(Json::Object(body)) => body,
            _ => Object::new(), // `parse` lets no other body pass
        }
    }

    fn value(&self, filling: &Filling, person: Option<&Invitee>) -> Option<Json> {
        match self {
            Self::Constant(value) => Some(value.clone()),
            Self::List(items) => {
                let items = items.iter().filter_map(|item| item.value(filling, person));
                Some(Json::List(items.collect()))
            }
            Self::Object(members) => {
                let member = |(name, template): &(String, Self)| {
                    Some((name.clone(), template.value(filling, person)?))
                };
                Some(Json::Object(members.iter().filter_map(member).collect()))
            }
            Self::People(item) => {
                let people = filling.people.iter();
                let items = people.filter_map(|person| item.value(filling, Some(person)));
                Some(Json::List(items.collect()))
            }
            Self::Slot(slot) => slot.value(filling, person),
        }
    }
}

impl Slot {
    fn value(&self, filling: &Filling, person: Option<&Invitee>) -> Option<Json> {
        match self {
            Self::Email => Some(person?.email.as_str().into()),
            Self::Field(name) => person?.flag(name).then_some(Json::Bool(true)),
            Self::Name => Some(person?.name.as_deref()?.into()),
            Self::Role => Some(filling.roles(person?).into_iter().next()?.into()),
            Self::Roles => {
                let roles = filling.roles(person?).into_iter().map(Json::from);
                Some(Json::List(roles.collect())).filter(|roles| *roles != Json::List(Vec::new()))
            }
            Self::Setting(name) => Some(match filling.settings.value(name)? {
                SettingValue::Flag(flag) => Json::Bool(*flag),
                SettingValue::Integer(integer) => Json::Integer(*integer),
                SettingValue::Text(text) => text.as_str().into(),
                SettingValue::Texts(texts) => texts.as_slice().into(),
            }),
        }
    }

    /// Whether it is about a person, rather than the request.
    fn is_personal(&self, info: &ApiInfo, inside_people: bool) -> bool {
        match self {
            Self::Setting(_) => false,
            Self::Email | Self::Field(_) | Self::Name | Self::Role | Self::Roles => {
                inside_people || info.batching == Batching::Each
            }
        }
    }
}

impl Filling<'_> {
    /// The roles that are sent for the person: the default one only where it is to be.
    fn roles<'b>(&'b self, person: &'b Invitee) -> Vec<&'b str> {
        let chosen = person.roles.iter().map(String::as_str).collect::<Vec<_>>();
        match self.default {
            Some(default) if chosen.is_empty() || chosen == [default] => {
                if self.send_default {
                    vec![default]
                } else {
                    Vec::new()
                }
            }
            _ => chosen,
        }
    }
}
