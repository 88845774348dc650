//! One row of the list: who, with which role, what is to be said of them, and what became of them.

use leptos::html::wbr;
use leptos::prelude::*;

use crate::edit::EditField;
use crate::extras::{Extra, Extras};
use crate::icons::Icon;
use crate::later::soon;
use crate::mark::Mark;
use crate::notes::{Note, Tone, notes, result};
use crate::person::Person;
use crate::roles::RolePicker;
use crate::roving::row_group;
use crate::selection::SelectBox;
use crate::state::{Phase, Row, State};

/// How many characters of an address a row of the narrowest form has room for, at least.
const LINE: usize = 18;

/// One person: a group with its address for a name, and what is said of them for a description.
#[component]
pub(crate) fn PersonRow(state: State, row: Row) -> impl IntoView {
    let id = row.id;
    let person = row.person.clone().into();
    let view = RowView { state, id, person, tabindex: state.roving.tabindex(id) };
    let row = StoredValue::new(row);
    let editable = Memo::new(move |_| state.is_editing() && view.person.with(Person::is_open));
    let edited = Memo::new(move |_| {
        editable.get() && view.person.with(|person| person.editing || person.email.is_err())
    });
    let has_role = Memo::new(move |_| {
        editable.get() && view.person.with(|it| it.email.is_ok() && it.twin.is_none())
    });
    let notes = Memo::new(move |_| {
        view.person.with(|person| notes(person, state.is_editing(), state.messages))
    });
    let described_by = ["name", "note", "result"].map(|part| format!("{part}-{id}")).join(" ");
    view! {
        <li
            aria-setsize=move || state.window.size.get().map(|size| size.to_string())
            aria-posinset=move || state.window.place(id).map(|place| place.to_string())
        >
            <div
                id=row_group(id)
                class="person"
                part="row"
                role="group"
                tabindex=view.tabindex
                aria-label=move || view.address()
                aria-describedby=described_by
                data-standing=move || view.person.with(standing_name)
                on:focusin=move |_| view.enter()
                on:keydown=move |event| state.on_row_key(id, &event)
            >
                <Mark person=view.person />
                <Show when=move || state.is_editing()>
                    <SelectBox state row=row.get_value() tabindex=view.tabindex />
                </Show>
                <div class="who">
                    <Show when=move || edited.get() fallback=move || view.names()>
                        <EditField state id person=view.person tabindex=view.tabindex />
                    </Show>
                    <div id=format!("note-{id}")>{move || view.notes(notes.get())}</div>
                </div>
                <Show when=move || has_role.get() fallback=move || view.fixed_role()>
                    {view.role_picker()}
                    <Extras state id person=view.person tabindex=view.tabindex />
                </Show>
                <Show when=move || state.is_editing() fallback=move || view.result()>
                    {view.tools(editable, edited)}
                </Show>
            </div>
        </li>
    }
}

#[derive(Clone, Copy)]
struct RowView {
    state: State,
    id: u32,
    person: RwSignal<Person>,
    tabindex: Signal<&'static str>,
}

impl RowView {
    /// The row has the focus now: it is the one in the Tab order, and is not filtered away.
    fn enter(self) {
        self.state.roving.enter(self.id);
        if self.state.filter.held.get_untracked() != Some(self.id) {
            self.state.filter.held.set(Some(self.id));
        }
    }

    fn address(self) -> String {
        self.person.with(|person| person.address().to_owned())
    }

    fn names(self) -> impl IntoView {
        let name = move || self.person.with(|person| person.input.name.clone());
        let id = self.id;
        view! {
            <div class="names">
                {move || name().map(|name| {
                    view! { <bdi class="name" id=format!("name-{id}")>{name}</bdi> }
                })}
                <bdi class="address" part="address">{move || breakable(&self.address())}</bdi>
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
            view! {
                <button type="button" class="link" tabindex=self.tabindex on:click=on_click>
                    {label}
                </button>
            }
        });
        view! { <p class=class data-tone=tone><span dir="auto">{note.text}</span>{button}</p> }
    }

    fn replace_by(self, suggestion: String) {
        let Self { state, id, .. } = self;
        soon(move || {
            state.correct(id, &suggestion);
        });
        state.focus(vec![row_group(id)]);
    }

    fn role_picker(self) -> impl IntoView {
        let Self { state, id, person, tabindex } = self;
        let on_change = move |roles: Vec<String>| {
            let label = state.setup.with_untracked(|it| it.roles_label(state.messages, &roles));
            let words = [("email", untrack(|| self.address()).into()), ("roles", label.into())];
            let what = state.messages.fill("role_changed", &words.into());
            state.revise(id, what, |person| person.input.roles = roles);
        };
        view! {
            <RolePicker
                state
                id=format!("role-{id}")
                label=Signal::derive(move || self.words("role_of"))
                value=Signal::derive(move || person.with(|person| person.input.roles.clone()))
                invalid=Signal::derive(move || {
                    person.with(|person| person.is_refused() || person.is_faulted("roles"))
                })
                note=format!("note-{id}")
                tabindex
                on_change
            />
        }
    }

    /// Roles and extras of somebody who is sent, or was.
    fn fixed_role(self) -> impl IntoView {
        let Self { state, person, .. } = self;
        move || {
            let sent = person.with(|it| it.email.is_ok() && it.twin.is_none());
            (sent && !(state.is_editing() && person.with(Person::is_open))).then(|| {
                let roles = state.setup.with(|setup| {
                    person.with(|it| setup.roles_label(state.messages, &it.input.roles))
                });
                let extras = state.extras.get();
                let extras = person.with(|person| {
                    extras.iter().filter_map(|it: &Extra| it.label_if_set(person)).collect()
                });
                let words = state.messages.list(&[vec![roles], extras].concat());
                view! { <div class="role text">{words}</div> }
            })
        }
    }

    fn tools(self, editable: Memo<bool>, edited: Memo<bool>) -> impl IntoView {
        let Self { state, id, tabindex, .. } = self;
        let remove = move |_| soon(move || state.remove(id));
        let label = move |key| move || self.words(key);
        view! {
            <div class="tools">
                <Show when=move || editable.get() && !edited.get()>
                    <button
                        type="button"
                        class="icon-button edit"
                        part="edit-button"
                        tabindex=tabindex
                        aria-label=label("edit")
                        on:click=move |_| state.edit(id)
                    >
                        {Icon::Pencil.view()}
                    </button>
                </Show>
                <button
                    type="button"
                    id=format!("remove-{id}")
                    class="icon-button"
                    part="remove-button"
                    tabindex=tabindex
                    aria-label=label("remove")
                    on:click=remove
                >
                    {Icon::Cross.view()}
                </button>
            </div>
        }
    }

    fn result(self) -> impl IntoView {
        let Self { state, id, person, .. } = self;
        let status = move || person.with(|it| it.outcome.as_ref().map(|it| it.status));
        move || {
            let shown = status().map(result);
            let sends = shown.is_none()
                && state.phase.get() == Phase::Sending
                && person.with(|it| it.email.is_ok() && it.twin.is_none());
            let now =
                if person.with(|it| it.in_flight) { "status_sending" } else { "status_waiting" };
            let waiting = sends.then_some((now, Icon::Clock, Tone::Quiet));
            shown.or(waiting).map(|(key, icon, tone)| {
                view! {
                    <span
                        class="result"
                        id=format!("result-{id}")
                        part="result"
                        data-tone=tone.name()
                    >
                        {icon.view()}
                        {state.messages.text(key)}
                    </span>
                }
            })
        }
    }

    /// A text that names this person.
    fn words(self, key: &str) -> String {
        self.state.messages.fill(key, &[("email", self.address().into())].into())
    }
}

/// A long address, so that it is broken behind the @ or a dot and not within a word. A short one stays one
/// text, as some screen readers stop at each.
fn breakable(address: &str) -> impl IntoView + use<> {
    pieces(address)
        .into_iter()
        .enumerate()
        .map(|(index, piece)| ((index > 0).then(wbr), piece.to_owned()))
        .collect_view()
}

/// What stands in one line each, where there is no room for two of them.
fn pieces(address: &str) -> Vec<&str> {
    let is_long = |text: &str| text.chars().count() > LINE;
    if !is_long(address) {
        return vec![address];
    }
    let dots = |part| str::split_inclusive(part, '.').collect();
    let parts = address.split_inclusive('@');
    parts.flat_map(|part| if is_long(part) { dots(part) } else { vec![part] }).collect()
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
