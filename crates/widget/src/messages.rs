//! The catalogue: every word that a person reads, by key, with plurals and numbers as the
//! catalogue's language writes them (ECMA-402).
//!
//! A catalogue is an object of groups (`ui`, `errors`, `apis` …); an entry is a sentence with
//! `{name}` places, or an object of sentences by plural category, selected by `count`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use invite_users_core::{Coded, Param, Params};
use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// A catalogue in one language.
#[derive(Clone, Copy)]
pub(crate) struct Messages(StoredValue<Catalogue>);

struct Catalogue {
    entries: JsValue,
    /// What was looked up, by group and key: the rows of a long list ask for the same few sentences.
    known: Mutex<HashMap<&'static str, HashMap<String, Option<Entry>>>>,
    /// Made when they are wanted: a browser takes tens of milliseconds to find the rules of a language, and an
    /// empty form counts nothing.
    plural: OnceLock<Intl::PluralRules>,
    number: OnceLock<Function>,
    list: OnceLock<Intl::ListFormat>,
    locale: String,
    from_right: bool,
}

/// What stands under a key.
#[derive(Clone)]
enum Entry {
    Text(Arc<str>),
    /// By plural category.
    Forms(JsValue),
}

impl Messages {
    /// The catalogue in a parsed locale file; its `locale` names the language.
    pub(crate) fn new(entries: JsValue) -> Self {
        Self(StoredValue::new(Catalogue::new(entries)))
    }

    /// Speaks from now on as this locale file does; what is shown has to be built again.
    pub(crate) fn replace(self, entries: JsValue) {
        self.0.set_value(Catalogue::new(entries));
    }

    /// The language, as a BCP 47 tag.
    pub(crate) fn locale(self) -> String {
        self.0.with_value(|it| it.locale.clone())
    }

    /// Looks up the rules of the language, before somebody waits for a count.
    pub(crate) fn prepare(self) {
        self.0.with_value(|it| {
            it.plural();
            it.number();
            it.list();
        });
    }

    /// The direction of the form, where it does not follow the page.
    pub(crate) fn direction(self) -> Option<&'static str> {
        self.0.with_value(|it| it.from_right.then_some("rtl"))
    }

    /// A text of the interface.
    pub(crate) fn text(self, key: &str) -> String {
        self.fill(key, &Params::new())
    }

    /// A text of the interface with its data.
    pub(crate) fn fill(self, key: &str, params: &Params) -> String {
        self.0
            .with_value(|it| it.template("ui", key, params).map(|text| it.filled(&text, params)))
            .unwrap_or_else(|| key.to_owned())
    }

    /// A text of the interface that counts something.
    pub(crate) fn count(self, key: &str, count: usize) -> String {
        self.fill(key, &[("count", count.into())].into())
    }

    /// Things one after the other, as the language lists them.
    pub(crate) fn list(self, things: &[String]) -> String {
        let things: Array = things.iter().map(JsValue::from).collect();
        self.0.with_value(|it| it.list().format(&things).into())
    }

    /// Sentences one after the other, with what the language puts between them.
    pub(crate) fn sentences(self, sentences: impl IntoIterator<Item = String>) -> String {
        let join = |before: String, after: String| {
            self.fill("sentences", &[("before", before.into()), ("after", after.into())].into())
        };
        sentences.into_iter().reduce(join).unwrap_or_default()
    }

    /// What something is called, and what it is.
    pub(crate) fn labelled(self, label: &str, value: &str) -> String {
        self.fill("labelled", &[("label", label.into()), ("value", value.into())].into())
    }

    /// The sentence for an error, hint, problem or outcome; English where the catalogue has none.
    pub(crate) fn sentence(self, coded: &impl Coded) -> String {
        let params = self.in_words(coded.params());
        let known = self.0.with_value(|it| {
            let template = it.template("errors", coded.code(), &params)?;
            let opens_with_data = template.starts_with('{');
            let sentence = it.filled(&template, &params);
            Some(if opens_with_data { sentence } else { capitalised(&sentence, &it.locale) })
        });
        known.unwrap_or_else(|| coded.to_string())
    }

    /// The time of day of a moment, given in milliseconds since the Unix epoch.
    pub(crate) fn time_of_day(self, moment: u64) -> String {
        let moment = i64::try_from(moment).map_or(f64::NAN, as_f64);
        let date = Date::new(&moment.into());
        self.0.with_value(|it| date.to_locale_time_string(&it.locale).into())
    }

    /// The words of a group for something, where it has some.
    pub(crate) fn named(self, group: &'static str, name: &str) -> Option<String> {
        self.0.with_value(|it| it.template(group, name, &Params::new())).map(|it| it.to_string())
    }

    /// What people call something of an API's (`roles`, `settings`, `fields`): by the host's words, else
    /// by the language's for a documented API.
    pub(crate) fn named_of(self, api: &str, group: &'static str, name: &str) -> Option<String> {
        let documented = || self.named("apis", &[api, group, name].join("."));
        self.named(group, name).or_else(documented)
    }

    /// The data with the names of scripts, the only words of a language in it, in this one.
    fn in_words(self, params: Params) -> Params {
        let Some(Param::Text(scripts)) = params.get("scripts") else { return params };
        let word = |name: &str| self.named("scripts", name).unwrap_or_else(|| name.to_owned());
        let words: Vec<String> = scripts.split(", ").map(word).collect();
        let mut told = Params::from([("scripts", self.list(&words).into())]);
        for (name, value) in params.iter().filter(|(name, _)| *name != "scripts") {
            told.push(name, value.clone());
        }
        told
    }
}

impl Catalogue {
    fn new(entries: JsValue) -> Self {
        let locale = entry(&entries, "locale").and_then(|locale| locale.as_string());
        let locale = locale.unwrap_or_else(|| "en".to_owned());
        let from_right = entry(&entries, "direction").is_some_and(|it| it == "rtl");
        Self {
            entries,
            known: Mutex::default(),
            plural: OnceLock::new(),
            number: OnceLock::new(),
            list: OnceLock::new(),
            locale,
            from_right,
        }
    }

    fn plural(&self) -> &Intl::PluralRules {
        self.plural.get_or_init(|| Intl::PluralRules::new(&self.locales(), &Object::new()))
    }

    fn number(&self) -> &Function {
        self.number
            .get_or_init(|| Intl::NumberFormat::new(&self.locales(), &Object::new()).format())
    }

    fn list(&self) -> &Intl::ListFormat {
        self.list.get_or_init(|| {
            let options = Object::new();
            let _ = Reflect::set(&options, &"style".into(), &"narrow".into());
            Intl::ListFormat::new(&self.locales(), &options)
        })
    }

    fn locales(&self) -> Array {
        Array::of1(&self.locale.as_str().into())
    }

    fn template(&self, group: &'static str, key: &str, params: &Params) -> Option<Arc<str>> {
        match self.entry(group, key)? {
            Entry::Text(text) => Some(text),
            Entry::Forms(forms) => self.plural_form(&forms, params).map(Arc::from),
        }
    }

    fn entry(&self, group: &'static str, key: &str) -> Option<Entry> {
        let mut known = self.known.lock().ok()?;
        let known = known.entry(group).or_default();
        if let Some(entry) = known.get(key) {
            return entry.clone();
        }
        let found = entry(&self.entries, group).and_then(|entries| entry(&entries, key));
        let found = found.map(|found| match found.as_string() {
            Some(text) => Entry::Text(text.into()),
            None => Entry::Forms(found),
        });
        known.insert(key.to_owned(), found.clone());
        found
    }

    fn plural_form(&self, forms: &JsValue, params: &Params) -> Option<String> {
        let category: JsString = match params.get("count") {
            Some(Param::Number(count)) => self.plural().select(as_f64(*count)),
            _ => "other".into(),
        };
        let form = entry(forms, &String::from(category)).or_else(|| entry(forms, "other"));
        form.and_then(|form| form.as_string())
    }

    /// Puts the data into the `{name}` places; an unknown place stays as it is.
    fn filled(&self, template: &str, params: &Params) -> String {
        let mut text = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let place =
                after.split_once('}').and_then(|(name, after)| Some((params.get(name)?, after)));
            rest = if let Some((value, after)) = place {
                text.push_str(&self.written(value));
                after
            } else {
                text.push('{');
                after
            };
        }
        text + rest
    }

    fn written(&self, value: &Param) -> String {
        match value {
            // First strong isolate: else an address takes the punctuation beside it along (UAX 9, 2.5).
            Param::Text(text) if self.from_right => ["\u{2068}", text, "\u{2069}"].concat(),
            Param::Text(text) => text.clone(),
            Param::Number(number) => {
                let formatted = self.number().call1(&JsValue::NULL, &as_f64(*number).into());
                formatted.ok().and_then(|text| text.as_string()).unwrap_or_default()
            }
        }
    }
}

fn entry(object: &JsValue, key: &str) -> Option<JsValue> {
    let own = Object::has_own(object.dyn_ref::<Object>()?, &key.into());
    own.then(|| Reflect::get(object, &key.into()).ok()).flatten()
}

#[allow(clippy::cast_precision_loss)] // `Param::Number` is below 2^53
fn as_f64(number: i64) -> f64 {
    number as f64
}

/// The sentence with a capital first letter: core's sentences also stand inside others.
fn capitalised(sentence: &str, locale: &str) -> String {
    let mut rest = sentence.chars();
    let Some(first) = rest.next() else { return String::new() };
    let first = JsString::from(first.to_string()).to_locale_upper_case(Some(locale));
    String::from(first) + rest.as_str()
}
