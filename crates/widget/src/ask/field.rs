//! The controls of the asked settings: a switch, a list to choose from, a line or several lines, as the
//! API's schema says.

use invite_users_core::json::Json;
use invite_users_core::{Problem, SettingKind, SettingSpec};
use leptos::prelude::*;

use super::{as_text, setting_sentence};
use crate::icons::Icon;
use crate::setup::Setup;
use crate::state::{Phase, State};

/// Every setting that the host asks for.
#[component]
pub(crate) fn AskedSettings(state: State) -> impl IntoView {
    let asked = Memo::new(move |_| state.setup.with(Setup::asked));
    let problems = Memo::new(move |_| state.setting_problems());
    let fields = move || {
        let specs = asked.get().into_iter().enumerate();
        specs.map(|(index, spec)| Asked::new(state, index, spec, problems).view()).collect_view()
    };
    view! {
        <Show when=move || asked.with(|asked| !asked.is_empty())>
            <fieldset class="settings" part="settings" disabled=move || state.phase.get() == Phase::Sending>
                <legend class="legend">{state.messages.text("settings")}</legend>
                <div class="settings-fields">{fields}</div>
            </fieldset>
        </Show>
    }
}

/// The id of the control of the asked setting at `index`.
pub(crate) fn control_id(index: usize) -> String {
    ["setting-", &index.to_string()].concat()
}

/// One setting on the page.
#[derive(Clone, Copy)]
struct Asked {
    state: State,
    index: usize,
    spec: StoredValue<SettingSpec>,
    problems: Memo<Vec<Problem>>,
}

impl Asked {
    fn new(state: State, index: usize, spec: SettingSpec, problems: Memo<Vec<Problem>>) -> Self {
        Self { state, index, spec: StoredValue::new(spec), problems }
    }

    fn view(self) -> AnyView {
        match self.kind() {
            SettingKind::Boolean { default } => {
                self.labelled(self.switch(default == Some(true))).into_any()
            }
            SettingKind::Choice { choices, default } => {
                let choices = choices.iter().map(ToString::to_string).collect();
                self.labelled(self.select(choices, default.map(String::from))).into_any()
            }
            SettingKind::UuidList => self.labelled(self.lines()).into_any(),
            SettingKind::Int64 => self.labelled(self.line("numeric")).into_any(),
            SettingKind::Url => self.labelled(self.line("url")).into_any(),
            SettingKind::Text | SettingKind::Uuid => self.labelled(self.line("text")).into_any(),
        }
    }

    /// The control between its label and what is said of it.
    fn labelled(self, control: impl IntoView) -> impl IntoView {
        let mark = self.state.messages.text("setting_required");
        view! {
            <div class="setting">
                <label class="label" for=control_id(self.index)>
                    {self.label()}
                    {move || self.is_required().then(|| view! { <span class="quiet">{mark.clone()}</span> })}
                </label>
                {control}
                {self.help()}
            </div>
        }
    }

    fn switch(self, default: bool) -> impl IntoView {
        view! {
            <input
                id=control_id(self.index)
                class="switch"
                type="checkbox"
                role="switch"
                aria-describedby=self.help_id()
                aria-invalid=move || self.is_wrong()
                prop:checked=move || self.value().as_bool().unwrap_or(default)
                on:change=move |event| self.answer(event_target_checked(&event))
            />
        }
    }

    fn select(self, mut choices: Vec<String>, default: Option<String>) -> impl IntoView {
        let text = self.state.messages;
        if default.is_none() {
            choices.insert(0, String::new());
        }
        let chosen = Memo::new(move |_| {
            let answer = as_text(&self.value());
            if answer.is_empty() { default.clone().unwrap_or_default() } else { answer }
        });
        let option = move |name: String| {
            let own = name.clone();
            let label = if name.is_empty() { text.text("choose_setting") } else { name.clone() };
            view! { <option value=name prop:selected=move || chosen.get() == own>{label}</option> }
        };
        view! {
            <div class="select">
                <select
                    id=control_id(self.index)
                    class="input"
                    aria-describedby=self.help_id()
                    aria-invalid=move || self.is_wrong()
                    aria-required=move || self.is_required().then_some("true")
                    on:change=move |event| {
                        self.answer(event_target_value(&event));
                        self.judge();
                    }
                >
                    {choices.into_iter().map(option).collect_view()}
                </select>
                {Icon::Chevron.view()}
            </div>
        }
    }

    fn line(self, inputmode: &'static str) -> impl IntoView {
        view! {
            <input
                id=control_id(self.index)
                class="input"
                type="text"
                inputmode=inputmode
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                data-1p-ignore=""
                data-lpignore="true"
                placeholder=self.example()
                aria-describedby=self.help_id()
                aria-invalid=move || self.is_wrong()
                aria-required=move || self.is_required().then_some("true")
                prop:value=move || as_text(&self.value())
                on:input=move |event| self.answer(event_target_value(&event))
                on:change=move |_| self.judge()
            />
        }
    }

    fn lines(self) -> impl IntoView {
        view! {
            <div class="grow" data-text=move || as_text(&self.value())>
                <textarea
                    id=control_id(self.index)
                    class="input"
                    rows="1"
                    autocapitalize="none"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=self.example()
                    aria-describedby=self.help_id()
                    aria-invalid=move || self.is_wrong()
                    aria-required=move || self.is_required().then_some("true")
                    prop:value=move || as_text(&self.value())
                    on:input=move |event| self.answer(event_target_value(&event))
                    on:change=move |_| self.judge()
                ></textarea>
            </div>
        }
    }

    /// What is wrong takes the place of the help, so that nothing moves away under a pointer.
    fn help(self) -> impl IntoView {
        let words = move || {
            let wrong = self.wrong();
            let icon = wrong.is_some().then(|| Icon::Wrong.view());
            let words = wrong.unwrap_or_else(|| self.help_text());
            view! { {icon} <span dir="auto">{words}</span> }
        };
        view! {
            <p
                class="help quiet"
                id=self.help_id()
                data-tone=move || self.wrong().map(|_| "danger")
            >
                {words}
            </p>
        }
    }

    fn help_text(self) -> String {
        let text = self.state.messages;
        let help = self.with(|spec| {
            let own = self.state.setting_words(&[&spec.name, "_help"].concat());
            own.unwrap_or_else(|| spec.help.to_string())
        });
        match self.kind() {
            SettingKind::UuidList => text.sentences([help, text.text("setting_lines")]),
            _ => help,
        }
    }

    /// What the server said of it, or what is wrong with it; nothing before that can be known.
    fn wrong(self) -> Option<String> {
        let name = self.name();
        let said = self.state.ask.told().said.with(|said| super::value(said, &name).map(as_text));
        let judged = self.state.ask.told().judged.with(|judged| judged.contains(&name));
        said.or_else(|| self.problem().filter(|_| judged))
    }

    fn problem(self) -> Option<String> {
        let field = ["settings.", &self.name()].concat();
        self.problems.with(|problems| {
            let problem = problems.iter().find(|it| it.field.as_deref() == Some(&*field));
            problem.map(|problem| setting_sentence(self.state.messages, problem))
        })
    }

    fn is_wrong(self) -> Option<&'static str> {
        self.wrong().map(|_| "true")
    }

    /// With an endpoint the server behind it fills in what is missing.
    fn is_required(self) -> bool {
        self.with(|spec| spec.required)
            && self.state.setup.with(|setup| setup.config.endpoint.is_none())
    }

    fn value(self) -> Json {
        self.state.answer_to(&self.name())
    }

    fn answer(self, answer: impl Into<Json>) {
        self.state.answer(&self.name(), answer.into());
    }

    fn judge(self) {
        self.state.ask.judge(&self.name());
    }

    fn label(self) -> String {
        self.with(|spec| self.state.setting_label(spec))
    }

    /// A value that would pass, as a person would type it.
    fn example(self) -> String {
        self.with(|spec| {
            Json::parse(&spec.example)
                .filter(|it| it.as_list().is_some())
                .map_or_else(|| spec.example.to_string(), |list| as_text(&list))
        })
    }

    fn help_id(self) -> String {
        [&control_id(self.index), "-help"].concat()
    }

    fn name(self) -> String {
        self.with(|spec| spec.name.to_string())
    }

    fn kind(self) -> SettingKind {
        self.with(|spec| spec.kind.clone())
    }

    fn with<T>(self, read: impl FnOnce(&SettingSpec) -> T) -> T {
        self.spec.with_value(read)
    }
}
