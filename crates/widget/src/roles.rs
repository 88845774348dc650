//! The role picker: one of several roles, several of them, or any word, as the API has it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, KeyboardEvent, Node};

use crate::icons::Icon;
use crate::popup;
use crate::role_choices::{Choice, Kind};
use crate::setup::Setup;
use crate::state::State;

/// One picker: whose roles it shows, and who is told of a change.
#[derive(Clone, Copy)]
struct Picker {
    state: State,
    id: StoredValue<String>,
    label: Signal<String>,
    value: Signal<Vec<String>>,
    differing: Signal<Vec<String>>,
    invalid: Signal<bool>,
    note: StoredValue<Option<String>>,
    tabindex: Signal<&'static str>,
    on_change: Callback<Vec<String>>,
}

/// A picker for `value`; `label` is what assistive technology calls it, and `differing` are roles that
/// only some of those have whom it is for.
#[component]
pub(crate) fn RolePicker(
    state: State,
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] visible_label: bool,
    #[prop(into)] value: Signal<Vec<String>>,
    #[prop(optional, into)] differing: Signal<Vec<String>>,
    #[prop(optional, into)] invalid: Signal<bool>,
    #[prop(optional, into)] note: Option<String>,
    #[prop(default = Signal::stored("0"))] tabindex: Signal<&'static str>,
    #[prop(into)] on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let kind = Memo::new(move |_| state.setup.with(|setup| Kind::of(state, setup)));
    let (id, note) = (StoredValue::new(id), StoredValue::new(note));
    let picker = Picker { state, id, label, value, differing, invalid, note, tabindex, on_change };
    move || {
        let shown = visible_label.then(|| picker.visible_label());
        match kind.get() {
            Kind::One(choices) => picker.select(shown, choices).into_any(),
            Kind::Several(choices) => picker.disclosure(shown, choices).into_any(),
            Kind::Word => picker.field(shown).into_any(),
            Kind::Loading => picker.loading(visible_label).into_any(),
            Kind::Nothing => ().into_any(),
        }
    }
}

impl Picker {
    fn visible_label(self) -> impl IntoView {
        view! { <label class="label" for=self.id.get_value()>{move || self.label.get()}</label> }
    }

    fn loading(self, visible_label: bool) -> impl IntoView {
        let label = visible_label.then(|| {
            view! { <span class="label">{move || self.label.get()}</span> }
        });
        let words = self.state.messages.text("roles_loading");
        view! {
            <div class="role" part="role">
                {label}
                <span class="quiet roles-loading">{words}</span>
            </div>
        }
    }

    fn select(self, shown: Option<impl IntoView>, choices: Vec<Choice>) -> impl IntoView {
        let default = self.state.setup.with_untracked(Setup::role_if_none);
        let differ = move || self.differing.with(|roles| !roles.is_empty());
        let chosen = Memo::new(move |_| {
            let own = self.value.with(|roles| roles.first().cloned());
            let one = || own.or(default.clone()).unwrap_or_default();
            (!differ()).then(one)
        });
        let strange = {
            let known: Vec<String> = choices.iter().map(|choice| choice.name.clone()).collect();
            move || chosen.get().filter(|name| !known.contains(name))
        };
        let option = move |Choice { name, label }: Choice| {
            let own = name.clone();
            view! {
                <option value=name prop:selected=move || chosen.get().as_ref() == Some(&own)>{label}</option>
            }
        };
        let on_change = move |event| {
            let name = event_target_value(&event);
            self.on_change.run(Some(name).filter(|name| !name.is_empty()).into_iter().collect());
        };
        view! {
            <div class="role" part="role">
                {shown}
                <div class="select">
                    <select
                        id=self.id.get_value()
                        class="input"
                        tabindex=self.tabindex
                        aria-label=move || self.label.get()
                        aria-invalid=move || self.invalid.get().then_some("true")
                        aria-describedby=self.note.get_value()
                        on:change=on_change
                    >
                        {move || differ().then(|| self.roles_differ())}
                        {choices.into_iter().map(option).collect_view()}
                        {move || strange().map(|name| option(Choice { label: name.clone(), name }))}
                    </select>
                    {Icon::Chevron.view()}
                </div>
            </div>
        }
    }

    /// What stands in the field while no role is everybody's.
    fn roles_differ(self) -> impl IntoView {
        let label = self.state.messages.text("roles_differ");
        view! { <option value={""} disabled hidden prop:selected=true>{label}</option> }
    }

    fn disclosure(self, shown: Option<impl IntoView>, choices: Vec<Choice>) -> impl IntoView {
        let open = RwSignal::new(false);
        let id = self.id.get_value();
        let chosen = move || {
            let Self { state, value, .. } = self;
            if self.differing.with(|roles| !roles.is_empty()) {
                return state.messages.text("roles_differ");
            }
            if value.with(Vec::is_empty) && state.setup.with(Setup::requires_role) {
                return state.messages.text("choose_role");
            }
            state.setup.with(|setup| value.with(|it| setup.roles_label(state.messages, it)))
        };
        let name = move || self.state.messages.labelled(&self.label.get(), &chosen());
        let choices = StoredValue::new(choices);
        view! {
            <div
                class="role"
                part="role"
                on:keydown=move |event| self.on_keydown(open, &event)
                on:focusout=move |event| self.on_focusout(open, &event)
            >
                {shown}
                <button
                    type="button"
                    id=id.clone()
                    class="input disclosure"
                    popovertarget=self.panel()
                    tabindex=self.tabindex
                    aria-label=name
                    aria-expanded=move || open.get().to_string()
                    aria-controls=self.panel()
                    aria-describedby=self.note.get_value()
                >
                    <span>{chosen}</span>
                    {Icon::Chevron.view()}
                </button>
                <div
                    id=self.panel()
                    class="popup"
                    popover="auto"
                    on:beforetoggle=move |event| self.on_toggle(open, &event)
                >
                    <Show when=move || open.get()>
                        <fieldset class="choices" part="roles">
                            <legend class="hidden">{move || self.label.get()}</legend>
                            {self.checkboxes(choices.get_value())}
                        </fieldset>
                    </Show>
                </div>
            </div>
        }
    }

    fn panel(self) -> String {
        self.id.get_value() + "-choices"
    }

    /// What is in the popup is built before it is seen, and is there no longer than it is open: ten
    /// thousand rows have ten thousand pickers.
    fn on_toggle(self, open: RwSignal<bool>, event: &Event) {
        let opens = popup::opens(event);
        open.set(opens);
        if opens {
            popup::follow(self.state, &self.panel(), &self.id.get_value());
        }
    }

    /// The browser closes it itself, but not in each case before the dialog around it.
    fn on_keydown(self, open: RwSignal<bool>, event: &KeyboardEvent) {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            popup::hide(self.state, &self.panel());
            self.state.focus(vec![self.id.get_value()]);
        }
    }

    /// A popup that stayed open would cover where the focus goes.
    fn on_focusout(self, open: RwSignal<bool>, event: &FocusEvent) {
        let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let picker: Option<Node> = event.current_target().and_then(|it| it.dyn_into().ok());
        let leaves = goes_to.is_some() && !picker.is_some_and(|it| it.contains(goes_to.as_ref()));
        if leaves && open.get_untracked() {
            popup::hide(self.state, &self.panel());
        }
    }

    fn checkboxes(self, choices: Vec<Choice>) -> impl IntoView {
        choices.into_iter().map(|choice| self.checkbox(choice)).collect_view()
    }

    fn checkbox(self, Choice { name, label }: Choice) -> impl IntoView {
        let (own, others) = (name.clone(), name.clone());
        let mixed = move || self.differing.with(|roles| roles.contains(&others));
        let checked = move || self.value.with(|roles| roles.contains(&own));
        let on_change = move |event| {
            let mut roles = self.value.get_untracked();
            roles.retain(|role| *role != name);
            if event_target_checked(&event) {
                roles.push(name.clone());
            }
            self.on_change.run(roles);
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    tabindex=self.tabindex
                    prop:checked=checked
                    prop:indeterminate=mixed
                    on:change=on_change
                />
                <span>{label}</span>
            </label>
        }
    }

    fn field(self, shown: Option<impl IntoView>) -> impl IntoView {
        let on_change = move |event| {
            let word = event_target_value(&event).trim().to_owned();
            self.on_change.run(Some(word).filter(|word| !word.is_empty()).into_iter().collect());
        };
        view! {
            <div class="role" part="role">
                {shown}
                <input
                    id=self.id.get_value()
                    class="input"
                    type="text"
                    tabindex=self.tabindex
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=move || self.label.get()
                    aria-invalid=move || self.invalid.get().then_some("true")
                    aria-describedby=self.note.get_value()
                    placeholder=self.state.messages.text("role_placeholder")
                    prop:value=move || self.value.with(|roles| roles.join(", "))
                    on:change=on_change
                />
            </div>
        }
    }
}
