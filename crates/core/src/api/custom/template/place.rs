//! Where the path of a validation error leads, found by walking along the template.

use super::{Slot, Template};
use crate::api::{ApiInfo, Place, Segment};

impl Template {
    /// What the path points at; its first step says whether it leads into the body or the URL.
    pub(in super::super) fn place(&self, info: &ApiInfo, path: &[Segment]) -> Place {
        let Some((first, path)) = path.split_first() else { return Place::Unknown };
        let setting = || match path.first() {
            Some(Segment::Name(name)) => Place::setting(info, name),
            _ => Place::Unknown,
        };
        if *first == Segment::Name("path") {
            return setting();
        }
        self.walk(info, path, None).unwrap_or_else(setting)
    }

    /// The place at the end of the path, inside the person at `person` where it is one of several.
    fn walk(&self, info: &ApiInfo, path: &[Segment], person: Option<usize>) -> Option<Place> {
        match (self, path.split_first()) {
            (Self::Slot(slot), _) => Some(slot.place(info, person)),
            (Self::People(item), Some((Segment::Index(index), path))) => {
                item.walk(info, path, Some(*index))
            }
            (Self::List(items), Some((Segment::Index(index), path))) => {
                items.get(*index)?.walk(info, path, person)
            }
            (Self::Object(members), Some((Segment::Name(name), path))) => {
                match members.iter().find(|(other, _)| other == name) {
                    Some((_, template)) => template.walk(info, path, person),
                    None => Some(Place::person(person?, "email")),
                }
            }
            _ => Some(Place::person(person?, "email")),
        }
    }
}

impl Slot {
    fn place(&self, info: &ApiInfo, person: Option<usize>) -> Place {
        let field = match self {
            Self::Email => "email",
            Self::Field(name) => name,
            Self::Name => "name",
            Self::Role | Self::Roles => "roles",
            Self::Setting(name) => return Place::setting(info, name),
        };
        if self.is_personal(info, person.is_some()) {
            Place::person(person.unwrap_or_default(), field)
        } else {
            Place::role()
        }
    }
}
