//! Roles: what an API knows, what a host offers, and what one person may be given.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::json::{Json, Object};
use crate::problem::ProblemKind;
use crate::text::{Text, text};

/// One role that an API knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleChoice {
    /// The value on the wire.
    pub name: Text,
    /// The English name that people see.
    pub label: Text,
    /// Whether it lets a person manage others; a UI asks before it is given.
    pub privileged: bool,
    /// Whether it is meant for the API vendor's own staff: hidden unless the host lists it.
    pub staff_only: bool,
}

impl RoleChoice {
    /// An ordinary role.
    pub const fn new(name: &'static str, label: &'static str) -> Self {
        Self { name: text(name), label: text(label), privileged: false, staff_only: false }
    }

    /// The same role, privileged.
    #[must_use]
    pub const fn privileged(mut self) -> Self {
        self.privileged = true;
        self
    }

    /// The same role, for the vendor's staff.
    #[must_use]
    pub const fn staff_only(mut self) -> Self {
        self.staff_only = true;
        self
    }
}

/// How an API deals with roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRules {
    /// Every role that the API documents.
    pub choices: Cow<'static, [RoleChoice]>,
    /// Whether any other word may be a role, too, since the catalogue is the server's. Without it,
    /// an API that documents no role takes none.
    pub free: bool,
    /// Where the server lists its roles, after the base URL; `None` where it has no such list.
    pub from: Option<Text>,
    /// What a person gets who is given none.
    pub default: Option<Text>,
    /// Whether one person may have several.
    pub several: bool,
    /// Whether each person must have one, chosen by the inviter.
    pub required: bool,
}

impl RoleRules {
    /// The names that may be given, where the host offers `offered` (`None`: the API's own,
    /// without those for staff); `None` where any name may be.
    pub fn offered<'a>(&'a self, offered: Option<&'a [String]>) -> Option<Vec<&'a str>> {
        match offered {
            Some(names) => Some(names.iter().map(String::as_str).collect()),
            None if self.free => None,
            None => Some(self.choices.iter().filter(|r| !r.staff_only).map(|r| &*r.name).collect()),
        }
    }

    /// Whether the API documents a role of this name, or leaves that to its server.
    pub fn knows(&self, name: &str) -> bool {
        self.free || self.choices.iter().any(|role| role.name == name)
    }

    /// Whether this role lets a person manage others: as the API documents it, else as its name says.
    pub fn is_privileged(&self, name: &str) -> bool {
        let documented = self.choices.iter().find(|role| role.name == name);
        documented.map_or_else(|| speaks_of_managing(name), |role| role.privileged)
    }

    /// What somebody gets who is given no role, where the host offers `offered`; `None` where that is none, or one that
    /// the host leaves out.
    pub fn default_among(&self, offered: Option<&[String]>) -> Option<&str> {
        self.default
            .as_deref()
            .filter(|default| offered.is_none_or(|names| names.iter().any(|name| name == default)))
    }

    /// Whether each person must be given a role, where the host offers `offered`: because the API says so, or since its
    /// default is not among them.
    pub fn must_be_chosen(&self, offered: Option<&[String]>) -> bool {
        self.required || (self.default.is_some() && self.default_among(offered).is_none())
    }

    /// The roles that somebody with these gets: the default one where there are none.
    pub(crate) fn given<'a>(&'a self, roles: &'a [String]) -> impl Iterator<Item = &'a str> {
        let default = self.default.as_deref().filter(|_| roles.is_empty());
        roles.iter().map(String::as_str).chain(default)
    }

    /// What is wrong with giving one person `roles`, where the host offers `offered`.
    pub(crate) fn check(&self, roles: &[String], offered: Option<&[String]>) -> Vec<ProblemKind> {
        let mut problems = Vec::new();
        if roles.is_empty() && self.must_be_chosen(offered) {
            problems.push(ProblemKind::RoleRequired);
        }
        if roles.len() > 1 && !self.several {
            problems.push(ProblemKind::OneRoleOnly);
        }
        let mut seen = HashMap::new();
        for (index, role) in roles.iter().enumerate() {
            if roles.len() > 1 && seen.insert(role.clone(), index).is_some() {
                problems.push(ProblemKind::DuplicateRole { role: role.clone() });
            } else if let Some(problem) = self.check_one(role, offered) {
                problems.push(problem);
            }
        }
        problems
    }

    fn check_one(&self, role: &str, offered: Option<&[String]>) -> Option<ProblemKind> {
        if role.trim().is_empty() || !self.knows(role) {
            return Some(ProblemKind::UnknownRole { role: role.to_owned() });
        }
        let allowed = self.offered(offered).is_none_or(|names| names.contains(&role));
        (!allowed).then(|| ProblemKind::RoleNotOffered { role: role.to_owned() })
    }
}

/// Whether the name of a role that no document describes speaks of an owner or admin.
pub(crate) fn speaks_of_managing(name: &str) -> bool {
    let manages =
        |word: &[u8]| [b"admin", b"owner"].iter().any(|it| word.eq_ignore_ascii_case(*it));
    name.as_bytes().windows(5).any(manages)
}

impl From<&RoleChoice> for Json {
    fn from(role: &RoleChoice) -> Self {
        Object::new()
            .with("name", &role.name)
            .with("label", &role.label)
            .with("privileged", role.privileged)
            .with("staffOnly", role.staff_only)
            .into()
    }
}

impl From<&RoleRules> for Json {
    fn from(rules: &RoleRules) -> Self {
        Object::new()
            .with("choices", Json::list(&*rules.choices))
            .with("free", rules.free)
            .with_null("from", rules.from.as_ref())
            .with_null("default", rules.default.as_ref())
            .with("several", rules.several)
            .with("required", rules.required)
            .into()
    }
}
