//! A value of a description and where it stands, so that what is wrong is told of the faulty key.

use std::cell::RefCell;

use super::fault::DescriptionFault;
use crate::json::{Json, Object};
use crate::problem::{Problem, ProblemKind};

/// The most items that a list of a description may have, and the most values of its body.
pub(super) const MAX_VALUES: usize = 1000;

/// The most faults that are told at once.
const MAX_FAULTS: usize = 50;

/// All that is wrong so far.
pub(super) type Problems = RefCell<Vec<Problem>>;

/// One value, and where it stands.
#[derive(Clone)]
pub(super) struct Node<'a> {
    pub(super) json: &'a Json,
    path: String,
    problems: &'a Problems,
}

impl<'a> Node<'a> {
    /// The whole description.
    pub(super) fn root(json: &'a Json, problems: &'a Problems) -> Self {
        Self { json, path: "api".to_owned(), problems }
    }

    /// The object, of which only these keys mean something.
    pub(super) fn object(&self, known: &[&str]) -> Option<&'a Object> {
        let object = self.any_object()?;
        for (key, _) in object {
            if !known.contains(&key.as_str()) {
                let known = known.join(", ");
                self.fault(DescriptionFault::UnknownKey { key: self.path_of(key), known });
            }
        }
        Some(object)
    }

    /// The object, of which each key is there once and not too many are.
    pub(super) fn any_object(&self) -> Option<&'a Object> {
        let Json::Object(object) = self.json else { return self.wrong("an object") };
        if object.iter().len() > MAX_VALUES {
            self.too_large();
            return None;
        }
        for (index, (key, _)) in object.iter().enumerate() {
            if object.iter().take(index).any(|(other, _)| other == key) {
                self.duplicate(key);
            }
        }
        Some(object)
    }

    /// The member of that name; `null` means absent.
    pub(super) fn find(&self, key: &str) -> Option<Self> {
        let json = self.json.get(key).filter(|json| !json.is_null())?;
        Some(self.inside(json, self.path_of(key)))
    }

    /// The member of that name, which must be there.
    pub(super) fn need(&self, key: &str) -> Option<Self> {
        let found = self.find(key);
        if found.is_none() {
            self.missing(key);
        }
        found
    }

    /// The member of that name as text; `None` where it is absent or wrong.
    pub(super) fn text_of(&self, key: &str) -> Option<&'a str> {
        self.find(key)?.text()
    }

    /// Whether the member of that name is `true`; absent means `false`.
    pub(super) fn flag_of(&self, key: &str) -> bool {
        let flag = self.find(key).and_then(|node| match node.json {
            Json::Bool(flag) => Some(*flag),
            _ => node.wrong("true or false"),
        });
        flag.unwrap_or_default()
    }

    /// What `read` makes of each item of the list of that name; none where it is absent.
    pub(super) fn list_of<T>(&self, key: &str, read: impl Fn(&Self) -> Option<T>) -> Vec<T> {
        let items = self.find(key).map(|list| list.items()).unwrap_or_default();
        items.iter().filter_map(read).collect()
    }

    /// The text, which says something.
    pub(super) fn text(&self) -> Option<&'a str> {
        match self.json.as_text() {
            Some(text) if !text.trim().is_empty() => Some(text),
            _ => self.wrong("text"),
        }
    }

    /// A name that can be part of a path and a key of any object: a letter, then letters, digits,
    /// `_` and `-`.
    pub(super) fn name(&self) -> Option<&'a str> {
        let name = self.json.as_text().filter(|name| is_name(name));
        name.or_else(|| self.wrong("a name of a letter, then letters, digits, _ and -"))
    }

    /// The items of the list.
    pub(super) fn items(&self) -> Vec<Self> {
        let Some(items) = self.json.as_list() else {
            self.wrong::<()>("a list");
            return Vec::new();
        };
        if items.len() > MAX_VALUES {
            self.too_large();
            return Vec::new();
        }
        let item = |(index, json)| {
            self.inside(json, [&self.path, "[", &usize::to_string(&index), "]"].concat())
        };
        items.iter().enumerate().map(item).collect()
    }

    /// How many items the list has.
    pub(super) fn len(&self) -> usize {
        self.json.as_list().map_or(0, <[_]>::len)
    }

    /// Each member, by name.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'a str, Self)> {
        let members = self.json.as_object().map(Object::iter).unwrap_or_default();
        members.map(|(key, json)| (key.as_str(), self.inside(json, self.path_of(key))))
    }

    /// Nothing, since something else must be there.
    pub(super) fn wrong<T>(&self, expected: &'static str) -> Option<T> {
        self.wrong_value(expected);
        None
    }

    pub(super) fn missing(&self, key: &str) {
        let key = self.path_of(key);
        self.fault(DescriptionFault::MissingKey { key });
    }

    pub(super) fn conflict(&self, other: &'static str) {
        self.fault(DescriptionFault::Conflict { key: self.path.clone(), other });
    }

    pub(super) fn duplicate(&self, name: &str) {
        let key = self.path.clone();
        self.fault(DescriptionFault::Duplicate { key, name: name.to_owned() });
    }

    pub(super) fn unknown_place(&self, place: &str) {
        let key = self.path.clone();
        self.fault(DescriptionFault::UnknownPlace { key, place: place.to_owned() });
    }

    pub(super) fn too_large(&self) {
        self.fault(DescriptionFault::TooLarge { key: self.path.clone(), max: MAX_VALUES });
    }

    #[inline(never)] // it is called from everywhere
    fn wrong_value(&self, expected: &'static str) {
        self.fault(DescriptionFault::WrongValue { key: self.path.clone(), expected });
    }

    fn fault(&self, fault: DescriptionFault) {
        let field = Some(fault.key().to_owned());
        let problem = Problem { kind: ProblemKind::Description(fault), field, invitee: None };
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MAX_FAULTS && !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    fn inside(&self, json: &'a Json, path: String) -> Self {
        Self { json, path, problems: self.problems }
    }

    fn path_of(&self, key: &str) -> String {
        [&self.path, ".", key].concat()
    }
}

/// Whether the text can be a key of any object: `__proto__` can't.
pub(super) fn is_name(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}
