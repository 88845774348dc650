//! What a described success may tell: the places that the description names, of the asked people.

use super::{Entries, Errors, Invited, Success};
use crate::api::Asked;
use crate::api::custom::pointer::Pointer;
use crate::json::{Json, Object};

impl Success {
    /// A body with these places of this one, so that it is read alike.
    pub(in crate::api::custom) fn disclosed(&self, addresses: &[&str], body: &Json) -> Json {
        let asked = Asked::of(addresses);
        let told = Json::from(Object::new());
        let told = match &self.invited {
            Some(Invited::All) => self.with_details(body, told),
            Some(Invited::Named(entries)) => self.with_named(entries, &asked, body, told),
            None => told,
        };
        match &self.errors {
            Some(errors) => self.with_errors(errors, &asked, body, told),
            None => told,
        }
    }

    fn with_details(&self, from: &Json, told: Json) -> Json {
        self.detail.iter().fold(told, |told, detail| detail.at.copy(from, told))
    }

    fn with_named(&self, it: &Entries, asked: &Asked, body: &Json, told: Json) -> Json {
        let Some(at) = &it.at else {
            return if is_asked(it.email.as_ref(), asked, body) {
                self.pruned(it, body)
            } else {
                told
            };
        };
        let Some(entries) = at.find(body).and_then(Json::as_list) else { return told };
        let asked = entries.iter().filter(|entry| is_asked(it.email.as_ref(), asked, entry));
        at.put(body, told, Json::list(asked.map(|entry| self.pruned(it, entry))))
    }

    /// One person's entry; where errors stand in the same list, theirs, too.
    fn pruned(&self, it: &Entries, entry: &Json) -> Json {
        let Some(email) = &it.email else { return entry.clone() };
        let status = it.status.as_ref().map(|status| &status.at);
        let errors = self.errors.as_ref().filter(|errors| Some(&errors.at) == it.at.as_ref());
        let message = errors.and_then(|errors| errors.item.as_ref());
        let message = message.into_iter().flat_map(|(email, message)| [email, message]);
        let places = [email].into_iter().chain(status).chain(message);
        let told = places.fold(Json::from(Object::new()), |told, at| at.copy(entry, told));
        self.with_details(entry, told)
    }

    fn with_errors(&self, errors: &Errors, asked: &Asked, body: &Json, told: Json) -> Json {
        let is_told =
            matches!(&self.invited, Some(Invited::Named(it)) if it.at.as_ref() == Some(&errors.at));
        match (errors.at.find(body), &errors.item) {
            (Some(Json::Object(messages)), None) => {
                let asked = messages.iter().filter(|(address, _)| asked.has_text(address));
                errors.at.put(body, told, Json::Object(asked.cloned().collect()))
            }
            (Some(Json::List(items)), Some((email, message))) if !is_told => {
                let asked = items.iter().filter(|item| is_asked(Some(email), asked, item));
                let item = |item| message.copy(item, email.copy(item, Object::new().into()));
                errors.at.put(body, told, Json::list(asked.map(item)))
            }
            _ => told,
        }
    }
}

fn is_asked(email: Option<&Pointer>, asked: &Asked, entry: &Json) -> bool {
    email.map_or(Some(entry), |at| at.find(entry)).is_some_and(|address| asked.has(address))
}
