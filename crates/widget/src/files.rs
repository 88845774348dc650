//! Files: people out of a CSV or a spreadsheet's text, and the template for one.

use invite_users_core::table::{FieldColumns, KnownRole, TableProblemKind};
use invite_users_core::{PastedTable, TableOptions, parse_table, to_csv};
use invite_users_wasm::Platform;
use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::File;

use crate::events::added_words;
use crate::later::breath;
use crate::person::Person;
use crate::review::Review;
use crate::setup::Setup;
use crate::state::{Phase, State};

/// The megabyte of file sizes, as people are told them.
const MEGABYTE: usize = 1_000_000;

impl State {
    /// Adds the people in files that a person chose, one after the other.
    pub(crate) fn import_files(self, files: Vec<File>) {
        self.notices.put_away();
        spawn_local(async move {
            let mut refusals = Vec::new();
            for file in files {
                match self.read_file(&file).await {
                    Ok(0) => {}
                    Ok(_) => self.tell_change(),
                    Err(refusal) => refusals.push(refusal),
                }
            }
            self.refuse_files(refusals);
        });
    }

    /// Adds the people in one file for the host: a promise of how many entries it had.
    pub(crate) fn import_file(self, file: File) -> Promise {
        future_to_promise(async move {
            let added = self.read_file(&file).await.unwrap_or_else(|refusal| {
                self.refuse_files(vec![refusal]);
                0
            });
            Ok(JsValue::from(u32::try_from(added).unwrap_or(u32::MAX)))
        })
    }

    /// Adds the people in a table that was pasted.
    pub(crate) fn add_table(self, text: &str) -> usize {
        let name = self.messages.text("pasted_table");
        self.take_table(name, parse_table(text.as_bytes(), &self.table_options(), &Platform))
    }

    /// How tables are read here: by the host's rules on addresses, with the roles that can be given.
    pub(crate) fn table_options(self) -> TableOptions {
        self.setup.with_untracked(|setup| {
            let label = |name: &String| setup.role_label(self.messages, name);
            let role = |name: String| KnownRole { label: label(&name), name };
            let roles = setup.roles().into_iter().flatten().map(role).collect();
            TableOptions { email: setup.config.email.clone(), roles, ..TableOptions::default() }
        })
    }

    /// Hands the template over to be saved.
    pub(crate) fn save_template(self) {
        let csv = self.setup.with_untracked(|setup| template(self, setup));
        self.hooks.get_value().save(&self.messages.text("template_file"), &csv);
    }

    /// How many entries the file had, or why nothing was taken.
    async fn read_file(self, file: &File) -> Result<usize, String> {
        let name = file.name();
        let options = self.table_options();
        #[expect(clippy::cast_precision_loss, reason = "a limit is far below 2^53")]
        if file.size() > options.max_bytes as f64 {
            return Err(self.refusal("file_too_large", &name, options.max_bytes / MEGABYTE));
        }
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer = buffer.map_err(|_| self.refusal("file_unreadable", &name, 0))?;
        if self.is_gone() || self.phase.get_untracked() != Phase::Editing {
            return Ok(0);
        }
        let table = parse_table(&Uint8Array::new(&buffer).to_vec(), &options, &Platform);
        let unread = table.problems.iter().find(|problem| {
            let kind = &problem.kind;
            matches!(kind, TableProblemKind::BinaryFile | TableProblemKind::SpreadsheetFile)
        });
        if let Some(problem) = unread {
            let words = [("file", name.into()), ("reason", self.messages.sentence(problem).into())];
            return Err(self.messages.fill("file_refused", &words.into()));
        }
        if !holds_address(&table) {
            return Err(self.refusal("file_without_addresses", &name, 0));
        }
        breath().await;
        if self.is_gone() || self.phase.get_untracked() != Phase::Editing {
            return Ok(0);
        }
        Ok(self.take_table(name, table))
    }

    /// Adds the people of a table, and shows what was in it.
    pub(crate) fn take_table(self, name: String, mut table: PastedTable) -> usize {
        let entries = std::mem::take(&mut table.entries);
        let numbers: Vec<usize> =
            entries.iter().map(|entry| table.rows[entry.row].number).collect();
        let api = self.setup.with_untracked(Setup::api);
        let extras = api.as_ref().map(|api| &*api.info().person_fields).unwrap_or_default();
        let columns = FieldColumns::find(&table, extras, &Platform);
        let known = self.setup.with_untracked(Setup::roles);
        let takes_roles = known.is_none_or(|roles| !roles.is_empty());
        let roles = self.new_roles.get_untracked();
        let people = entries.into_iter().map(|entry| {
            let fields = columns.of(&entry);
            let own = Some(&entry.roles).filter(|own| takes_roles && !own.is_empty());
            let mut person = Person::from_entry(entry.entry, own.unwrap_or(&roles));
            person.input.fields = fields;
            person
        });
        let rows = self.add_people(people.collect());
        let review = Review::new(self.messages, name, &table, &columns, &rows, &numbers);
        let words = self.messages.list(&added_words(self.messages, &rows));
        self.announce(self.messages.labelled(&review.name, &words));
        self.reviews.show(review);
        rows.len()
    }

    fn refusal(self, key: &str, file: &str, max: usize) -> String {
        self.messages.fill(key, &[("file", file.into()), ("max", max.into())].into())
    }

    fn refuse_files(self, refusals: Vec<String>) {
        if !refusals.is_empty() && !self.is_gone() {
            self.notices.refuse(self.messages.sentences(refusals));
        }
    }
}

/// Whether there is anything that may be an address; else it is another file than was meant.
fn holds_address(table: &PastedTable) -> bool {
    table.entries.iter().any(|it| it.entry.email.is_ok() || it.entry.text.contains('@'))
}

/// A table with the columns that are read and one person, to be filled in; with a byte order mark,
/// without which Excel does not read UTF-8.
fn template(state: State, setup: &Setup) -> String {
    let text = state.messages;
    let mut columns = vec![text.text("csv_name"), text.text("csv_email")];
    let mut row = vec!["Ann Lee".to_owned(), "ann@example.com".to_owned()];
    let api = setup.api();
    let info = api.as_ref().map(|api| api.info());
    let offered = setup.roles();
    if offered.as_ref().is_none_or(|roles| !roles.is_empty()) {
        let default = setup.role_if_none();
        let first = offered.and_then(|roles| roles.into_iter().next());
        let role = setup.default_role.clone().or(default).or(first).unwrap_or_default();
        columns.push(text.text("csv_role"));
        row.push(setup.role_label(text, &role));
    }
    for field in info.iter().flat_map(|info| info.person_fields.iter()) {
        columns.push(field.name.to_string());
        row.push(text.text("csv_no"));
    }
    ["\u{FEFF}", &to_csv(&[row], &columns)].concat()
}
