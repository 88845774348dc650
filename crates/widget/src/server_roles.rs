//! Roles that only the server knows: asked for once for each place and each way to sign in, and again
//! where a person wants it.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use invite_users_core::api::{self, ApiRef};
use invite_users_core::table::{KnownRole, role_named};
use invite_users_core::{
    Catalogue, Coded, InviteConfig, PlannedRequest, Problem, ProblemKind, Reason, Reply,
    RoleChoice, RolesError, catalogue, read_roles,
};
use invite_users_wasm::{Platform, misuse};
use js_sys::Object;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use crate::auth::{AuthError, Credentials};
use crate::icons::Icon;
use crate::later::soon;
use crate::setup::Setup;
use crate::state::{FIELD, State};
use crate::transport::{self, End};

/// What is known of the server's list of roles.
#[derive(Clone, Default, PartialEq)]
pub(crate) enum ServerRoles {
    /// It is not wanted, or nobody knows where it is.
    #[default]
    Unasked,
    /// It was asked for.
    Loading,
    /// It could not be had, so that any word can be a role.
    Failed,
    /// The roles that the host offers of those in it.
    Known(Vec<RoleChoice>),
}

impl ServerRoles {
    /// The roles, where they are known.
    pub(crate) fn known(&self) -> &[RoleChoice] {
        if let Self::Known(roles) = self { roles } else { &[] }
    }

    /// Their names; `None` where they are not known.
    pub(crate) fn names(&self) -> Option<Vec<String>> {
        let Self::Known(roles) = self else { return None };
        Some(roles.iter().map(|role| role.name.to_string()).collect())
    }
}

/// The request for the list that was made last.
pub(crate) type RoleRequest = StoredValue<Option<Rc<Asked>>, LocalStorage>;

/// One request for the list. Who forgets it breaks it off.
pub(crate) struct Asked {
    request: PlannedRequest,
    auth: JsValue,
    reply: OnceCell<Reply>,
    failed: Cell<bool>,
    end: End,
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.end.abort();
    }
}

impl State {
    /// Asks for the roles of the place that is configured now, unless that was done already.
    pub(crate) fn load_roles(self) {
        let config = self.answered();
        let wanted = wanted(&config).unwrap_or_else(|problem| {
            self.blame(problem);
            None
        });
        let Some(request) = wanted else {
            self.ask.role_request().set_value(None);
            return self.show_roles(ServerRoles::Unasked);
        };
        let auth = self.setup.with_untracked(|setup| setup.auth.clone());
        let last = self.ask.role_request().get_value();
        match last.filter(|last| last.request == request && is_same(&last.auth, &auth)) {
            Some(last) => self.show_answer(&last),
            None => self.ask_for_roles(request, auth),
        }
    }

    /// Asks once more, as the person wants it.
    fn load_roles_again(self) {
        self.ask.role_request().set_value(None);
        self.load_roles();
        self.focus(vec![FIELD.to_owned()]);
    }

    fn ask_for_roles(self, request: PlannedRequest, auth: JsValue) {
        let (reply, failed, end) = (OnceCell::new(), Cell::new(false), End::new());
        let asked = Rc::new(Asked { request, auth, reply, failed, end });
        let setup = self.setup.get_untracked();
        let (request, end) = (asked.request.clone(), asked.end.clone());
        self.ask.role_request().set_value(Some(asked));
        self.show_roles(ServerRoles::Loading);
        spawn_local(async move {
            let answer = exchange(&setup, &request, &end).await;
            if !end.is_aborted() && !self.is_gone() {
                self.take_answer(answer);
            }
        });
    }

    fn take_answer(self, answer: Result<Reply, Box<dyn Coded>>) {
        let Some(asked) = self.ask.role_request().get_value() else { return };
        let error = match answer {
            Ok(reply) => read_roles(&self.answered(), asked.reply.get_or_init(|| reply))
                .err()
                .map(|error| Box::new(error) as Box<dyn Coded>),
            Err(error) => Some(error),
        };
        asked.failed.set(error.is_some());
        self.show_answer(&asked);
        self.check();
        if let Some(error) = error {
            self.announce(self.messages.text("roles_failed"));
            self.hooks.get_value().emit("error", &misuse(&*error));
        }
    }

    /// Read again for each configuration, since that may offer others of the same roles.
    fn show_answer(self, asked: &Asked) {
        let roles = asked.reply.get().map(|reply| read_roles(&self.answered(), reply));
        match roles {
            _ if asked.failed.get() => self.show_roles(ServerRoles::Failed),
            Some(Ok(roles)) => {
                self.adopt(&roles);
                self.show_roles(ServerRoles::Known(roles));
            }
            _ => self.show_roles(ServerRoles::Loading),
        }
    }

    fn show_roles(self, roles: ServerRoles) {
        if self.setup.with_untracked(|setup| setup.server_roles != roles) {
            self.setup.update(|setup| setup.server_roles = roles);
        }
    }

    /// Roles that were typed, or stood in a file, before anybody knew how the server calls them.
    fn adopt(self, roles: &[RoleChoice]) {
        let known: Vec<KnownRole> = roles.iter().map(KnownRole::from).collect();
        for row in self.rows.get_untracked() {
            let adopted = row.person.with_untracked(|it| adopted(&it.input.roles, &known));
            if let Some(adopted) = adopted {
                row.person.update(|person| person.input.roles = adopted);
            }
        }
        if let Some(adopted) = self.new_roles.with_untracked(|roles| adopted(roles, &known)) {
            self.new_roles.set(adopted);
        }
    }
}

/// The request for the list, where there is one to ask.
///
/// Where the place of a documented API's list is only assumed, the host's own roles are taken at
/// their word; behind an `endpoint` nobody can guess it, so that any word can be a role.
fn wanted(config: &InviteConfig) -> Result<Option<PlannedRequest>, Problem> {
    let assumed =
        config.roles_endpoint.is_none() && matches!(api::find(&config.api), Ok(ApiRef::Known(_)));
    if assumed && config.roles.is_some() {
        return Ok(None);
    }
    match catalogue(config) {
        Ok(Catalogue::OnServer(request)) => Ok(Some(request)),
        Err(problem) if is_about_list(&problem) => Err(problem),
        Ok(Catalogue::Known(_)) | Err(_) => Ok(None),
    }
}

/// What is wrong with everything else is told where it matters: when people are to be invited.
fn is_about_list(problem: &Problem) -> bool {
    problem.field.as_deref() == Some("rolesEndpoint")
        && problem.kind != ProblemKind::RolesEndpointRequired
}

async fn exchange(
    setup: &Setup,
    request: &PlannedRequest,
    end: &End,
) -> Result<Reply, Box<dyn Coded>> {
    let credential = Credentials::new(setup.auth.clone()).header(0).await;
    let credential = credential.map_err(|error| -> Box<dyn Coded> {
        match error {
            AuthError::Failed => Box::new(Reason::AuthFailed),
            AuthError::Malformed(error) => Box::new(ProblemKind::Credential(error)),
        }
    })?;
    let reply = transport::exchange(request, credential, setup.fetch.as_ref(), end).await;
    reply.map_err(|lost| Box::new(RolesError::lost(lost.loss)) as Box<dyn Coded>)
}

/// Whether both sign in alike. Two functions do: a host that draws its page anew brings new ones
/// along that do the same.
fn is_same(one: &JsValue, other: &JsValue) -> bool {
    let (Some(one), Some(other)) = (one.dyn_ref::<Object>(), other.dyn_ref::<Object>()) else {
        return one == other;
    };
    let (names, others) = (Object::keys(one), Object::keys(other));
    let (values, other_values) = (Object::values(one), Object::values(other));
    let alike =
        |one: JsValue, other: JsValue| one == other || one.is_function() && other.is_function();
    names.length() == others.length()
        && names.iter().zip(others.iter()).all(|(name, other)| name == other)
        && values.iter().zip(other_values.iter()).all(|(value, other)| alike(value, other))
}

/// The same roles by the server's names; `None` where they are that already, or nobody knows them.
fn adopted(roles: &[String], known: &[KnownRole]) -> Option<Vec<String>> {
    let adopt = |role: &String| {
        if known.iter().any(|it| it.name == *role) {
            return role.clone();
        }
        role_named(known, role, &Platform).map_or_else(|| role.clone(), str::to_owned)
    };
    let adopted: Vec<String> = roles.iter().map(adopt).collect();
    (adopted != roles).then_some(adopted)
}

/// That the roles could not be had, and the way to try again. It takes the place of the help, and where a
/// server is asked there is room for both from the start: what comes late moves nothing.
#[component]
pub(crate) fn RolesNotice(state: State) -> impl IntoView {
    let text = state.messages;
    let knows = move |roles| state.setup.with(|setup| setup.server_roles == roles);
    let failed = Memo::new(move |_| knows(ServerRoles::Failed));
    let asked = Memo::new(move |_| !knows(ServerRoles::Unasked));
    let again = move |_| soon(move || state.load_roles_again());
    move || {
        asked.get().then(|| {
            view! {
                <p
                    class={"roles-failed"}
                    part="roles-failed"
                    data-kept=move || (!failed.get()).then_some("")
                >
                    {Icon::Warning.view()}
                    <span>
                        {text.text("roles_failed")} {" "}
                        <button type="button" class="link" on:click=again>
                            {text.text("try_again")}
                        </button>
                    </span>
                </p>
            }
        })
    }
}
