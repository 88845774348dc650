//! Who was not invited, as a file that a spreadsheet opens and this form reads again.

use invite_users_core::table::to_csv;
use invite_users_core::{Outcome, Status};
use leptos::prelude::*;

use crate::notes::result;
use crate::state::{Row, State};

/// The columns: the first three are those of the template.
const COLUMNS: [&str; 6] =
    ["csv_email", "csv_name", "csv_role", "csv_status", "csv_reason", "csv_server"];

impl State {
    /// Hands over everybody whom the last delivery did not invite, and why.
    pub(super) fn export_rest(self) {
        let Some(last) = self.sending.course().last.get_value() else { return };
        let lines: Vec<Vec<String>> = {
            let delivery = last.delivery();
            let rest = delivery.outcomes().filter(|it| it.status != Status::Invited);
            rest.map(|outcome| self.line(&last.rows[outcome.invitee], outcome)).collect()
        };
        // Without a byte order mark Excel does not read UTF-8.
        let csv =
            ["\u{FEFF}", &to_csv(&lines, &COLUMNS.map(|key| self.messages.text(key)))].concat();
        self.hooks.get_value().save(&self.messages.text("rest_file"), &csv);
    }

    fn line(self, row: &Row, outcome: &Outcome) -> Vec<String> {
        let text = self.messages;
        let (status, ..) = result(outcome.status);
        let reason = outcome.reason.as_ref().map(|reason| text.sentence(reason));
        row.person.with_untracked(|person| {
            let roles = self.setup.with_untracked(|it| it.roles_label(text, &person.input.roles));
            vec![
                person.address().to_owned(),
                person.input.name.clone().unwrap_or_default(),
                roles,
                text.text(status),
                reason.unwrap_or_default(),
                outcome.server_message.clone().unwrap_or_default(),
            ]
        })
    }
}
