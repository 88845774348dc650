//! The toolbar above the list: how many there are, whom to select, and what to do with many at once.

use leptos::prelude::*;

use crate::icons::Icon;
use crate::later::soon;
use crate::roles::RolePicker;
use crate::search::SearchTools;
use crate::state::State;

/// The id of "Select all".
const SELECT_ALL: &str = "select-all";

/// Selection, counts, acts for many, search and filter.
#[component]
pub(crate) fn Toolbar(state: State) -> impl IntoView {
    let several = Memo::new(move |_| state.tally.get().rows > 1 && state.is_editing());
    let selected = Memo::new(move |_| several.get() && !state.selection.is_empty());
    let anybody = Memo::new(move |_| !state.filter.shown.with(Vec::is_empty));
    view! {
        <div class="toolbar" part="toolbar">
            <div class="acts">
                <Show when=move || several.get()>
                    <SelectAll state />
                </Show>
                <Show when=move || selected.get() fallback=move || view! { <Counts state /> }>
                    <Selected state />
                </Show>
                <Show when=move || several.get() && anybody.get()>
                    <RoleOfMany state />
                </Show>
            </div>
            <SearchTools state />
        </div>
    }
}

/// A checkbox in three states: everybody who is shown, some of them, nobody.
#[component]
fn SelectAll(state: State) -> impl IntoView {
    let selected = move || state.selection.rows.with(Vec::len);
    let shown = Memo::new(move |_| state.filter.shown.with(Vec::len));
    let all = move || selected() > 0 && selected() == shown.get();
    let some = move || selected() > 0 && !all();
    let label = move || {
        if state.filter.is_used() {
            return state.messages.count("select_shown", shown.get());
        }
        state.messages.text("select_all")
    };
    view! {
        <label class="pick-all">
            <input
                type="checkbox"
                id=SELECT_ALL
                part="select-all"
                aria-label=label
                title=label
                prop:checked=all
                prop:indeterminate=some
                on:click=move |event| state.select_all(event_target_checked(&event))
            />
        </label>
    }
}

/// "14 people · 2 to fix", or "14 of 20 people".
#[component]
fn Counts(state: State) -> impl IntoView {
    let text = state.messages;
    let tally = state.tally;
    let max = Memo::new(move |_| state.setup.with(|setup| setup.config.max_invitees));
    let over =
        move || state.is_editing() && max.get().is_some_and(|max| tally.get().sendable > max);
    let people = move || {
        let people = tally.get().people;
        match max.get() {
            Some(max) => {
                text.fill("count_of", &[("people", people.into()), ("count", max.into())].into())
            }
            None => text.count("count_people", people),
        }
    };
    let to_fix = Memo::new(move |_| tally.get().to_fix);
    let duplicates = Memo::new(move |_| tally.get().duplicates);
    let members = Memo::new(move |_| tally.get().members);
    view! {
        <p class="counts" part="counts">
            <span class="counted" data-tone=move || over().then_some("danger")>
                {move || over().then(|| Icon::Wrong.view())}
                {people}
            </span>
            <Show when=move || { to_fix.get() > 0 }>{move || to_mend(state, to_fix)}</Show>
            <Show when=move || { duplicates.get() > 0 }>
                <span class="counted" data-tone="warning">
                    {Icon::Copies.view()}
                    {move || text.count("count_duplicates", duplicates.get())}
                </span>
            </Show>
            <Show when=move || { members.get() > 0 }>
                <span class="counted">{move || text.count("count_members", members.get())}</span>
            </Show>
        </p>
    }
}

/// "2 to fix": the way there, while rows can be mended.
fn to_mend(state: State, to_fix: Memo<usize>) -> AnyView {
    let words = move || state.messages.count("count_to_fix", to_fix.get());
    if !state.is_editing() {
        return view! {
            <span class="counted" data-tone="danger">
                {Icon::Wrong.view()}
                {words}
            </span>
        }
        .into_any();
    }
    view! {
        <button
            type="button"
            class="counted link"
            data-tone="danger"
            on:click=move |_| state.focus_first_to_fix()
        >
            {Icon::Wrong.view()}
            {words}
        </button>
    }
    .into_any()
}

/// How many are selected, and what can be done with them besides giving roles.
#[component]
fn Selected(state: State) -> impl IntoView {
    let text = state.messages;
    let selected = Memo::new(move |_| state.selection.rows.with(Vec::len));
    let clear = move |_| {
        soon(move || state.selection.clear());
        state.focus(vec![SELECT_ALL.to_owned()]);
    };
    view! {
        <p class="counts">{move || text.count("selected", selected.get())}</p>
        <button
            type="button"
            class="icon-button"
            part="clear-selection-button"
            aria-label=text.text("clear_selection")
            title=text.text("clear_selection")
            on:click=clear
        >
            {Icon::Cross.view()}
        </button>
        <button
            type="button"
            class="button plain"
            part="remove-selected-button"
            on:click=move |_| soon(move || state.remove_selected())
        >
            {text.text("remove_selected")}
        </button>
    }
}

/// The roles of those who are selected, else of all who are shown.
#[component]
fn RoleOfMany(state: State) -> impl IntoView {
    let text = state.messages;
    let shared = Memo::new(move |_| state.shared_roles());
    let label = move || match state.selection.rows.with(Vec::len) {
        0 if !state.filter.is_used() => text.text("role_of_all"),
        0 => text.count("role_of_shown", state.filter.shown.with(Vec::len)),
        count => text.count("role_of_selected", count),
    };
    let on_change = move |roles: Vec<String>| {
        state.give_roles(&shared.get_untracked(), &roles);
    };
    view! {
        <RolePicker
            state
            id="role-of-many".to_owned()
            label=Signal::derive(label)
            visible_label=true
            value=Signal::derive(move || shared.with(|shared| shared.of_all.clone()))
            differing=Signal::derive(move || shared.with(|shared| shared.of_some.clone()))
            on_change
        />
    }
}
