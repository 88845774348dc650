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

/// One value of a description that lives for `'a`, and where it stands. Its path is put together
/// where a fault is told, from the values that it is inside of.
#[derive(Clone, Copy)]
pub(super) struct Node<'a, 'up> {
    pub(super) json: &'a Json,
    place: Place<'a, 'up>,
    problems: &'a Problems,
}

#[derive(Clone, Copy)]
enum Place<'a, 'up> {
    Whole,
    Member(&'up Node<'a, 'up>, &'up str),
    Item(&'up Node<'a, 'up>, usize),
}

impl<'a> Node<'a, '_> {
    /// The whole description.
    pub(super) fn root(json: &'a Json, problems: &'a Problems) -> Self {
        Self { json, place: Place::Whole, problems }
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
    pub(super) fn find<'b>(&'b self, key: &'b str) -> Option<Node<'a, 'b>> {
        let json = self.json.get(key).filter(|json| !json.is_null())?;
        Some(self.inside(json, Place::Member(self, key)))
    }

    /// The member of that name, which must be there.
    pub(super) fn need<'b>(&'b self, key: &'b str) -> Option<Node<'a, 'b>> {
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
    pub(super) fn list_of<T>(
        &self,
        key: &str,
        read: impl Fn(&Node<'a, '_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(list) = self.find(key) else { return Vec::new() };
        list.items().iter().filter_map(read).collect()
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
    pub(super) fn items(&self) -> Vec<Node<'a, '_>> {
        let Some(items) = self.json.as_list() else {
            self.wrong::<()>("a list");
            return Vec::new();
        };
        if items.len() > MAX_VALUES {
            self.too_large();
            return Vec::new();
        }
        let item = |(index, json)| self.inside(json, Place::Item(self, index));
        items.iter().enumerate().map(item).collect()
    }

    /// How many items the list has.
    pub(super) fn len(&self) -> usize {
        self.json.as_list().map_or(0, <[_]>::len)
    }

    /// Each member, by name.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'a str, Node<'a, '_>)> {
        let members = self.json.as_object().map(Object::iter).unwrap_or_default();
        members.map(|(key, json)| (key.as_str(), self.inside(json, Place::Member(self, key))))
    }

    /// Nothing, since something else must be there.
    pub(super) fn wrong<T>(&self, expected: &'static str) -> Option<T> {
        self.expected(expected);
        None
    }

    #[cold]
    fn expected(&self, expected: &'static str) {
        self.fault(DescriptionFault::WrongValue { key: self.path(), expected });
    }

    #[cold]
    pub(super) fn missing(&self, key: &str) {
        let key = self.path_of(key);
        self.fault(DescriptionFault::MissingKey { key });
    }

    #[cold]
    pub(super) fn conflict(&self, other: &'static str) {
        self.fault(DescriptionFault::Conflict { key: self.path(), other });
    }

    #[cold]
    pub(super) fn duplicate(&self, name: &str) {
        let key = self.path();
        self.fault(DescriptionFault::Duplicate { key, name: name.to_owned() });
    }

    #[cold]
    pub(super) fn unknown_place(&self, place: &str) {
        let key = self.path();
        self.fault(DescriptionFault::UnknownPlace { key, place: place.to_owned() });
    }

    #[cold]
    pub(super) fn too_large(&self) {
        self.fault(DescriptionFault::TooLarge { key: self.path(), max: MAX_VALUES });
    }

    fn fault(&self, fault: DescriptionFault) {
        let field = Some(fault.key().to_owned());
        let problem = Problem { kind: ProblemKind::Description(fault), field, invitee: None };
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MAX_FAULTS && !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    fn inside<'b>(&'b self, json: &'a Json, place: Place<'a, 'b>) -> Node<'a, 'b> {
        Node { json, place, problems: self.problems }
    }

    fn path(&self) -> String {
        match self.place {
            Place::Whole => "api".to_owned(),
            Place::Member(parent, key) => parent.path_of(key),
            Place::Item(list, index) => [&list.path(), "[", &index.to_string(), "]"].concat(),
        }
    }

    fn path_of(&self, key: &str) -> String {
        [&self.path(), ".", key].concat()
    }
}

/// Whether the text can be a key of any object: `__proto__` can't.
pub(super) fn is_name(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}
