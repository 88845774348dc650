//! One row of the list: who, with which role, what is to be said of them, and what became of them.

use leptos::prelude::*;

use crate::edit::EditField;
use crate::icons::Icon;
use crate::later::soon;
use crate::notes::{Note, Tone, mark, notes, result};
use crate::person::Person;
use crate::roles::RolePicker;
use crate::state::{Phase, Row, State};

/// One person.
#[component]
pub(crate) fn PersonRow(state: State, row: Row) -> impl IntoView {
    let view = RowView { state, id: row.id, person: row.person.into() };
    let editable = Memo::new(move |_| state.is_editing() && view.person.with(Person::is_open));
    let edited = Memo::new(move |_| {
        editable.get() && view.person.with(|person| person.editing || person.email.is_err())
    });
    let has_role = Memo::new(move |_| {
        editable.get() && view.person.with(|it| it.email.is_ok() && it.twin.is_none())
    });
    let mark = Memo::new(move |_| view.person.with(mark));
    let letter = Memo::new(move |_| view.person.with(first_letter));
    let notes = Memo::new(move |_| {
        view.person.with(|person| notes(person, state.is_editing(), state.messages))
    });
    view! {
        <li class="person" part="row" data-standing=move || view.person.with(standing_name)>
            {move || mark_view(mark.get(), letter.get())}
            <div class="who">
                <Show when=move || edited.get() fallback=move || view.names()>
                    <EditField state id=view.id person=view.person />
                </Show>
                <div id=format!("note-{}", view.id)>{move || view.notes(notes.get())}</div>
            </div>
            <Show when=move || has_role.get() fallback=move || view.fixed_role()>
                {view.role_picker()}
            </Show>
            <Show when=move || state.is_editing() fallback=move || view.result()>
                {view.tools(editable, edited)}
            </Show>
        </li>
    }
}

#[derive(Clone, Copy)]
struct RowView {
    state: State,
    id: u32,
    person: RwSignal<Person>,
}

impl RowView {
    fn names(self) -> impl IntoView {
        let name = move || self.person.with(|person| person.input.name.clone());
        view! {
            <div class="names">
                {move || name().map(|name| view! { <bdi class="name">{name}</bdi> })}
                <bdi class="address" part="address">
                    {move || self.person.with(|person| person.address().to_owned())}
                </bdi>
            </div>
        }
    }

    fn notes(self, notes: Vec<Note>) -> impl IntoView {
        notes.into_iter().map(|note| self.note(note)).collect_view()
    }

    fn note(self, note: Note) -> impl IntoView {
        let class = if note.said { "note said" } else { "note" };
        let tone = Some(note.tone).filter(|tone| *tone != Tone::Quiet).map(Tone::name);
        let button = note.suggestion.map(|suggestion| {
            let words = [("email", suggestion.as_str().into())].into();
            let label = self.state.messages.fill("use_suggestion", &words);
            let on_click = move |_| self.replace_by(suggestion.clone());
            view! { <button type="button" class="link" on:click=on_click>{label}</button> }
        });
        view! { <p class=class data-tone=tone><span>{note.text}</span>{button}</p> }
    }

    fn replace_by(self, suggestion: String) {
        let Self { state, id, .. } = self;
        soon(move || state.correct(id, &suggestion));
        state.focus(vec![format!("role-{id}"), format!("remove-{id}")]);
    }

    fn role_picker(self) -> impl IntoView {
        let Self { state, id, person } = self;
        let on_change = move |roles| {
            person.update(|person| person.input.roles = roles);
            state.check();
            state.tell_change();
        };
        view! {
            <RolePicker
                state
                id=format!("role-{id}")
                label=Signal::derive(move || self.words("role_of"))
                value=Signal::derive(move || person.with(|person| person.input.roles.clone()))
                invalid=Signal::derive(move || person.with(Person::is_refused))
                note=format!("note-{id}")
                on_change
            />
        }
    }

    /// The roles of somebody who is sent, or was.
    fn fixed_role(self) -> impl IntoView {
        let Self { state, person, .. } = self;
        move || {
            let sent = person.with(|it| it.email.is_ok() && it.twin.is_none());
            (sent && !(state.is_editing() && person.with(Person::is_open))).then(|| {
                let roles = state.setup.with(|setup| {
                    person.with(|it| setup.roles_label(state.messages, &it.input.roles))
                });
                view! { <div class="role text">{roles}</div> }
            })
        }
    }

    fn tools(self, editable: Memo<bool>, edited: Memo<bool>) -> impl IntoView {
        let Self { state, id, person } = self;
        let edit = move |_| {
            person.update(|person| person.editing = true);
            state.focus(vec![format!("edit-{id}")]);
        };
        let remove = move |_| soon(move || state.remove(id));
        let label = move |key| move || person.with(|_| self.words(key));
        view! {
            <div class="tools">
                <Show when=move || editable.get() && !edited.get()>
                    <button
                        type="button"
                        class="icon-button edit"
                        part="edit-button"
                        aria-label=label("edit")
                        on:click=edit
                    >
                        {Icon::Pencil.view()}
                    </button>
                </Show>
                <button
                    type="button"
                    id=format!("remove-{id}")
                    class="icon-button"
                    part="remove-button"
                    aria-label=label("remove")
                    on:click=remove
                >
                    {Icon::Cross.view()}
                </button>
            </div>
        }
    }

    fn result(self) -> impl IntoView {
        let status = move || self.person.with(|it| it.outcome.as_ref().map(|it| it.status));
        move || {
            let shown = status().map(result);
            let sends = shown.is_none()
                && self.state.phase.get() == Phase::Sending
                && self.person.with(|it| it.email.is_ok() && it.twin.is_none());
            let waiting = sends.then_some(("status_waiting", Icon::Clock, Tone::Quiet));
            shown.or(waiting).map(|(key, icon, tone)| {
                view! {
                    <span class="result" part="result" data-tone=tone.name()>
                        {icon.view()}
                        {self.state.messages.text(key)}
                    </span>
                }
            })
        }
    }

    /// A text that names this person.
    fn words(self, key: &str) -> String {
        self.person.with(|person| {
            self.state.messages.fill(key, &[("email", person.address().into())].into())
        })
    }
}

fn mark_view(mark: Option<(Icon, Tone)>, letter: String) -> impl IntoView {
    view! {
        <span class="mark" aria-hidden="true" data-tone=mark.map(|(_, tone)| tone.name())>
            {mark.map(|(icon, _)| icon.view())}
            {mark.is_none().then_some(letter)}
        </span>
    }
}

fn first_letter(person: &Person) -> String {
    let name = person.input.name.as_deref().unwrap_or(person.address());
    name.chars().find(|it| it.is_alphanumeric()).map(String::from).unwrap_or_default()
}

/// The row's `data-standing`, for the stylesheet and for tests.
fn standing_name(person: &Person) -> &'static str {
    use crate::person::Standing;
    use invite_users_core::Status;
    match person.standing() {
        Standing::Invalid => "invalid",
        Standing::Duplicate => "duplicate",
        Standing::Refused => "refused",
        Standing::Hinted => "hinted",
        Standing::Ready => "ready",
        Standing::Ended(Status::Invited) => "invited",
        Standing::Ended(Status::Failed) => "failed",
        Standing::Ended(Status::Unconfirmed) => "unconfirmed",
        Standing::Ended(Status::NotSent) => "not_sent",
    }
}
