//! The roles that a host can offer: those that the API's document names, or those that its server
//! lists.
//!
//! No document says how such a list looks, so any is read that can mean only one thing.

use std::collections::HashMap;

use crate::api;
use crate::config::InviteConfig;
use crate::destination::{checked, fill, with_path};
use crate::json::{Json, Object};
use crate::plan::PlannedRequest;
use crate::problem::{Problem, ProblemKind};
use crate::reply::Reply;
use crate::role::{RoleChoice, speaks_of_managing};
use crate::setting::Settings;

mod error;

pub use error::RolesError;

/// Where the roles to choose from are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Catalogue {
    /// Here: they are documented, or given by the host.
    Known(Vec<RoleChoice>),
    /// At the server: the answer to this request is for [`read_roles`].
    OnServer(PlannedRequest),
}

/// The roles to choose from, narrowed to those that the host offers; those for a vendor's own staff
/// are in it only where the host names them.
///
/// # Errors
/// A [`Problem`] where the API is unknown, nothing may be sent to the address of its list, or a
/// setting in that address is missing or wrong.
///
/// ```
/// use invite_users_core::{Catalogue, InviteConfig, catalogue};
///
/// let config = InviteConfig { api: "vijil".into(), ..InviteConfig::default() };
/// let Ok(Catalogue::Known(roles)) = catalogue(&config) else { panic!() };
/// assert_eq!(roles[0].label, "Owner");
/// ```
pub fn catalogue(config: &InviteConfig) -> Result<Catalogue, Problem> {
    let api = api::find(&config.api)?;
    let rules = &api.info().roles;
    let server = match (&rules.from, &config.roles_endpoint) {
        _ if !rules.choices.is_empty() => None,
        (_, Some(endpoint)) => Some(address(&*api, "rolesEndpoint", endpoint, endpoint, config)?),
        (Some(_), None) if config.endpoint.is_some() => {
            return Err(Problem::at("rolesEndpoint", ProblemKind::RolesEndpointRequired));
        }
        (Some(path), None) => Some(beside_base_url(&*api, path, config)?),
        (None, None) => None,
    };
    Ok(match server {
        Some(url) => Catalogue::OnServer(request(url)),
        None if rules.choices.is_empty() => Catalogue::Known(own(config)),
        None => Catalogue::Known(narrowed(rules.choices.to_vec(), config)),
    })
}

/// The roles that the server's answer lists, narrowed to those that the host offers.
///
/// Read are a list of names, a list of objects that each have a name (`name`, `roleName` or
/// `role`; the label may be `label`, `displayName` or `title`), and an object of which one member is
/// such a list. A role whose name speaks of an owner or admin is taken for privileged.
///
/// # Errors
/// [`RolesError`] that says what came back instead.
pub fn read_roles(config: &InviteConfig, reply: &Reply) -> Result<Vec<RoleChoice>, RolesError> {
    if !(200..300).contains(&reply.status) {
        return Err(RolesError::status(reply.status));
    }
    let body = Json::parse(&reply.body).ok_or_else(|| RolesError::not_json(&reply.body))?;
    let roles = listed(&body).ok_or_else(|| RolesError::shape(&body))?;
    Ok(narrowed(without_repeats(roles), config))
}

fn beside_base_url(
    api: &dyn api::Api,
    path: &str,
    config: &InviteConfig,
) -> Result<String, Problem> {
    let base = config.base_url.as_deref().or(api.info().base_url.as_deref());
    let base = base.ok_or_else(|| {
        let api = api.info().name.clone();
        Problem::at("baseUrl", ProblemKind::BaseUrlRequired { api })
    })?;
    address(api, "baseUrl", base, &with_path(base, path), config)
}

/// The checked URL; as in an endpoint, settings stand in braces.
fn address(
    api: &dyn api::Api,
    field: &str,
    given: &str,
    template: &str,
    config: &InviteConfig,
) -> Result<String, Problem> {
    let settings = Settings::parse(&config.settings, &api.info().settings, false);
    let settings = settings.map_err(|mut problems| problems.swap_remove(0))?;
    checked(field, given, &fill(template, api, Some(&settings))?, config)
}

fn request(url: String) -> PlannedRequest {
    PlannedRequest {
        id: 0,
        method: "GET".into(),
        url,
        headers: vec![("accept".into(), "application/json".into())],
        body: String::new(),
        invitees: Vec::new(),
    }
}

/// What the host offers where nobody else knows the roles.
fn own(config: &InviteConfig) -> Vec<RoleChoice> {
    let names = config.roles.iter().flatten();
    names.map(|name| choice(name.clone(), None)).collect()
}

fn narrowed(mut roles: Vec<RoleChoice>, config: &InviteConfig) -> Vec<RoleChoice> {
    roles.retain(|role| match &config.roles {
        Some(offered) => offered.iter().any(|name| *name == role.name),
        None => !role.staff_only,
    });
    roles
}

fn listed(body: &Json) -> Option<Vec<RoleChoice>> {
    if let Json::List(items) = body {
        return items.iter().map(role).collect();
    }
    let lists = body.as_object()?.iter().filter_map(|(_, member)| {
        let items = member.as_list().filter(|items| !items.is_empty())?;
        items.iter().map(role).collect::<Option<Vec<_>>>()
    });
    let mut lists = lists.fuse();
    // Of two lists, nobody could tell which one holds the roles.
    lists.next().filter(|_| lists.next().is_none())
}

fn role(item: &Json) -> Option<RoleChoice> {
    let text = |value: &Json| {
        let text = value.as_text().map(str::trim).filter(|text| !text.is_empty())?;
        Some(text.to_owned())
    };
    if let Some(object) = item.as_object() {
        let first = |names: [&str; 3]| {
            names.into_iter().find_map(|name| Object::get(object, name).and_then(text))
        };
        let name = first(["name", "roleName", "role"])?;
        return Some(choice(name, first(["label", "displayName", "title"])));
    }
    text(item).map(|name| choice(name, None))
}

fn choice(name: String, label: Option<String>) -> RoleChoice {
    RoleChoice {
        privileged: speaks_of_managing(&name),
        label: label.unwrap_or_else(|| name.clone()).into(),
        name: name.into(),
        staff_only: false,
    }
}

fn without_repeats(mut roles: Vec<RoleChoice>) -> Vec<RoleChoice> {
    // As in `check_people`: a set would be one more table compiled into the module.
    let mut seen: HashMap<String, usize> = HashMap::new();
    roles.retain(|role| seen.insert(role.name.to_string(), 0).is_none());
    roles
}
