//! Which roles there are to choose from, and how.

use crate::server_roles::ServerRoles;
use crate::setup::Setup;
use crate::state::State;

/// One role that can be chosen.
#[derive(Clone, PartialEq)]
pub(crate) struct Choice {
    /// The value on the wire.
    pub(crate) name: String,
    /// What people read.
    pub(crate) label: String,
}

/// How roles are chosen.
#[derive(Clone, PartialEq)]
pub(crate) enum Kind {
    /// One of these; the first may be a sentence that asks to choose.
    One(Vec<Choice>),
    /// Any of these. What is ticked is what was chosen, so the one that people get without says so.
    Several(Vec<Choice>),
    /// The server knows its roles, and nobody else.
    Word,
    /// The server was asked for them.
    Loading,
    /// There is nothing to choose.
    Nothing,
}

impl Kind {
    /// What the API and the host leave to choose.
    pub(crate) fn of(state: State, setup: &Setup) -> Self {
        let Some(api) = setup.api() else { return Self::Nothing };
        if setup.server_roles == ServerRoles::Loading {
            return Self::Loading;
        }
        let choice = |name: String| {
            let label = setup.role_label(state.messages, &name);
            Choice { name, label }
        };
        let Some(names) = setup.roles() else { return Self::Word };
        let mut choices: Vec<Choice> = names.into_iter().map(choice).collect();
        if choices.is_empty() {
            return Self::Nothing;
        }
        let default = setup.role_if_none();
        if api.info().roles.several {
            let is_default = |choice: &&mut Choice| Some(&choice.name) == default.as_ref();
            if let Some(choice) = choices.iter_mut().find(is_default) {
                let words = [("role", choice.label.as_str().into())].into();
                choice.label = state.messages.fill("role_if_none", &words);
            }
            return Self::Several(choices);
        }
        if default.is_none() {
            let label = state.messages.text("choose_role");
            choices.insert(0, Choice { name: String::new(), label });
        }
        Self::One(choices)
    }
}
