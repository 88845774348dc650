//! What keeps the people from being invited: shown where it can be mended, and summed up with a way
//! to each of those places.

use invite_users_core::{Coded, Problem, ProblemKind};
use leptos::prelude::*;

use crate::ask::{control_id, setting_sentence};
use crate::forecast::Outlook;
use crate::icons::Icon;
use crate::person::Person;
use crate::roving::row_group;
use crate::setup::Setup;
use crate::state::{FIELD, Row, State};

/// The most obstacles that are told one by one.
const SHOWN: usize = 10;

/// The id of the summary.
const SUMMARY: &str = "problems";

/// Everything that has to be mended, the first few in full.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Obstacles {
    shown: Vec<Obstacle>,
    total: usize,
}

/// One thing that has to be mended.
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
}

impl State {
    /// Shows why nothing is sent, tells the page what is its own fault, and leads to what can be
    /// mended: straight there where it is one thing, else to the summary.
    pub(crate) fn refuse(self) {
        self.memory.update_value(|memory| memory.refused = true);
        self.judge_settings();
        let first = self.show_problems();
        let Obstacles { shown, total } = self.obstacles.get_untracked();
        for Obstacle { problem, .. } in shown.iter().filter(|it| it.is_hosts()) {
            self.hooks.get_value().emit_value("error", problem);
        }
        match (&*shown, first) {
            ([only], _) if total == 1 && only.place != Place::Host => {
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
        let obstacle = |problem: &Problem| Obstacle {
            place: self.place(problem, &rows),
            problem: problem.clone(),
        };
        let collects = untrack(|| self.collects());
        let told = || problems.iter().filter(|problem| is_told(problem, collects));
        let (shown, total) = (told().take(SHOWN).map(obstacle).collect(), told().count());
        self.obstacles.set(Obstacles { shown, total });
        if problems.is_empty() {
            self.memory.update_value(|memory| memory.refused = false);
        }
        problems.into_iter().next()
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

/// "3 things to mend before this can be sent", each with a way there; not in the footer, which stays
/// in sight and would cover the rows that are to be mended.
#[component]
pub(crate) fn ErrorSummary(state: State) -> impl IntoView {
    let text = state.messages;
    let total = Memo::new(move |_| state.obstacles.with(|obstacles| obstacles.total));
    let items = move || {
        let obstacles = state.obstacles.get().shown.into_iter();
        obstacles.map(|obstacle| item(state, obstacle)).collect_view()
    };
    let more = move || {
        let more = total.get().saturating_sub(SHOWN);
        (more > 0).then(|| view! { <p class="quiet">{text.count("problems_more", more)}</p> })
    };
    view! {
        <Show when=move || { total.get() > 0 }>
            <div
                class="alert"
                id=SUMMARY
                part="problems"
                role="group"
                tabindex="-1"
                aria-labelledby="problems-heading"
            >
                {Icon::Wrong.view()}
                <div class="problems">
                    <p class="problems-heading" id="problems-heading">
                        {move || text.count("problems_count", total.get())}
                    </p>
                    <ul role="list" aria-label=text.text("problems")>{items}</ul>
                    {more}
                </div>
            </div>
        </Show>
    }
}

/// A button, not a link: it moves the focus and leads to no other address.
fn item(state: State, obstacle: Obstacle) -> impl IntoView {
    let sentence = state.told(&obstacle);
    let name = match &obstacle.place {
        Place::Host => None,
        Place::Setting(_, name) | Place::Row(_, name) => Some(name.clone()),
    };
    let place = obstacle.place;
    let Some(name) = name else {
        return view! { <li><span dir="auto">{sentence}</span></li> }.into_any();
    };
    view! {
        <li>
            <button type="button" class="link" on:click=move |_| state.lead_to(&place)>
                <bdi>{name}</bdi>
                {" "}
                <span>{sentence}</span>
            </button>
        </li>
    }
    .into_any()
}
