//! The shapes that the documents' schemas describe, and the check of a value against one.

mod text;

use serde_json::{Map, Value};

use crate::flaw::{Flaw, Kind};

pub(crate) use text::{is_address, is_uuid};

/// What a value has to be.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A string that is a well-formed address.
    Address,
    Boolean,
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// A string that matches `^https?.*`.
    HttpUrl,
    /// An integer of 64 bits, written without point, exponent or quotes.
    Int64,
    List {
        of: &'static Shape,
        at_least_one: bool,
        unique: bool,
    },
    Object(&'static [Member]),
    String,
    /// A string that is a UUID of version 4.
    Uuid4,
}

/// One member of an object.
#[derive(Clone, Copy)]
pub(crate) struct Member {
    name: &'static str,
    shape: Shape,
    required: bool,
}

/// A member that has to be there.
pub(crate) const fn required(name: &'static str, shape: Shape) -> Member {
    Member { name, shape, required: true }
}

/// A member that may be left out, but not be null.
pub(crate) const fn optional(name: &'static str, shape: Shape) -> Member {
    Member { name, shape, required: false }
}

/// Everything that is wrong with a body that should be an object of these members and no others.
pub(crate) fn flaws(body: &Value, members: &'static [Member]) -> Vec<Flaw> {
    let mut check = Check { place: vec!["body".into()], flaws: Vec::new() };
    check.value(body, Shape::Object(members));
    check.flaws
}

struct Check {
    place: Vec<Value>,
    flaws: Vec<Flaw>,
}

impl Check {
    fn value(&mut self, value: &Value, shape: Shape) {
        match shape {
            Shape::Boolean => self.expect(value.is_boolean(), Kind::NotBoolean),
            Shape::Int64 => self.expect(value.as_i64().is_some(), Kind::NotInteger),
            Shape::List { of, at_least_one, unique } => match value.as_array() {
                Some(items) => self.list(items, *of, at_least_one, unique),
                None => self.expect(false, Kind::NotList),
            },
            Shape::Object(members) => match value.as_object() {
                Some(object) => self.object(object, members),
                None => self.expect(false, Kind::NotObject),
            },
            _ => match value.as_str() {
                Some(text) => self.text(text, shape),
                None => self.expect(false, Kind::NotString),
            },
        }
    }

    fn text(&mut self, text: &str, shape: Shape) {
        match shape {
            Shape::Address => self.expect(is_address(text), Kind::BadAddress(text.to_owned())),
            Shape::Choice(choices) => {
                self.expect(choices.contains(&text), Kind::NotChoice(choices));
            }
            Shape::HttpUrl => self.expect(text.starts_with("http"), Kind::NotHttpUrl),
            Shape::Uuid4 if !is_uuid(text) => self.expect(false, Kind::NotUuid),
            Shape::Uuid4 => self.expect(text::is_uuid4(text), Kind::NotUuid4),
            _ => {}
        }
    }

    fn list(&mut self, items: &[Value], of: Shape, at_least_one: bool, unique: bool) {
        self.expect(!at_least_one || !items.is_empty(), Kind::TooFew);
        for (index, item) in items.iter().enumerate() {
            self.at(index.into(), |check| {
                check.value(item, of);
                check.expect(!unique || !items[..index].contains(item), Kind::Duplicate);
            });
        }
    }

    fn object(&mut self, object: &Map<String, Value>, members: &[Member]) {
        for member in members {
            self.at(member.name.into(), |check| match object.get(member.name) {
                Some(value) => check.value(value, member.shape),
                None => check.expect(!member.required, Kind::Missing),
            });
        }
        for name in object.keys() {
            let known = members.iter().any(|member| member.name == name);
            self.at(name.as_str().into(), |check| check.expect(known, Kind::Unknown));
        }
    }

    fn at(&mut self, step: Value, check: impl FnOnce(&mut Self)) {
        self.place.push(step);
        check(self);
        self.place.pop();
    }

    fn expect(&mut self, holds: bool, otherwise: Kind) {
        if !holds {
            self.flaws.push(Flaw { place: self.place.clone(), kind: otherwise });
        }
    }
}
