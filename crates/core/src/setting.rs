//! Settings: what an API needs to know beside the people, as a schema and as checked values.

use std::borrow::Cow;

use crate::json::{Json, Object};
use crate::problem::ProblemKind::{
    SettingNotBoolean, SettingNotChoice, SettingNotInteger, SettingNotText, SettingNotUrl,
    SettingNotUuid, SettingNotUuidList,
};
use crate::problem::{Problem, ProblemKind};
use crate::text::Text;
use crate::url;

/// What one setting is called, what it holds, and what to tell the person who fills it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingSpec {
    /// Its name on the wire and in `settings`.
    pub name: Text,
    /// The English label of its field.
    pub label: Text,
    /// What it holds.
    pub kind: SettingKind,
    /// Whether nothing can be sent without it.
    pub required: bool,
    /// One English sentence on what it does.
    pub help: Text,
    /// A value that would pass.
    pub example: Text,
}

/// What a setting holds, and the value that the API assumes without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingKind {
    /// `true` or `false`.
    Boolean {
        /// What the API assumes, if anything.
        default: Option<bool>,
    },
    /// One of a few words.
    Choice {
        /// The words, as the API spells them.
        choices: Cow<'static, [Text]>,
        /// What the API assumes, if anything.
        default: Option<Text>,
    },
    /// A 64-bit integer; in JavaScript a bigint, a string, or a number up to 2^53.
    Int64,
    /// Text that is not blank.
    Text,
    /// A web address that begins with `http://` or `https://`.
    Url,
    /// A UUID of any version (RFC 9562).
    Uuid,
    /// Any number of version 4 UUIDs.
    UuidList,
}

impl From<&SettingSpec> for Json {
    fn from(spec: &SettingSpec) -> Self {
        Object::new()
            .with("name", &spec.name)
            .with("label", &spec.label)
            .with_kind(&spec.kind)
            .with("required", spec.required)
            .with("help", &spec.help)
            .with("example", &spec.example)
            .into()
    }
}

impl From<&SettingKind> for Json {
    fn from(kind: &SettingKind) -> Self {
        Object::new().with_kind(kind).into()
    }
}

impl Object {
    fn with_kind(self, kind: &SettingKind) -> Self {
        match kind {
            SettingKind::Boolean { default } => {
                self.with("type", "boolean").with_null("default", *default)
            }
            SettingKind::Choice { choices, default } => self
                .with("type", "choice")
                .with("choices", Json::list(&**choices))
                .with_null("default", default.as_ref()),
            SettingKind::Int64 => self.with("type", "int64"),
            SettingKind::Text => self.with("type", "text"),
            SettingKind::Url => self.with("type", "url"),
            SettingKind::Uuid => self.with("type", "uuid"),
            SettingKind::UuidList => self.with("type", "uuid_list"),
        }
    }
}

/// One checked value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingValue {
    /// Of a [`SettingKind::Boolean`].
    Flag(bool),
    /// Of a [`SettingKind::Int64`].
    Integer(i64),
    /// Of every other kind.
    Text(String),
    /// Of a [`SettingKind::UuidList`].
    Texts(Vec<String>),
}

/// Checked settings; one that is left at its default is not in here, because it is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(Vec<(Text, SettingValue)>);

impl Settings {
    /// Checks what the host gave against the schema; `null` means absent.
    ///
    /// # Errors
    /// One [`Problem`] for each unknown, malformed or (if `complete`) missing setting.
    pub fn parse(
        given: &Object,
        schema: &[SettingSpec],
        complete: bool,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = unknown(given, schema);
        let mut values = Vec::new();
        for spec in schema {
            match spec.parse(given.get(&spec.name).unwrap_or(&Json::Null)) {
                Ok(Some(value)) => values.push((spec.name.clone(), value)),
                Ok(None) if spec.required && complete => problems.push(missing(&spec.name)),
                Ok(None) => {}
                Err(kind) => problems.push(problem(&spec.name, kind)),
            }
        }
        if problems.is_empty() { Ok(Self(values)) } else { Err(problems) }
    }

    /// The text of the setting, where it is given.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.value(name) {
            Some(SettingValue::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The texts of the setting; none where it is not given.
    pub fn texts(&self, name: &str) -> &[String] {
        match self.value(name) {
            Some(SettingValue::Texts(texts)) => texts,
            _ => &[],
        }
    }

    /// The flag, where it differs from the default.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.value(name) {
            Some(SettingValue::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// The integer, where it is given.
    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.value(name) {
            Some(SettingValue::Integer(integer)) => Some(*integer),
            _ => None,
        }
    }

    pub(crate) fn value(&self, name: &str) -> Option<&SettingValue> {
        self.0.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }
}

impl SettingSpec {
    /// The checked value; `None` where the setting is absent or at its default.
    fn parse(&self, value: &Json) -> Result<Option<SettingValue>, ProblemKind> {
        if value.is_null() || value.as_text().is_some_and(|text| text.trim().is_empty()) {
            return Ok(None);
        }
        let value = self.kind.read(value).ok_or_else(|| self.refused())?;
        Ok(Some(value).filter(|value| !self.kind.is_default(value)))
    }

    /// What is wrong with a value that is none of this kind.
    fn refused(&self) -> ProblemKind {
        let setting = self.name.clone();
        match &self.kind {
            SettingKind::Boolean { .. } => SettingNotBoolean { setting },
            SettingKind::Choice { choices, .. } => {
                SettingNotChoice { setting, choices: choices.to_vec() }
            }
            SettingKind::Int64 => SettingNotInteger { setting },
            SettingKind::Text => SettingNotText { setting },
            SettingKind::Url => SettingNotUrl { setting },
            SettingKind::Uuid => SettingNotUuid { setting },
            SettingKind::UuidList => SettingNotUuidList { setting },
        }
    }
}

impl SettingKind {
    fn read(&self, value: &Json) -> Option<SettingValue> {
        let text = value.as_text().map(str::trim);
        let text = match self {
            Self::Boolean { .. } => return value.as_bool().map(SettingValue::Flag),
            Self::Int64 => return int64(value).map(SettingValue::Integer),
            Self::UuidList => return uuid4s(value).map(SettingValue::Texts),
            Self::Choice { choices, .. } => {
                value.as_text().filter(|word| choices.iter().any(|it| it == word))
            }
            Self::Text => text,
            Self::Url => text.filter(|text| url::is_http(text)),
            Self::Uuid => text.filter(|text| is_uuid(text)),
        };
        Some(SettingValue::Text(text?.to_owned()))
    }

    fn is_default(&self, value: &SettingValue) -> bool {
        match (self, value) {
            (Self::Boolean { default }, SettingValue::Flag(flag)) => *default == Some(*flag),
            (Self::Choice { default, .. }, SettingValue::Text(word)) => {
                default.as_deref() == Some(word)
            }
            (Self::UuidList, SettingValue::Texts(list)) => list.is_empty(),
            _ => false,
        }
    }
}

/// A JSON integer, or its decimal digits as a string, which JavaScript needs above 2^53.
fn int64(value: &Json) -> Option<i64> {
    value.as_integer().or_else(|| value.as_text()?.trim().parse().ok())
}

fn uuid4s(value: &Json) -> Option<Vec<String>> {
    let text = |item: &Json| Some(item.as_text()?.trim().to_owned());
    let list: Vec<String> = value.as_list()?.iter().map(text).collect::<Option<_>>()?;
    list.iter().all(|item| is_uuid4(item)).then_some(list)
}

/// Whether the text is a UUID in its 8-4-4-4-12 form (RFC 9562, section 4).
fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether the text is a UUID of version 4 and the RFC's variant (RFC 9562, section 5.4).
fn is_uuid4(text: &str) -> bool {
    is_uuid(text)
        && text.as_bytes()[14] == b'4'
        && matches!(text.as_bytes()[19], b'8' | b'9' | b'a' | b'b' | b'A' | b'B')
}

fn unknown(given: &Object, schema: &[SettingSpec]) -> Vec<Problem> {
    let known = |name: &str| schema.iter().any(|spec| spec.name == name);
    given
        .iter()
        .filter(|(name, _)| !known(name))
        .map(|(name, _)| problem(name, ProblemKind::UnknownSetting { setting: name.clone() }))
        .collect()
}

pub(crate) fn missing(name: &Text) -> Problem {
    problem(name, ProblemKind::SettingRequired { setting: name.clone() })
}

/// A text that would lead to another place than the one meant (RFC 3986, section 5.2.4).
pub(crate) fn not_in_url(name: &Text) -> Problem {
    problem(name, ProblemKind::SettingNotSegment { setting: name.clone() })
}

fn problem(name: &str, kind: ProblemKind) -> Problem {
    Problem { kind, field: Some(format!("settings.{name}")), invitee: None }
}
