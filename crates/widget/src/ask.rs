//! Settings that the person fills in: what was answered, how that joins what the host set, and what is
//! wrong with it.

use invite_users_core::json::{Json, Object};
use invite_users_core::{
    Coded, Destination, InviteConfig, Outcome, Problem, ProblemKind, Report, SettingKind,
    SettingSpec,
};
use invite_users_wasm::misuse;
use leptos::prelude::*;

use crate::later::after;
use crate::messages::Messages;
use crate::server_roles::RoleRequest;
use crate::setup::Setup;
use crate::state::State;

mod field;

pub(crate) use field::{AskedSettings, control_id};

/// How long after the last keystroke an answer counts as given, in milliseconds.
const REST: i32 = 250;

/// Answers by the names of their settings, as they were typed.
type Answers = Vec<(String, Json)>;

/// What was answered, and what is said about it: one handle, since every closure of every row keeps a
/// copy of all that the widget knows.
#[derive(Clone, Copy)]
pub(crate) struct Ask(StoredValue<Told>);

#[derive(Clone, Copy)]
struct Told {
    answers: RwSignal<Answers>,
    /// Counts the answers that came to rest: what goes through all people waits for that.
    settled: RwSignal<u32>,
    /// Counts keystrokes, so that only the last one settles.
    strokes: StoredValue<u32>,
    /// The settings whose problems are shown.
    judged: RwSignal<Vec<String>>,
    /// The server's words on settings, after a delivery.
    said: RwSignal<Answers>,
    role_request: RoleRequest,
}

impl Ask {
    /// No answers.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(Told {
            answers: RwSignal::default(),
            settled: RwSignal::default(),
            strokes: StoredValue::default(),
            judged: RwSignal::default(),
            said: RwSignal::default(),
            role_request: RoleRequest::new_local(None),
        }))
    }

    /// From now on what is wrong with this setting is shown.
    fn judge(self, name: &str) {
        let judged = self.told().judged;
        if !judged.with_untracked(|judged| judged.iter().any(|other| other == name)) {
            judged.update(|judged| judged.push(name.to_owned()));
        }
    }

    /// What was answered, by the names of the settings.
    pub(crate) fn answers(self) -> Object {
        self.told().answers.get().into_iter().collect()
    }

    /// Puts these answers in the place of all that were given.
    pub(crate) fn answer_all(self, answers: Object) {
        self.told().answers.set(answers.into_iter().collect());
        self.told().settled.update(|settled| *settled += 1);
    }

    /// Forgets what a server said.
    pub(crate) fn forget_said(self) {
        self.told().said.update(Vec::clear);
    }

    /// The request for the roles that only the server knows.
    pub(crate) fn role_request(self) -> RoleRequest {
        self.told().role_request
    }

    fn told(self) -> Told {
        self.0.get_value()
    }
}

impl State {
    /// The configuration as people are invited: with the person's answers, and with the roles that
    /// the server has. Follows answers that came to rest.
    pub(crate) fn config(self) -> InviteConfig {
        self.ask.told().settled.track();
        let mut config = self
            .setup
            .with(|setup| self.ask.told().answers.with_untracked(|it| answered(setup, it)));
        if let Some(names) = self.setup.with(|setup| setup.server_roles.names()) {
            config.roles = Some(names);
        }
        config
    }

    /// The host's configuration with the person's answers.
    pub(crate) fn answered(self) -> InviteConfig {
        self.setup.with_untracked(|setup| {
            self.ask.told().answers.with_untracked(|answers| answered(setup, answers))
        })
    }

    /// What stands in a setting's control: the answer, else what the host set.
    fn answer_to(self, name: &str) -> Json {
        let answer = self.ask.told().answers.with(|answers| value(answers, name).cloned());
        let given = || self.setup.with(|setup| setup.config.settings.get(name).cloned());
        answer.or_else(given).unwrap_or_default()
    }

    /// Takes an answer.
    fn answer(self, name: &str, answer: Json) {
        self.ask.told().answers.update(|answers| {
            answers.retain(|(other, _)| other != name);
            answers.push((name.to_owned(), answer));
        });
        self.ask.told().said.update(|said| said.retain(|(other, _)| other != name));
        let stroke = self.ask.told().strokes.try_update_value(|strokes| {
            *strokes += 1;
            *strokes
        });
        after(REST, move || {
            if !self.is_gone() && Some(self.ask.told().strokes.get_value()) == stroke {
                self.settle();
            }
        });
    }

    /// Another answer may lead to another place.
    fn settle(self) {
        self.memory.update_value(|memory| memory.invited.clear());
        self.ask_anew();
        self.ask.told().settled.update(|settled| *settled += 1);
        self.load_roles();
        self.check();
    }

    /// What is wrong with the settings, answered or not.
    fn setting_problems(self) -> Vec<Problem> {
        let config = self
            .setup
            .with(|setup| self.ask.told().answers.with(|answers| answered(setup, answers)));
        Destination::parse(&config).err().unwrap_or_default()
    }

    /// Shows whatever is wrong with any setting.
    pub(crate) fn judge_settings(self) {
        let asked = self.setup.with_untracked(|setup| setup.ask.clone());
        self.ask.told().judged.set(asked);
    }

    /// Where the asked setting is that this problem is about.
    pub(crate) fn asked_setting(self, problem: &Problem) -> Option<(usize, SettingSpec)> {
        let name = problem.field.as_deref()?.strip_prefix("settings.")?;
        let asked = self.setup.with_untracked(Setup::asked).into_iter().enumerate();
        asked.into_iter().find(|(_, spec)| spec.name == name)
    }

    /// What people call a setting: the catalogue's words, else the API's own.
    pub(crate) fn setting_label(self, spec: &SettingSpec) -> String {
        self.setting_words(&spec.name).unwrap_or_else(|| spec.label.to_string())
    }

    /// The catalogue's words for a setting, or for what is said of it.
    fn setting_words(self, name: &str) -> Option<String> {
        let api = self.setup.with_untracked(Setup::api)?;
        self.messages.named_of(&api.info().id, "settings", name)
    }

    /// Keeps what the server said of settings, to be shown beside them.
    pub(crate) fn hear_of_settings(self, report: &Report) {
        let about = |outcome: &Outcome| {
            let name = outcome.field.as_deref()?.strip_prefix("settings.")?;
            let reason = outcome.reason.as_ref().map(|reason| self.messages.sentence(reason));
            let said = outcome.server_message.as_ref().map(|words| {
                self.messages.fill("server_says", &[("words", words.as_str().into())].into())
            });
            Some((name.to_owned(), said.or(reason)?.into()))
        };
        let mut said: Answers = Vec::new();
        for (name, words) in report.outcomes.iter().filter_map(about) {
            if value(&said, &name).is_none() {
                said.push((name, words));
            }
        }
        self.ask.told().said.set(said);
    }

    /// What the server said of settings that are asked for: the id and the label of the control, and the
    /// words.
    pub(crate) fn said_of_settings(self) -> Vec<(String, String, String)> {
        let asked = self.setup.with_untracked(Setup::asked).into_iter().enumerate();
        let said = self.ask.told().said.get();
        let one = |(index, spec): (usize, SettingSpec)| {
            let words = as_text(value(&said, &spec.name)?);
            Some((control_id(index), self.setting_label(&spec), words))
        };
        asked.filter_map(one).collect()
    }

    /// Tells the host which of the settings that it asks for the API does not have.
    pub(crate) fn blame_for_ask(self) {
        let setup = self.setup.get_untracked();
        let Some(api) = setup.api() else { return };
        for name in setup.ask {
            if !api.info().settings.iter().any(|spec| spec.name == name) {
                let kind = ProblemKind::UnknownSetting { setting: name };
                self.blame(Problem { kind, field: Some("ask".to_owned()), invitee: None });
            }
        }
    }

    /// Shows a mistake of the host's, and tells the page.
    pub(crate) fn blame(self, mistake: Problem) {
        self.notices.blame_host(self.messages.sentence(&mistake));
        self.tell("error", move || misuse(&mistake));
    }
}

/// The sentence for a problem with a setting that has a label: as one says it to who fills it in.
pub(crate) fn setting_sentence(text: Messages, problem: &Problem) -> String {
    let own = text.named("ui", &["asked_", problem.code()].concat());
    own.unwrap_or_else(|| text.sentence(problem))
}

fn answered(setup: &Setup, answers: &Answers) -> InviteConfig {
    let mut config = setup.config.clone();
    for spec in setup.asked() {
        if let Some(answer) = value(answers, &spec.name) {
            config.settings.take(&spec.name);
            config.settings.push(spec.name.to_string(), as_setting(&spec.kind, answer));
        }
    }
    config
}

fn value<'a>(answers: &'a Answers, name: &str) -> Option<&'a Json> {
    answers.iter().find(|(other, _)| other == name).map(|(_, answer)| answer)
}

/// A list is typed one item a line; commas do, too.
fn as_setting(kind: &SettingKind, answer: &Json) -> Json {
    match (kind, answer) {
        (SettingKind::UuidList, Json::Text(text)) => {
            let items = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
            Json::list(items.filter(|item| !item.is_empty()))
        }
        _ => answer.clone(),
    }
}

/// The text that stands for a value in a field.
fn as_text(value: &Json) -> String {
    match value {
        Json::Text(text) => text.clone(),
        Json::List(items) => items.iter().map(as_text).collect::<Vec<_>>().join("\n"),
        Json::Null => String::new(),
        other => other.to_string(),
    }
}
