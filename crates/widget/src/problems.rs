//! What keeps the people from being invited: shown where it can be mended, and summed up with a way
//! to each of those places.

use invite_users_core::{Coded, Problem, ProblemKind};
use leptos::prelude::*;

use crate::ask::{control_id, setting_sentence};
use crate::forecast::Outlook;
use crate::person::Person;
use crate::roving::row_group;
use crate::setup::Setup;
use crate::state::{FIELD, Row, State};

mod summary;

pub(crate) use summary::ErrorSummary;

/// The most obstacles that are told one by one.
const SHOWN: usize = 10;

/// The id of the summary.
const SUMMARY: &str = "problems";

/// Everything that has to be fixed before everyone can be invited, the first few in full: first what
/// keeps anybody from being sent, then the rows that would only be left out. So no row that the
/// toolbar counts is missing here.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Obstacles {
    shown: Vec<Obstacle>,
    total: usize,
    /// How many keep anybody from being sent.
    blocking: usize,
}

/// One thing that has to be fixed.
#[derive(Clone, PartialEq)]
struct Obstacle {
    problem: Problem,
    place: Place,
}

/// Where it is mended.
#[derive(Clone, PartialEq)]
enum Place {
    /// In the host's configuration.
    Host,
    /// In an asked setting: its position and label.
    Setting(usize, String),
    /// In a row: its id and address.
    Row(u32, String),
}

impl Obstacles {
    /// Whether nothing is told of.
    pub(crate) fn is_empty(&self) -> bool {
        self.total == 0
    }
}

impl Obstacle {
    /// Whether it is the host's mistake: what has no place in the configuration is not.
    fn is_hosts(&self) -> bool {
        self.place == Place::Host && self.problem.field.is_some()
    }

    /// What is wrong with the text of a row that is no address.
    fn of_rejected(row: &Row) -> Option<Self> {
        let person = row.person.get_untracked();
        let place = Place::Row(row.id, person.address().to_owned());
        let kind = ProblemKind::Email(person.email.err()?);
        let field = Some("email".to_owned());
        Some(Self { problem: Problem { kind, field, invitee: None }, place })
    }
}

impl State {
    /// Shows why nothing is sent, tells the page what is its own fault, and leads to what can be
    /// mended: straight there where it is one thing, else to the summary.
    pub(crate) fn refuse(self) {
        self.memory.update_value(|memory| memory.refused = true);
        self.judge_settings();
        let first = self.show_problems();
        let Obstacles { shown, blocking, .. } = self.obstacles.get_untracked();
        for Obstacle { problem, .. } in shown.iter().filter(|it| it.is_hosts()) {
            self.hooks.get_value().emit_value("error", problem);
        }
        match (&*shown, first) {
            ([only, ..], _) if blocking == 1 && only.place != Place::Host => {
                self.announce(self.told(only));
                self.lead_to(&only.place);
            }
            ([], Some(problem)) => {
                self.announce(self.messages.sentence(&problem));
                self.focus(vec![FIELD.to_owned()]);
            }
            _ => self.focus(vec![SUMMARY.to_owned(), FIELD.to_owned()]),
        }
    }

    /// Marks what the plan refuses: all of it once it has refused something, or where a form may go
    /// at any time; else roles that can't be given here, since nobody chose them here: they come from
    /// a file, a directory or the host, or were given before the server told its roles.
    pub(crate) fn check_plan(self) {
        if self.memory.with_value(|memory| memory.refused) || untrack(|| self.collects()) {
            self.show_problems();
        } else if self.has_strange_roles() {
            let Outlook { rows, mut problems, .. } = self.outlook();
            problems.retain(|it| is_of_role(&it.kind));
            self.show_on_rows(&rows, &problems);
        }
    }

    /// Whether somebody has a role that can't be chosen here, or was marked for one.
    fn has_strange_roles(self) -> bool {
        let Some(offered) = self.setup.with_untracked(Setup::roles) else { return false };
        let is_strange = |person: &Person| {
            person.problem.is_some() || person.input.roles.iter().any(|it| !offered.contains(it))
        };
        self.rows.with_untracked(|rows| rows.iter().any(|it| it.person.with_untracked(is_strange)))
    }

    /// The sentence of the first thing that has to be mended.
    pub(crate) fn first_obstacle(self) -> Option<String> {
        self.obstacles.with_untracked(|it| it.shown.first().map(|first| self.told(first)))
    }

    /// Leads to the first row that has to be mended.
    pub(crate) fn focus_first_to_fix(self) {
        let to_fix = |row: &&Row| row.person.with_untracked(Person::to_fix);
        if let Some(row) = self.rows.get_untracked().iter().find(to_fix) {
            self.reveal(row.id);
            self.focus_in_row(row.id, places_in(row.id));
        }
    }

    /// Plans again and shows the problems on their rows and in the summary; gives the first one.
    fn show_problems(self) -> Option<Problem> {
        let Outlook { rows, problems, .. } = self.outlook();
        self.show_on_rows(&rows, &problems);
        self.obstacles.set(self.obstacles_among(&problems, &rows));
        if problems.is_empty() {
            self.memory.update_value(|memory| memory.refused = false);
        }
        problems.into_iter().next()
    }

    /// One for each row, as the row shows one, too; none while nothing keeps anybody from being sent.
    fn obstacles_among(self, problems: &[Problem], planned: &[u32]) -> Obstacles {
        let collects = untrack(|| self.collects());
        let mut last = None;
        let told = problems.iter().filter(|it| is_told(it, collects));
        let told = told.filter(|it| it.invitee.is_none_or(|own| last.replace(own) != Some(own)));
        let blocking: Vec<&Problem> = told.collect();
        if blocking.is_empty() {
            return Obstacles::default();
        }
        let rejected = self.rejected();
        let obstacle = |problem: &&Problem| Obstacle {
            place: self.place(problem, planned),
            problem: Problem::clone(problem),
        };
        let left_out = rejected.iter().filter_map(Obstacle::of_rejected);
        Obstacles {
            shown: blocking.iter().map(obstacle).chain(left_out).take(SHOWN).collect(),
            total: blocking.len() + rejected.len(),
            blocking: blocking.len(),
        }
    }

    /// The rows in which no address stands.
    fn rejected(self) -> Vec<Row> {
        let mut rows = self.rows.get_untracked();
        rows.retain(|row| row.person.with_untracked(Person::is_rejected));
        rows
    }

    /// Each row gets the first of its problems; those that were planned stand in the rows' order.
    fn show_on_rows(self, planned: &[u32], problems: &[Problem]) {
        let mut first = vec![None; planned.len()];
        for problem in problems.iter().rev() {
            if let Some(place) = problem.invitee.and_then(|index| first.get_mut(index)) {
                *place = Some(problem);
            }
        }
        let mut planned = planned.iter().zip(first).peekable();
        let mut is_changed = false;
        for row in self.rows.get_untracked() {
            let its_own = planned.next_if(|(other, _)| **other == row.id);
            let problem = its_own.and_then(|(_, problem)| problem.cloned());
            if row.person.with_untracked(|person| person.problem != problem) {
                row.person.update(|person| person.problem = problem);
                is_changed = true;
            }
        }
        if is_changed {
            self.revised.set(());
        }
    }

    fn place(self, problem: &Problem, rows: &[u32]) -> Place {
        let id = problem.invitee.and_then(|index| rows.get(index));
        if let Some(row) = id.and_then(|id| self.row(*id)) {
            let address = row.person.with_untracked(|person| person.address().to_owned());
            return Place::Row(row.id, address);
        }
        let asked = self.asked_setting(problem);
        asked.map_or(Place::Host, |(index, spec)| Place::Setting(index, self.setting_label(&spec)))
    }

    fn lead_to(self, place: &Place) {
        match place {
            Place::Host => {}
            Place::Setting(index, _) => self.focus(vec![control_id(*index)]),
            Place::Row(id, _) => {
                self.reveal(*id);
                self.focus_in_row(*id, places_in(*id));
            }
        }
    }

    fn told(self, obstacle: &Obstacle) -> String {
        let Obstacle { problem, place } = obstacle;
        match place {
            Place::Setting(..) => setting_sentence(self.messages, problem),
            Place::Host if obstacle.is_hosts() => {
                let words = [("reason", self.messages.sentence(problem).into())].into();
                self.messages.fill("wrong_setup", &words)
            }
            Place::Host | Place::Row(..) => self.messages.sentence(problem),
        }
    }
}

fn is_of_role(kind: &ProblemKind) -> bool {
    matches!(kind, ProblemKind::RoleNotOffered { .. } | ProblemKind::UnknownRole { .. })
}

/// An empty list speaks for itself once the person goes on; and where nothing is sent from here, it
/// matters to nobody whereto.
fn is_told(problem: &Problem, collects: bool) -> bool {
    match problem.code() {
        "no_invitees" => false,
        "too_many_invitees" => true,
        _ => problem.invitee.is_some() || !collects,
    }
}

/// What has the focus in a row that is to be mended: what is there of these.
fn places_in(row: u32) -> Vec<String> {
    let id = row.to_string();
    vec![["edit-", &id].concat(), ["role-", &id].concat(), row_group(row)]
}
