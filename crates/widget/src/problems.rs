//! What keeps the plan from being made: shown where it can be mended.

use invite_users_core::{Coded, Problem, plan};
use invite_users_wasm::Platform;
use leptos::prelude::*;

use crate::person::Person;
use crate::roving::row_group;
use crate::state::{FIELD, Row, State};

impl State {
    /// Shows why nothing is sent, tells the page what is its own fault, and leads to the first
    /// place that can be mended.
    pub(crate) fn refuse(self) {
        self.memory.update_value(|memory| memory.refused = true);
        let first = self.show_problems();
        for problem in self.problems.get_untracked() {
            self.hooks.get_value().emit_value("error", &problem);
        }
        if let Some(problem) = first {
            self.announce(self.messages.sentence(&problem));
        }
        self.focus(self.places_to_mend());
    }

    /// Plans again and shows the problems on their rows, the others above the footer; gives the
    /// first one.
    pub(crate) fn show_problems(self) -> Option<Problem> {
        let (rows, people): (Vec<Row>, Vec<_>) = untrack(|| self.sendable()).into_iter().unzip();
        let config = self.setup.with_untracked(|setup| setup.config.clone());
        let problems = plan(&config, &people, &Platform).problems;
        let first = problems.first().cloned();
        self.show_on_rows(&rows, &problems);
        let shared = problems.into_iter().filter(|problem| problem.invitee.is_none());
        // An empty list speaks for itself once the person goes on.
        self.problems.set(shared.filter(|problem| problem.code() != "no_invitees").collect());
        if first.is_none() && !people.is_empty() {
            self.memory.update_value(|memory| memory.refused = false);
        }
        first
    }

    fn show_on_rows(self, planned: &[Row], problems: &[Problem]) {
        for row in self.rows.get_untracked() {
            let index = planned.iter().position(|other| other.id == row.id);
            let mut its_own =
                problems.iter().filter(|it| it.invitee.is_some() && it.invitee == index);
            let problem = its_own.next().cloned();
            if row.person.with_untracked(|person| person.problem != problem) {
                row.person.update(|person| person.problem = problem);
            }
        }
    }

    fn places_to_mend(self) -> Vec<String> {
        let mut places = Vec::new();
        if self.problems.with_untracked(|problems| !problems.is_empty()) {
            places.push("problems".to_owned());
        }
        let to_mend = |row: &&Row| row.person.with_untracked(Person::is_refused);
        if let Some(row) = self.rows.get_untracked().iter().find(to_mend) {
            places.extend([format!("role-{}", row.id), row_group(row.id)]);
        }
        places.push(FIELD.to_owned());
        places
    }
}
