//! The inverse of a body: whom it invites and with which settings, and what in it is not the API's.
//!
//! Nothing in a body is passed over: a member is read, or it is a [`Fault`].

use crate::invitee::InviteeInput;
use crate::json::{Json, Object};

/// What a body says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Whom it invites, in order; an address that is missing or no text is empty.
    pub people: Vec<InviteeInput>,
    /// The settings in it, as they stand there: whether they pass is for
    /// [`Settings::parse`](crate::Settings::parse) to say.
    pub settings: Object,
    /// What does not fit the document.
    pub faults: Vec<Fault>,
}

/// A member of a body that does not fit the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where it stands, such as `new_users[3].nickname`.
    pub path: String,
    /// Whose it is: an index into [`Content::people`].
    pub person: Option<usize>,
}

/// What is wrong with a member of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It stands there twice, and two readers could each take another one.
    Duplicate,
    /// It should be a list.
    NotList,
    /// It should be an object.
    NotObject,
    /// It should be text.
    NotText,
    /// The document has no such member.
    Unknown,
}

/// Reads one object of a body member by member; `null` means absent.
#[derive(Debug)]
pub(crate) struct Members<'a> {
    object: &'a Object,
    /// Where the object stands: empty, or `new_users[3]`.
    path: String,
    person: Option<usize>,
    known: Vec<&'a str>,
    faults: Vec<Fault>,
}

impl<'a> Members<'a> {
    /// The members of the body itself; `None` where it is no object.
    pub(crate) fn of(body: &'a Json) -> Option<Self> {
        body.as_object().map(|object| Self::new(object, String::new()))
    }

    /// The members of a body that invites one person; only settings are not theirs.
    pub(crate) fn of_person(body: &'a Json) -> Option<Self> {
        Self::of(body).map(|members| Self { person: Some(0), ..members })
    }

    /// The member of that name, whatever it is.
    pub(crate) fn value(&mut self, name: &'a str) -> Option<&'a Json> {
        self.known.push(name);
        let mut found = self.object.iter().filter(|(other, _)| other == name);
        let (first, second) = (found.next(), found.next());
        if second.is_some() {
            self.fault(FaultKind::Duplicate, self.path_of(name));
        }
        first.map(|(_, value)| value).filter(|value| !value.is_null())
    }

    /// The text of that name.
    pub(crate) fn text(&mut self, name: &'a str) -> Option<&'a str> {
        let value = self.value(name)?;
        if value.as_text().is_none() {
            self.fault(FaultKind::NotText, self.path_of(name));
        }
        value.as_text()
    }

    /// The list of that name.
    pub(crate) fn list(&mut self, name: &'a str) -> Option<&'a [Json]> {
        let value = self.value(name)?;
        if value.as_list().is_none() {
            self.fault(FaultKind::NotList, self.path_of(name));
        }
        value.as_list()
    }

    /// The texts of the list of that name; something else in it is an empty text.
    pub(crate) fn texts(&mut self, name: &'a str) -> Vec<String> {
        let list = self.list(name).unwrap_or_default();
        list.iter().enumerate().map(|(index, item)| self.item(name, index, item)).collect()
    }

    /// The addresses of the list of that name, each a person's; `None` where there is no such list.
    pub(crate) fn addresses(&mut self, name: &'a str) -> Option<Vec<String>> {
        let list = self.list(name)?;
        let address = |(index, item)| {
            self.person = Some(index);
            self.item(name, index, item)
        };
        let addresses = list.iter().enumerate().map(address).collect();
        self.person = None;
        Some(addresses)
    }

    /// The people of the list of that name, each read by `read` from an object of its own; `None`
    /// where there is no such list.
    pub(crate) fn people(
        &mut self,
        name: &'a str,
        read: impl Fn(&mut Members<'a>) -> InviteeInput,
    ) -> Option<Vec<InviteeInput>> {
        let list = self.list(name)?;
        let mut people = Vec::with_capacity(list.len());
        for (index, item) in list.iter().enumerate() {
            let path = item_path(&self.path_of(name), index);
            let Some(object) = item.as_object() else {
                self.faults.push(Fault { kind: FaultKind::NotObject, path, person: Some(index) });
                people.push(InviteeInput::default());
                continue;
            };
            let mut members = Members { person: Some(index), ..Members::new(object, path) };
            people.push(read(&mut members));
            self.faults.extend(members.finish());
        }
        Some(people)
    }

    /// What is known now, with those settings; everything that nobody asked for is a fault.
    pub(crate) fn content(mut self, people: Vec<InviteeInput>, settings: &[&'a str]) -> Content {
        let mut given = Object::new();
        self.person = None;
        for name in settings {
            if let Some(value) = self.value(name) {
                given.push((*name).to_owned(), value.clone());
            }
        }
        Content { people, settings: given, faults: self.finish() }
    }

    fn item(&mut self, name: &str, index: usize, item: &Json) -> String {
        if item.as_text().is_none() {
            self.fault(FaultKind::NotText, item_path(&self.path_of(name), index));
        }
        item.as_text().unwrap_or_default().to_owned()
    }

    fn new(object: &'a Object, path: String) -> Self {
        Self { object, path, person: None, known: Vec::new(), faults: Vec::new() }
    }

    fn finish(mut self) -> Vec<Fault> {
        for (name, _) in self.object {
            if !self.known.contains(&name.as_str()) {
                self.fault(FaultKind::Unknown, self.path_of(name));
            }
        }
        self.faults
    }

    fn fault(&mut self, kind: FaultKind, path: String) {
        self.faults.push(Fault { kind, path, person: self.person });
    }

    fn path_of(&self, name: &str) -> String {
        let dot = if self.path.is_empty() { "" } else { "." };
        [&self.path, dot, name].concat()
    }
}

fn item_path(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}
