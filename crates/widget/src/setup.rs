//! The configuration as the element hands it over: core's part, the widget's part, and the host's
//! functions.

use invite_users_core::api::{self, ApiChoice, ApiRef};
use invite_users_core::json::{FromJson, Json, Object as Members, ShapeError};
use invite_users_core::{InviteConfig, Problem, RoleChoice, SettingSpec};
use invite_users_wasm::from_js;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::messages::Messages;
use crate::server_roles::ServerRoles;

/// Everything that the host has set.
#[derive(Clone, Default)]
pub(crate) struct Setup {
    /// Where people are invited.
    pub(crate) config: InviteConfig,
    /// The role of new people.
    pub(crate) default_role: Option<String>,
    /// The addresses of those who are in the team already.
    pub(crate) members: Vec<String>,
    /// Whether nothing can be pressed.
    pub(crate) disabled: bool,
    /// Whether the people are a form's field, which sends them itself.
    pub(crate) collect: bool,
    /// Whether that field must not be empty.
    pub(crate) required: bool,
    /// How requests say who sends them: an object whose secrets may be functions.
    pub(crate) auth: JsValue,
    /// The host's own transport.
    pub(crate) fetch: Option<Function>,
    /// The host's directory; not checked until it is asked.
    pub(crate) suggest: JsValue,
    /// The names of the settings that the person fills in.
    pub(crate) ask: Vec<String>,
    /// The roles that only the server knows; not the host's to set.
    pub(crate) server_roles: ServerRoles,
}

/// The widget's own part of the configuration.
#[derive(Default)]
struct Look {
    default_role: Option<String>,
    members: Vec<String>,
    disabled: bool,
    ask: Vec<String>,
    collect: bool,
    required: bool,
}

impl FromJson for Look {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let (mut members, mut look) = (Members::from_json(json)?, Self::default());
        members.fill("defaultRole", &mut look.default_role)?;
        members.fill("members", &mut look.members)?;
        members.fill("disabled", &mut look.disabled)?;
        members.fill("ask", &mut look.ask)?;
        members.fill("collect", &mut look.collect)?;
        members.fill("required", &mut look.required)?;
        Ok(look)
    }
}

impl Setup {
    /// Reads a configuration object.
    ///
    /// # Errors
    /// A value of the wrong type, as JavaScript is told of it.
    pub(crate) fn parse(object: &JsValue) -> Result<Self, JsValue> {
        let given = data(object);
        let look: Look = from_js("config", given.clone())?;
        let fetch = Reflect::get(object, &"fetch".into())?;
        Ok(Self {
            config: from_js("config", given)?,
            default_role: look.default_role.filter(|role| !role.is_empty()),
            members: look.members,
            disabled: look.disabled,
            collect: look.collect,
            required: look.required,
            auth: Reflect::get(object, &"auth".into())?,
            fetch: fetch.dyn_into().ok(),
            suggest: Reflect::get(object, &"suggest".into())?,
            ask: look.ask,
            server_roles: ServerRoles::Unasked,
        })
    }

    /// Whether the host has a directory.
    pub(crate) fn suggests(&self) -> bool {
        !self.suggest.is_undefined() && !self.suggest.is_null()
    }

    /// Whether people are invited to the same place, so that nobody there is to be invited twice.
    pub(crate) fn leads_to_same_place(&self, other: &Self) -> bool {
        let (one, other) = (&self.config, &other.config);
        (&one.api, &one.base_url, &one.endpoint, &one.settings)
            == (&other.api, &other.base_url, &other.endpoint, &other.settings)
    }

    /// The configuration of one delivery, with what no other has: waiting times that spread
    /// differently, and keys of its own.
    pub(crate) fn config_to_send(&self, refreshable: bool) -> InviteConfig {
        let random = || js_sys::Math::random().to_bits();
        let mut config = self.config.clone();
        config.delivery.seed = random();
        config.delivery.id = format!("{:x}-{:x}", random(), random());
        config.delivery.refreshable = refreshable;
        config
    }

    /// What is wrong with the API that the host names or describes; naming none is no mistake yet.
    pub(crate) fn api_mistake(&self) -> Option<Problem> {
        let problem = api::find(&self.config.api).err()?;
        (self.config.api != ApiChoice::default()).then_some(problem)
    }

    /// The API that people are invited through, where it is known.
    pub(crate) fn api(&self) -> Option<ApiRef> {
        api::find(&self.config.api).ok()
    }

    /// The settings that the person fills in, in the host's order.
    pub(crate) fn asked(&self) -> Vec<SettingSpec> {
        let Some(api) = self.api() else { return Vec::new() };
        let spec = |name: &String| api.info().settings.iter().find(|spec| spec.name == *name);
        self.ask.iter().filter_map(spec).cloned().collect()
    }

    /// The roles that can be chosen; `None` where any word can be one.
    pub(crate) fn roles(&self) -> Option<Vec<String>> {
        if let Some(names) = self.server_roles.names() {
            return Some(names);
        }
        let api = self.api()?;
        let offered = api.info().roles.offered(self.config.roles.as_deref())?;
        Some(offered.into_iter().map(str::to_owned).collect())
    }

    /// Whether a person may have several roles.
    pub(crate) fn takes_several_roles(&self) -> bool {
        self.api().is_some_and(|api| api.info().roles.several)
    }

    /// What a person gets who is given no role; `None` where that is none, or one that is not offered.
    pub(crate) fn role_if_none(&self) -> Option<String> {
        let offered = self.roles_of_host();
        self.api()?.info().roles.default_among(offered.as_deref()).map(str::to_owned)
    }

    /// Whether everybody has to be given a role.
    pub(crate) fn requires_role(&self) -> bool {
        let offered = self.roles_of_host();
        self.api().is_some_and(|api| api.info().roles.must_be_chosen(offered.as_deref()))
    }

    /// What the server's list, or else the host, leaves of the API's roles.
    fn roles_of_host(&self) -> Option<Vec<String>> {
        self.server_roles.names().or_else(|| self.config.roles.clone())
    }

    /// What people call a role: the host's name, the server's, the language's, the API's own, the bare value.
    pub(crate) fn role_label(&self, messages: Messages, name: &str) -> String {
        let label = |roles: &[RoleChoice]| {
            roles.iter().find(|role| role.name == name).map(|role| role.label.to_string())
        };
        let documented = || {
            let api = self.api()?;
            let own = messages.named_of(&api.info().id, "roles", name);
            own.or_else(|| label(&api.info().roles.choices))
        };
        let words = messages.named("roles", name).or_else(|| label(self.server_roles.known()));
        words.or_else(documented).unwrap_or_else(|| name.to_owned())
    }

    /// Several roles in one line; the API's default where there are none.
    pub(crate) fn roles_label(&self, messages: Messages, roles: &[String]) -> String {
        let labels: Vec<String> =
            roles.iter().map(|role| self.role_label(messages, role)).collect();
        match self.role_if_none() {
            _ if !labels.is_empty() => messages.list(&labels),
            Some(default) => self.role_label(messages, &default),
            None => messages.text("no_role"),
        }
    }
}

/// What is plain data in the configuration: without the host's functions and secrets, and without
/// `undefined`, which means the same as absent.
fn data(object: &JsValue) -> JsValue {
    let Some(object) = object.dyn_ref::<Object>() else { return object.clone() };
    let is_data = |entry: &JsValue| {
        let entry: &Array = entry.unchecked_ref();
        let value = entry.get(1);
        let is_secret = entry.get(0) == "auth";
        !value.is_undefined() && !value.is_function() && !is_secret
    };
    let entries: Array = Object::entries(object).iter().filter(is_data).collect();
    Object::from_entries(&entries).map_or_else(|_| JsValue::from(object), JsValue::from)
}
