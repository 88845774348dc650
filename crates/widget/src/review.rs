//! What a file held: a short review above the list, to be put away.

use invite_users_core::PastedTable;
use invite_users_core::table::{ColumnKind, FieldColumns};
use leptos::prelude::*;

use crate::events::brought_words;
use crate::icons::Icon;
use crate::messages::Messages;
use crate::state::{FIELD, Row, State};

/// The reviews that are shown, in the order of their files.
#[derive(Clone, Copy)]
pub(crate) struct Reviews(RwSignal<Vec<Review>>);

/// What is said of one file.
#[derive(Clone, PartialEq)]
pub(crate) struct Review {
    /// The file.
    pub(crate) name: String,
    /// "38 people added, 2 duplicates"; how many are to fix is counted above the list, where that number falls.
    counts: String,
    columns: Vec<String>,
    findings: Vec<String>,
    /// How many more findings there are.
    more: usize,
}

/// How many findings are shown: those who have more mend the file, not the rows.
const SHOWN: usize = 5;

impl Reviews {
    /// None so far.
    pub(crate) fn new() -> Self {
        Self(RwSignal::default())
    }

    /// Shows one more; a file that is read again has one review.
    pub(crate) fn show(self, review: Review) {
        self.0.update(|reviews| {
            reviews.retain(|other| other.name != review.name);
            reviews.push(review);
        });
    }

    /// What they are about is over.
    pub(crate) fn put_away(self) {
        if self.0.with_untracked(|reviews| !reviews.is_empty()) {
            self.0.set(Vec::new());
        }
    }
}

impl Review {
    /// What is to be said of a table of which these rows were made; `numbers` are those that the
    /// rows have in the file.
    pub(crate) fn new(
        text: Messages,
        name: String,
        table: &PastedTable,
        fields: &FieldColumns,
        rows: &[Row],
        numbers: &[usize],
    ) -> Self {
        let mut findings = row_findings(text, table, rows, numbers);
        let more = findings.len().saturating_sub(SHOWN);
        findings.truncate(SHOWN);
        let counts = text.list(&brought_words(text, rows));
        Self { name, counts, columns: column_words(text, table, fields), findings, more }
    }
}

/// Which columns were read as what, and which were not.
fn column_words(text: Messages, table: &PastedTable, fields: &FieldColumns) -> Vec<String> {
    let (mut read, mut unread) = (Vec::new(), Vec::new());
    for (index, column) in table.columns.iter().enumerate() {
        let heading = column.heading.trim();
        match (kind_key(column.kind), heading) {
            (None, "") => {}
            (None, _) if fields.contain(index) => read.push(heading.to_owned()),
            (None, _) => unread.push(heading.to_owned()),
            (Some(kind), "") => read.push(text.text(kind)),
            (Some(kind), _) => {
                let words = [("heading", heading.into()), ("kind", text.text(kind).into())];
                read.push(text.fill("column_as", &words.into()));
            }
        }
    }
    let line = |key, columns: Vec<String>| {
        let words = [("columns", text.list(&columns).into())].into();
        (!columns.is_empty()).then(|| text.fill(key, &words))
    };
    [line("columns_read", read), line("columns_unread", unread)].into_iter().flatten().collect()
}

fn kind_key(kind: ColumnKind) -> Option<&'static str> {
    Some(match kind {
        ColumnKind::Email => "column_email",
        ColumnKind::FirstName => "column_first_name",
        ColumnKind::Group => "column_group",
        ColumnKind::LastName => "column_last_name",
        ColumnKind::Name => "column_name",
        ColumnKind::Role => "column_role",
        _ => return None,
    })
}

/// What is wrong with the file, and with each of its rows.
fn row_findings(
    text: Messages,
    table: &PastedTable,
    rows: &[Row],
    numbers: &[usize],
) -> Vec<String> {
    let of_row = |number: usize, sentence: String| {
        text.fill("row_finding", &[("row", number.into()), ("finding", sentence.into())].into())
    };
    let mut findings: Vec<(usize, String)> = Vec::new();
    for problem in &table.problems {
        let sentence = text.sentence(problem);
        findings.push(match problem.row {
            Some(row) => (row, of_row(row, sentence)),
            None => (0, sentence),
        });
    }
    for (row, number) in rows.iter().zip(numbers) {
        let error = row.person.with_untracked(|person| person.email.as_ref().err().cloned());
        let sentence = error.map(|error| text.sentence(&error));
        findings.extend(sentence.map(|sentence| (*number, of_row(*number, sentence))));
    }
    findings.sort_by_key(|(row, _)| *row);
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// The reviews, one below the other.
#[component]
pub(crate) fn ReviewList(state: State) -> impl IntoView {
    let Reviews(reviews) = state.reviews;
    move || {
        let shown = if state.is_editing() { reviews.get() } else { Vec::new() };
        shown.into_iter().map(|review| view(state, review)).collect_view()
    }
}

fn view(state: State, review: Review) -> impl IntoView {
    let text = state.messages;
    let Review { name, counts, columns, findings, more } = review;
    let away = text.fill("review_put_away", &[("file", name.as_str().into())].into());
    let own = name.clone();
    let put_away = move |_| {
        state.reviews.0.update(|reviews| reviews.retain(|other| other.name != own));
        state.focus(vec![FIELD.to_owned()]);
    };
    let counts = (!counts.is_empty()).then(|| [" · ", &counts].concat());
    let more = (more > 0).then(|| text.count("findings_more", more));
    let findings = findings.into_iter().chain(more);
    let findings: Vec<_> = findings.map(|it| view! { <li>{it}</li> }).collect();
    let findings = (!findings.is_empty()).then(|| {
        view! { <ul role={"list"} class="findings">{findings}</ul> }
    });
    view! {
        <div class="review" part="review" role="group" aria-label=name>
            {Icon::File.view()}
            <div class="reviewed">
                <p><bdi class="name">{name.clone()}</bdi> {counts}</p>
                {columns.into_iter().map(|line| view! { <p class="quiet">{line}</p> }).collect_view()}
                {findings}
            </div>
            <button type="button" class="icon-button" aria-label=away on:click=put_away>
                {Icon::Cross.view()}
            </button>
        </div>
    }
}
