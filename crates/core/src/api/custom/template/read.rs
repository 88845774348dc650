//! A body read back along the template: whom it invites, with which settings, and what in it does
//! not fit.

use super::{Slot, Template};
use crate::api::{ApiInfo, Batching, Content, Fault, FaultKind};
use crate::invitee::InviteeInput;
use crate::json::{Json, Object};

/// What has been read so far.
struct Reading<'a> {
    info: &'a ApiInfo,
    content: Content,
    /// What stands outside of `$people` and is said of everybody.
    shared: InviteeInput,
    /// Whether there is a list of people.
    listed: bool,
    /// The person that is being read.
    person: Option<usize>,
}

impl Template {
    /// What the body says; `None` where it is no object or its list of people is missing.
    pub(in super::super) fn read(&self, info: &ApiInfo, body: &Json) -> Option<Content> {
        body.as_object()?;
        let mut reading = Reading {
            info,
            content: Content::default(),
            shared: InviteeInput::default(),
            listed: false,
            person: None,
        };
        reading.value(self, body, "");
        reading.finish(self.lists_people())
    }

    /// Whether it has a list of people.
    pub(in super::super) fn lists_people(&self) -> bool {
        match self {
            Self::People(_) => true,
            Self::List(items) => items.iter().any(Self::lists_people),
            Self::Object(members) => members.iter().any(|(_, member)| member.lists_people()),
            Self::Constant(_) | Self::Slot(_) => false,
        }
    }
}

impl Reading<'_> {
    fn value(&mut self, template: &Template, value: &Json, path: &str) {
        match (template, value) {
            (Template::Constant(constant), value) if is_same(constant, value) => {}
            (Template::Constant(_), _) => self.fault(FaultKind::Unknown, path),
            (Template::Slot(slot), value) => self.slot(slot, value, path),
            (Template::Object(members), Json::Object(object)) => self.object(members, object, path),
            (Template::Object(_), _) => self.fault(FaultKind::NotObject, path),
            (Template::List(templates), Json::List(items)) => self.list(templates, items, path),
            (Template::People(item), Json::List(items)) => self.people(item, items, path),
            (Template::List(_) | Template::People(_), _) => self.fault(FaultKind::NotList, path),
        }
    }

    fn object(&mut self, members: &[(String, Template)], object: &Object, path: &str) {
        for (name, template) in members {
            let mut found = object.iter().filter(|(other, _)| other == name);
            let (first, second) = (found.next(), found.next());
            let path = member_path(path, name);
            if second.is_some() {
                self.slot_fault(template, FaultKind::Duplicate, &path);
            }
            match first {
                Some((_, value)) if !value.is_null() => self.value(template, value, &path),
                _ => {}
            }
        }
        for (name, _) in object {
            if !members.iter().any(|(other, _)| other == name) {
                self.fault(FaultKind::Unknown, &member_path(path, name));
            }
        }
    }

    fn list(&mut self, templates: &[Template], items: &[Json], path: &str) {
        for (index, item) in items.iter().enumerate() {
            let path = item_path(path, index);
            match templates.get(index) {
                Some(template) => self.value(template, item, &path),
                None => self.fault(FaultKind::Unknown, &path),
            }
        }
    }

    fn people(&mut self, template: &Template, items: &[Json], path: &str) {
        self.listed = true;
        let most = if self.info.batching == Batching::Each { 1 } else { usize::MAX };
        for (index, item) in items.iter().enumerate() {
            if index >= most {
                self.fault(FaultKind::Unknown, &item_path(path, index));
                continue;
            }
            self.content.people.push(InviteeInput::default());
            self.person = Some(index);
            self.value(template, item, &item_path(path, index));
        }
        self.person = None;
    }

    fn slot(&mut self, slot: &Slot, value: &Json, path: &str) {
        match slot {
            Slot::Setting(name) => {
                let known = self.content.settings.get(name).map(|known| known == value);
                match known {
                    Some(true) => {}
                    Some(false) => self.fault(FaultKind::Duplicate, path),
                    None => self.content.settings.push(name.clone(), value.clone()),
                }
            }
            Slot::Field(name) => {
                let fields = &mut self.whose().fields;
                match fields.get(name).map(|known| known == value) {
                    Some(true) => {}
                    Some(false) => self.slot_fault_of(slot, FaultKind::Duplicate, path),
                    None => fields.push(name.clone(), value.clone()),
                }
            }
            Slot::Email | Slot::Name | Slot::Role => {
                if value.as_text().is_none() {
                    self.slot_fault_of(slot, FaultKind::NotText, path);
                }
                if let Some(text) = value.as_text() {
                    self.text(slot, text, path);
                }
            }
            Slot::Roles => self.roles(value, path),
        }
    }

    fn text(&mut self, slot: &Slot, text: &str, path: &str) {
        let person = self.whose();
        let known = match slot {
            Slot::Email => (!person.email.is_empty()).then(|| person.email.clone()),
            Slot::Name => person.name.clone(),
            _ => person.roles.first().cloned(),
        };
        match (known, slot) {
            (Some(known), _) if known == text => {}
            (Some(_), _) => self.slot_fault_of(slot, FaultKind::Duplicate, path),
            (None, Slot::Email) => text.clone_into(&mut person.email),
            (None, Slot::Name) => person.name = Some(text.to_owned()),
            (None, _) => person.roles = vec![text.to_owned()],
        }
    }

    fn roles(&mut self, value: &Json, path: &str) {
        let Some(items) = value.as_list() else {
            return self.slot_fault_of(&Slot::Roles, FaultKind::NotList, path);
        };
        let mut roles = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if item.as_text().is_none() {
                let path = item_path(path, index);
                self.slot_fault_of(&Slot::Roles, FaultKind::NotText, &path);
            }
            roles.push(item.as_text().unwrap_or_default().to_owned());
        }
        let person = self.whose();
        if person.roles.is_empty() {
            person.roles = roles;
        } else if person.roles != roles {
            self.slot_fault_of(&Slot::Roles, FaultKind::Duplicate, path);
        }
    }

    /// Whom a place speaks of.
    fn whose(&mut self) -> &mut InviteeInput {
        match self.person.and_then(|index| self.content.people.get_mut(index)) {
            Some(person) => person,
            None => &mut self.shared,
        }
    }

    fn fault(&mut self, kind: FaultKind, path: &str) {
        let person = self.person;
        self.content.faults.push(Fault { kind, path: path.to_owned(), person });
    }

    fn slot_fault(&mut self, template: &Template, kind: FaultKind, path: &str) {
        match template {
            Template::Slot(slot) => self.slot_fault_of(slot, kind, path),
            _ => self.fault(kind, path),
        }
    }

    fn slot_fault_of(&mut self, slot: &Slot, kind: FaultKind, path: &str) {
        let personal = slot.is_personal(self.info, self.person.is_some());
        let person = personal.then(|| self.person.unwrap_or_default());
        self.content.faults.push(Fault { kind, path: path.to_owned(), person });
    }

    fn finish(self, lists_people: bool) -> Option<Content> {
        let Self { mut content, shared, listed, .. } = self;
        if !lists_people {
            content.people.push(shared);
            return Some(content);
        }
        for person in &mut content.people {
            add(person, &shared);
        }
        listed.then_some(content)
    }
}

/// Adds what is said of everybody to what is said of one.
fn add(person: &mut InviteeInput, shared: &InviteeInput) {
    if person.email.is_empty() {
        person.email.clone_from(&shared.email);
    }
    if person.roles.is_empty() {
        person.roles.clone_from(&shared.roles);
    }
    if person.name.is_none() {
        person.name.clone_from(&shared.name);
    }
    for (name, value) in &shared.fields {
        if person.fields.get(name).is_none() {
            person.fields.push(name.clone(), value.clone());
        }
    }
}

/// Whether the value is the constant as it is read from a body: the last digit of a fraction may be
/// another one then.
fn is_same(constant: &Json, value: &Json) -> bool {
    constant == value
        || matches!(constant, Json::Number(number) if Json::parse(number).as_ref() == Some(value))
}

fn member_path(path: &str, name: &str) -> String {
    let dot = if path.is_empty() { "" } else { "." };
    [path, dot, name].concat()
}

fn item_path(path: &str, index: usize) -> String {
    [path, "[", &index.to_string(), "]"].concat()
}
