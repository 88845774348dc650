//! Who would be able to manage others: what a person should have seen before anything is sent.

use crate::api::{self, ApiInfo};
use crate::config::InviteConfig;
use crate::invitee::InviteeInput;
use crate::json::Json;
use crate::text::Text;

/// What lets one of the people manage others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Privilege {
    /// Who: an index into the people.
    pub invitee: usize,
    /// The privileged ones of their roles, the API's default among them where they have none.
    pub roles: Vec<String>,
    /// The privileged ones of the fields that are true for them.
    pub fields: Vec<Text>,
}

/// Those of the people whom an invitation lets manage others, in their order; none where the API is
/// unknown.
///
/// Which roles and fields do so is what the API's document or description says; a role that neither
/// knows is privileged where its name speaks of an owner or admin.
///
/// ```
/// use invite_users_core::{InviteConfig, InviteeInput, privileges};
///
/// let config = InviteConfig { api: "vijil".into(), ..InviteConfig::default() };
/// let people = [InviteeInput::new("ann@acme.com"), InviteeInput::new("bob@acme.com").role("OWNER")];
/// let found = privileges(&config, &people);
/// assert_eq!((found[0].invitee, &*found[0].roles), (1, &["OWNER".to_owned()][..]));
/// ```
pub fn privileges(config: &InviteConfig, people: &[InviteeInput]) -> Vec<Privilege> {
    let Ok(api) = api::find(&config.api) else { return Vec::new() };
    let privilege = |(index, person)| privilege(index, person, api.info());
    people.iter().enumerate().filter_map(privilege).collect()
}

fn privilege(invitee: usize, person: &InviteeInput, info: &ApiInfo) -> Option<Privilege> {
    let roles = info.roles.given(&person.roles);
    let roles: Vec<String> =
        roles.filter(|role| info.roles.is_privileged(role)).map(str::to_owned).collect();
    let is_set = |name: &Text| person.fields.get(name) == Some(&Json::Bool(true));
    let fields = info.person_fields.iter().filter(|field| field.privileged && is_set(&field.name));
    let fields: Vec<Text> = fields.map(|field| field.name.clone()).collect();
    let is_any = !roles.is_empty() || !fields.is_empty();
    is_any.then_some(Privilege { invitee, roles, fields })
}
