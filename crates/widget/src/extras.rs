//! What an API takes for a person beside address and roles: a checkbox for each.

use invite_users_core::json::Json;
use leptos::prelude::*;

use crate::messages::Messages;
use crate::person::Person;
use crate::setup::Setup;
use crate::state::State;

/// One thing that is true of a person or not.
#[derive(Clone, PartialEq)]
pub(crate) struct Extra {
    name: String,
    label: String,
    privileged: bool,
}

impl Extra {
    /// Those that the API takes, by the names that people read.
    pub(crate) fn all(setup: &Setup, text: Messages) -> Vec<Self> {
        let Some(api) = setup.api() else { return Vec::new() };
        let extra = |field: &invite_users_core::api::PersonField| {
            let name = field.name.to_string();
            let label = text
                .named_of(&api.info().id, "fields", &name)
                .unwrap_or_else(|| field.label.to_string());
            Self { name, label, privileged: field.privileged }
        };
        api.info().person_fields.iter().map(extra).collect()
    }

    /// What people call it, where it is true of this person.
    pub(crate) fn label_if_set(&self, person: &Person) -> Option<String> {
        self.is_set(person).then(|| self.label.clone())
    }

    /// What people call it.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// Whether it is the one of this name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    fn is_set(&self, person: &Person) -> bool {
        person.input.fields.get(&self.name) == Some(&Json::Bool(true))
    }
}

impl Person {
    /// False is left out, as everywhere where it is what an API takes by itself.
    fn set_extra(&mut self, name: &str, value: bool) {
        self.input.fields.take(name);
        if value {
            self.input.fields.push(name.to_owned(), Json::Bool(true));
        }
    }
}

/// The checkboxes of one person.
#[component]
pub(crate) fn Extras(
    state: State,
    id: u32,
    person: RwSignal<Person>,
    tabindex: Signal<&'static str>,
) -> impl IntoView {
    let checkbox = move |extra: Extra| checkbox(state, id, person, tabindex, extra);
    move || {
        let extras = state.extras.get();
        let some = !extras.is_empty();
        some.then(|| {
            let checkboxes = extras.into_iter().map(checkbox).collect_view();
            view! { <div class="extras" part="extras">{checkboxes}</div> }
        })
    }
}

fn checkbox(
    state: State,
    id: u32,
    person: RwSignal<Person>,
    tabindex: Signal<&'static str>,
    extra: Extra,
) -> impl IntoView {
    let Extra { name, label, privileged } = extra.clone();
    let checked = Memo::new(move |_| person.with(|person| extra.is_set(person)));
    let field = name.clone();
    let faulted = Memo::new(move |_| person.with(|person| person.is_faulted(&field)));
    let cue = ["cue", &id.to_string(), &name].join("-");
    let warned = move || privileged && checked.get();
    let (cue_id, shown) = (cue.clone(), label.clone());
    let describes = move || match (warned(), faulted.get()) {
        (true, true) => Some(format!("{cue_id} note-{id}")),
        (true, false) => Some(cue_id.clone()),
        (false, true) => Some(format!("note-{id}")),
        (false, false) => None,
    };
    let named = move || {
        let email = person.with(|person| person.address().to_owned());
        state
            .messages
            .fill("field_of", &[("label", label.as_str().into()), ("email", email.into())].into())
    };
    let what = named.clone();
    let on_change = move |event| {
        let value = event_target_checked(&event);
        state.revise(id, untrack(&what), |person| person.set_extra(&name, value));
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                tabindex=tabindex
                aria-label=named
                aria-invalid=move || faulted.get().then_some("true")
                aria-describedby=describes
                prop:checked=checked
                on:change=on_change
            />
            <span>
                {shown}
                <Show when=warned>
                    <span class="cue" id=cue.clone()>{state.messages.text("privileged")}</span>
                </Show>
            </span>
        </label>
    }
}
