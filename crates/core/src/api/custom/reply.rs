//! What a described API says of people in its success.

use std::collections::HashMap;

use super::pointer::Pointer;
use crate::api::{Finding, Unreadable, key};
use crate::json::{Json, Object};

mod disclosed;
mod parse;

pub(super) use parse::parse;

/// How a success is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Success {
    /// Whether an empty body means that everybody is invited.
    empty: bool,
    /// Who is invited; `None`: only an empty body is a success.
    invited: Option<Invited>,
    errors: Option<Errors>,
    detail: Vec<Detail>,
}

/// Who is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Invited {
    /// Everybody.
    All,
    /// Who stands in the reply.
    Named(Entries),
}

/// Where people stand in a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entries {
    /// The list; `None`: the reply is about one person.
    at: Option<Pointer>,
    /// Whether it may be absent.
    optional: bool,
    /// The address within an entry; `None`: the entry is the address.
    email: Option<Pointer>,
    status: Option<Standing>,
}

/// Which values mean that the person is invited.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Standing {
    at: Pointer,
    invited: Vec<Json>,
    /// Those that mean that nobody is invited; every other value is unreadable.
    other: Vec<Json>,
}

/// Who is not invited, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Errors {
    at: Pointer,
    optional: bool,
    /// Address and message within each item of a list; `None`: an object of messages by address.
    item: Option<(Pointer, Pointer)>,
}

/// What else is told of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Detail {
    name: String,
    at: Pointer,
    kind: DetailKind,
    required: bool,
}

/// What a detail must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DetailKind {
    Any,
    Integer,
    Text,
    Texts,
}

impl Success {
    /// What the body says of each of the addresses.
    pub(super) fn read(
        &self,
        addresses: &[&str],
        body: Option<&Json>,
    ) -> Result<Vec<Finding>, Unreadable> {
        let Some(body) = body else {
            let all = || vec![Finding::INVITED; addresses.len()];
            return self.empty.then(all).ok_or(Unreadable);
        };
        let mut findings = Findings::of(addresses);
        match self.invited.as_ref().ok_or(Unreadable)? {
            Invited::All => findings.all.fill(Finding::Invited(self.detail(body)?)),
            Invited::Named(entries) => self.named(entries, body, &mut findings)?,
        }
        if let Some(errors) = &self.errors {
            errors.read(body, &mut findings).ok_or(Unreadable)?;
        }
        Ok(findings.all)
    }

    /// An item of a list that can't be read leaves its person unconfirmed, and nobody else.
    fn named(&self, it: &Entries, body: &Json, findings: &mut Findings) -> Result<(), Unreadable> {
        let Some(at) = &it.at else {
            let (email, finding) = self.entry(it, body).ok_or(Unreadable)?;
            findings.set(email, finding);
            return Ok(());
        };
        let entries = match at.find(body) {
            None if it.optional => &[],
            list => list.and_then(Json::as_list).ok_or(Unreadable)?,
        };
        for (email, finding) in entries.iter().filter_map(|entry| self.entry(it, entry)) {
            findings.set(email, finding);
        }
        Ok(())
    }

    /// Who is meant, and what is said of them; `None` where that can't be read.
    fn entry<'a>(&self, it: &Entries, entry: &'a Json) -> Option<(&'a str, Finding)> {
        let email = it.email.as_ref().map_or(Some(entry), |at| at.find(entry))?.as_text()?;
        let invited = it.status.as_ref().map_or(Some(true), |status| status.of(entry))?;
        let detail = self.detail(entry).ok()?;
        Some((email, if invited { Finding::Invited(detail) } else { Finding::Missing }))
    }

    /// What is promised and not there, or of another type, makes the rest unreadable.
    fn detail(&self, entry: &Json) -> Result<Option<Json>, Unreadable> {
        let mut object = Object::new();
        for detail in &self.detail {
            let value = detail.at.find(entry).and_then(|value| detail.kind.read(value));
            if value.is_none() && detail.required {
                return Err(Unreadable);
            }
            object = object.with(&detail.name, value);
        }
        Ok((!self.detail.is_empty()).then_some(Json::Object(object)))
    }
}

impl Standing {
    /// Whether the person is invited; `None` where nobody knows what it means.
    fn of(&self, entry: &Json) -> Option<bool> {
        let value = self.at.find(entry)?;
        let invited = self.invited.contains(value);
        (invited || self.other.contains(value)).then_some(invited)
    }
}

impl Errors {
    fn read(&self, body: &Json, findings: &mut Findings) -> Option<()> {
        let Some(errors) = self.at.find(body) else { return self.optional.then_some(()) };
        match &self.item {
            Some((email, message)) => {
                for item in errors.as_list()? {
                    if let Some(email) = email.find(item).and_then(Json::as_text) {
                        findings.fail(email, message.find(item));
                    }
                }
            }
            None => {
                for (email, message) in errors.as_object()? {
                    findings.fail(email, Some(message).filter(|message| !message.is_null()));
                }
            }
        }
        Some(())
    }
}

impl DetailKind {
    /// The value as it is told: a whole number in text, so that no digit is lost.
    fn read(self, value: &Json) -> Option<Json> {
        match (self, value) {
            (Self::Any | Self::Integer, Json::Integer(number)) => Some(number.to_string().into()),
            (Self::Any, value) => Some(value.clone()),
            (Self::Text, Json::Text(_)) => Some(value.clone()),
            (Self::Texts, value) => value.as_texts().map(|_| value.clone()),
            _ => None,
        }
    }
}

/// What is known of each of the asked people, found by their addresses.
struct Findings {
    all: Vec<Finding>,
    positions: HashMap<String, usize>,
}

impl Findings {
    fn of(addresses: &[&str]) -> Self {
        let positions = addresses.iter().enumerate().map(|(index, it)| (key(it), index)).collect();
        Self { all: vec![Finding::Missing; addresses.len()], positions }
    }

    /// Of two messages the first one counts; without one there is no error.
    fn fail(&mut self, address: &str, message: Option<&Json>) {
        let (Some(finding), Some(message)) = (self.about(address), message) else { return };
        if !matches!(finding, Finding::Failed(_)) {
            let message = message.as_text().map_or_else(|| message.to_string(), str::to_owned);
            *finding = Finding::Failed(message);
        }
    }

    /// Of two things that are said the first one counts.
    fn set(&mut self, address: &str, said: Finding) {
        if let Some(finding @ Finding::Missing) = self.about(address) {
            *finding = said;
        }
    }

    /// What is known of that address; nothing of a stranger's.
    fn about(&mut self, address: &str) -> Option<&mut Finding> {
        self.positions.get(&key(address)).map(|&position| &mut self.all[position])
    }
}
