//! One person to invite: as given, and checked.

use crate::api::Api;
use crate::email::{EmailAddress, EmailOptions};
use crate::json::{FromJson, Json, Object, ShapeError};
use crate::problem::{Problem, ProblemKind};
use crate::text::Text;
use crate::unicode::Unicode;

/// A person as the host gave them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InviteeInput {
    /// The address.
    pub email: String,
    /// What the person is called; none of the known APIs is told.
    pub name: Option<String>,
    /// The roles; none: the API's default.
    pub roles: Vec<String>,
    /// What else the API takes for a person, such as `is_tenant_admin`.
    pub fields: Object,
}

impl InviteeInput {
    /// A person with an address and nothing else.
    pub fn new(email: &str) -> Self {
        Self { email: email.to_owned(), ..Self::default() }
    }

    /// The same person with one more role.
    #[must_use]
    pub fn role(mut self, role: &str) -> Self {
        self.roles.push(role.to_owned());
        self
    }
}

impl FromJson for InviteeInput {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, mut input) = (Object::from_json(json)?, Self::default());
        members.fill("email", &mut input.email)?;
        members.fill("name", &mut input.name)?;
        members.fill("roles", &mut input.roles)?;
        input.fields = members;
        Ok(input)
    }
}

/// As [`FromJson`] reads it; a field of the API's own stands beside the address.
impl From<&InviteeInput> for Json {
    fn from(input: &InviteeInput) -> Self {
        let roles = Some(&*input.roles).filter(|roles| !roles.is_empty());
        let mut object = Object::new()
            .with("email", &input.email)
            .with("name", input.name.as_deref())
            .with("roles", roles);
        for (name, value) in &input.fields {
            object.push(name.clone(), value.clone());
        }
        object.into()
    }
}

/// A person whose address, roles and fields the API takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// The address.
    pub email: EmailAddress,
    /// What the person is called, where that is known.
    pub name: Option<String>,
    /// The roles that were chosen; none: the API's default.
    pub roles: Vec<String>,
    /// The fields that are true; an absent one is false.
    pub flags: Vec<Text>,
}

/// What people are checked against.
pub(crate) struct Rules<'a> {
    pub(crate) api: &'a dyn Api,
    pub(crate) offered: Option<&'a [String]>,
    pub(crate) email: &'a EmailOptions,
    pub(crate) unicode: &'a dyn Unicode,
}

impl Invitee {
    /// Checks the person at `index`; each finding goes to `problems`.
    pub(crate) fn parse(
        index: usize,
        input: &InviteeInput,
        rules: &Rules,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let before = problems.len();
        let email = EmailAddress::parse(&input.email, rules.email, rules.unicode)
            .map_err(|error| problems.push(Problem::of(index, "email", ProblemKind::Email(error))));
        let flags = flags_of(index, input, rules.api, rules.offered, problems);
        let email = email.ok().filter(|_| problems.len() == before)?;
        let name = input.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        Some(Self { email, name: name.map(str::to_owned), roles: input.roles.clone(), flags })
    }

    /// Whether the field is true for this person.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.flags.iter().any(|flag| flag == name)
    }
}

/// The fields that are true for the person at `index`, whose roles are checked, too; each finding goes
/// to `problems`.
pub(crate) fn flags_of(
    index: usize,
    input: &InviteeInput,
    api: &dyn Api,
    offered: Option<&[String]>,
    problems: &mut Vec<Problem>,
) -> Vec<Text> {
    let found = api.info().roles.check(&input.roles, offered);
    problems.extend(found.into_iter().map(|kind| Problem::of(index, "roles", kind)));
    flags(index, input, api, problems)
}

fn flags(
    index: usize,
    input: &InviteeInput,
    api: &dyn Api,
    problems: &mut Vec<Problem>,
) -> Vec<Text> {
    let mut flags = Vec::new();
    for (name, value) in &input.fields {
        let kind = match (api.info().person_fields.iter().find(|field| field.name == *name), value)
        {
            (Some(field), Json::Bool(true)) => {
                flags.push(field.name.clone());
                continue;
            }
            (Some(_), Json::Bool(false) | Json::Null) => continue,
            (Some(field), _) => ProblemKind::FieldNotBoolean { field: field.name.clone() },
            (None, _) => ProblemKind::UnknownField { field: name.clone() },
        };
        problems.push(Problem::of(index, name, kind));
    }
    flags
}
