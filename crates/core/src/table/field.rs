//! Further fields of people in a table: a column for each, with yes or no in its cells.

use super::column::ColumnKind;
use super::heading::fold;
use super::row::is_blank;
use super::{PastedTable, TableEntry};
use crate::api::PersonField;
use crate::email::{is_trimmed, trim};
use crate::json::{Json, Object};
use crate::unicode::Unicode;

/// The columns of a table that are headed by the name or label of a field that an API has.
pub struct FieldColumns<'a> {
    table: &'a PastedTable,
    columns: Vec<(usize, &'a PersonField)>,
    unicode: &'a dyn Unicode,
}

impl<'a> FieldColumns<'a> {
    /// Looks for the fields among the headings.
    pub fn find(
        table: &'a PastedTable,
        fields: &'a [PersonField],
        unicode: &'a dyn Unicode,
    ) -> Self {
        let folded = |text: &str| fold(text, unicode, is_ignored);
        let place = |field: &PersonField| {
            let names = [folded(&field.name), folded(&field.label)];
            table.columns.iter().position(|column| {
                column.kind == ColumnKind::Aside && names.contains(&folded(&column.heading))
            })
        };
        let columns = fields.iter().filter_map(|field| Some((place(field)?, field))).collect();
        Self { table, columns, unicode }
    }

    /// Whether that column holds a field.
    pub fn contain(&self, column: usize) -> bool {
        self.columns.iter().any(|(index, _)| *index == column)
    }

    /// What the entry's row says: a truth value for each field, or words that are none, which a plan
    /// refuses; nothing where the cell is blank.
    pub fn of(&self, entry: &TableEntry) -> Object {
        let row = self.table.rows.get(entry.row);
        let cell = |index| row.and_then(|row| row.cell(index)).filter(|cell| !is_blank(cell));
        let said = self.columns.iter().filter_map(|(index, field)| {
            Some((field.name.to_string(), truth(cell(*index)?, self.unicode)))
        });
        said.collect()
    }
}

fn truth(cell: &str, unicode: &dyn Unicode) -> Json {
    let word = fold(cell, unicode, is_trimmed);
    let is_in = |words: &str| words.split(' ').any(|other| other == word);
    match (is_in(YES), is_in(NO)) {
        (true, _) => Json::Bool(true),
        (_, true) => Json::Bool(false),
        _ => Json::Text(trim(cell).1.to_owned()),
    }
}

fn is_ignored(character: char) -> bool {
    is_trimmed(character) || matches!(character, '-' | '_')
}

/// en, and what spreadsheets tick; de, fr, es, pt, it, nl, pl, ja, ko, zh, ar, he.
const YES: &str = "true yes y 1 x ✓ ✔ ja wahr oui vrai sí si verdadero sim verdadeiro vero waar tak \
                   prawda はい 예 네 是 نعم כן";

/// The same, for no.
const NO: &str = "false no n 0 - – nein falsch non faux falso não nao nee onwaar nie fałsz いいえ \
                  아니요 아니오 否 لا לא";

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::FieldColumns;
    use crate::api;
    use crate::json::Json;
    use crate::table::{TableOptions, parse_table};
    use crate::unicode::Native;

    #[test]
    fn a_column_of_a_field_says_yes_no_or_something_else() {
        let contextual = api::by_id("contextual").unwrap().info();
        let file = "E-mail,Is tenant-admin\na@acme.com,Yes\nb@acme.com,nein\nc@acme.com,\n\
                    d@acme.com, maybe \n";
        let table = parse_table(file.as_bytes(), &TableOptions::default(), &Native);
        let columns = FieldColumns::find(&table, &contextual.person_fields, &Native);
        assert!(columns.contain(1) && !columns.contain(0));
        let said = table.entries.iter().map(|entry| Json::from(columns.of(entry)).to_string());
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                r#"{"is_tenant_admin":true}"#,
                r#"{"is_tenant_admin":false}"#,
                "{}",
                r#"{"is_tenant_admin":"maybe"}"#,
            ]
        );
    }
}
